package dev.prakat.item;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.SortedMap;

/** A row of shortened periods: one a target, the earliest end that was asked for since the approval in force. */
@Entity
@Table(name = "prakat_shortening")
class ShorteningEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "item_id", nullable = false, updatable = false)
    private String item;

    @Column(name = "target", nullable = false, updatable = false)
    private String target;

    @Column(name = "closes_at", nullable = false)
    private Instant closes;

    @Column(name = "reason", nullable = false)
    private String reason;

    @Column(name = "officer", nullable = false)
    private String officer;

    @Column(name = "shortened_at", nullable = false)
    private Instant at;

    protected ShorteningEntity() {}

    ShorteningEntity(ItemId item, Shortening shortening) {
        this.id = key(item, shortening.target());
        this.item = item.value();
        this.target = shortening.target();
        take(shortening);
    }

    static String key(ItemId item, String target) {
        return item.value() + "@" + target;
    }

    final void take(Shortening shortening) {
        closes = shortening.closes();
        reason = shortening.reason();
        officer = shortening.by().value();
        at = shortening.at();
    }

    void eraseWords() {
        reason = "";
    }

    void facts(SortedMap<String, String> facts) {
        facts.put("shortened " + target, closes.toString());
    }

    String item() {
        return item;
    }

    String target() {
        return target;
    }

    Instant closes() {
        return closes;
    }
}
