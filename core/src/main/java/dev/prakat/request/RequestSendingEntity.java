package dev.prakat.request;

import dev.prakat.request.RequestRun.Way;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of ways by which data was sent, or was waived. Inserted, never updated. */
@Entity
@Table(name = "prakat_request_sending")
class RequestSendingEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "request_id", nullable = false, updatable = false)
    private String request;

    @Column(name = "way", nullable = false, updatable = false)
    private String way;

    @Column(name = "waiver", updatable = false)
    private @Nullable String waiver;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String by;

    protected RequestSendingEntity() {}

    RequestSendingEntity(String request, Way way, String how, Instant at, OfficerId by) {
        this.id = request + "/" + way.name();
        this.request = request;
        this.way = way.name();
        this.waiver = how.isEmpty() ? null : how;
        this.at = at;
        this.by = by.value();
    }

    String request() {
        return request;
    }

    Way way() {
        return Way.valueOf(way);
    }

    /** As the run keeps it: the reason of a waiver, or nothing. */
    String how() {
        return waiver == null ? "" : waiver;
    }

    void facts(Map<String, String> facts) {
        facts.put("is.way." + way, String.join("|", waiver == null ? "SENT" : "WAIVED", at.toString(), by));
    }
}
