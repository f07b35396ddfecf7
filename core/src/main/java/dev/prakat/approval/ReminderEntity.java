package dev.prakat.approval;

import dev.prakat.item.ItemId;
import dev.prakat.window.ExpiryWarning;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of warnings that an approved period will end or is to be looked at again. */
@Entity
@Table(name = "prakat_reminder")
class ReminderEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "item_id", nullable = false, updatable = false)
    private String item;

    @Column(name = "target", nullable = false, updatable = false)
    private String target;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private ExpiryWarning.Kind kind;

    @Column(name = "days_left", nullable = false, updatable = false)
    private int daysLeft;

    @Column(name = "last_day", nullable = false, updatable = false)
    private LocalDate last;

    @Column(name = "due_on", nullable = false, updatable = false)
    private LocalDate due;

    @Column(name = "reminded_at")
    private @Nullable Instant reminded;

    protected ReminderEntity() {}

    ReminderEntity(ItemId item, String target, ExpiryWarning warning) {
        this.id = key(item, target, warning);
        this.item = item.value();
        this.target = target;
        this.kind = warning.kind();
        this.daysLeft = warning.daysLeft();
        this.last = warning.last();
        this.due = warning.on();
    }

    static String key(ItemId item, String target, ExpiryWarning warning) {
        return item.value() + "@" + target + " " + warning.last() + " " + warning.daysLeft() + " " + warning.kind();
    }

    void reminded(Instant at) {
        reminded = at;
    }

    boolean isOpen() {
        return reminded == null;
    }

    String id() {
        return id;
    }

    ItemId item() {
        return new ItemId(item);
    }

    String target() {
        return target;
    }

    ExpiryWarning warning() {
        return new ExpiryWarning(daysLeft, due, kind, last);
    }
}
