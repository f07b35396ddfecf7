package dev.prakat.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of units that were asked for their data. */
@Entity
@Table(name = "prakat_request_owner")
class RequestOwnerEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "request_id", nullable = false, updatable = false)
    private String request;

    @Column(name = "unit", nullable = false, updatable = false)
    private String unit;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant asked;

    @Column(name = "answered_at")
    private @Nullable Instant answered;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected RequestOwnerEntity() {}

    RequestOwnerEntity(String request, String unit, Instant asked) {
        this.id = request + "/" + unit;
        this.request = request;
        this.unit = unit;
        this.asked = asked;
    }

    String request() {
        return request;
    }

    String unit() {
        return unit;
    }

    boolean isAwaited() {
        return answered == null;
    }

    void answer(Instant at) {
        answered = at;
    }

    OwnerUnit toOwner() {
        return new OwnerUnit(unit, asked, answered);
    }

    void facts(Map<String, String> facts) {
        facts.put("is.owner." + unit, asked + "|" + (answered == null ? "-" : answered));
    }
}
