package dev.prakat.delivery;

import dev.prakat.delivery.DriftJudge.Difference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of differences; it is settled when the address is seen as it must be, and stays as history. */
@Entity
@Table(name = "prakat_drift")
class DriftEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "target", nullable = false, updatable = false)
    private String target;

    @Column(name = "placement_id", updatable = false)
    private @Nullable String placement;

    @Column(name = "address", nullable = false, updatable = false)
    private String address;

    @Column(name = "address_hash", nullable = false, updatable = false)
    private String addressHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "drift", nullable = false)
    private Drift drift;

    @Column(name = "expected", nullable = false)
    private String expected;

    @Column(name = "found", nullable = false)
    private String found;

    @Column(name = "first_seen_at", nullable = false, updatable = false)
    private Instant firstSeen;

    @Column(name = "last_seen_at", nullable = false)
    private Instant lastSeen;

    @Column(name = "settled_at")
    private @Nullable Instant settled;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected DriftEntity() {}

    DriftEntity(String target, @Nullable String placement, Difference difference, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.target = target;
        this.placement = placement;
        this.address = difference.address().toString();
        this.addressHash = DriftQueries.hash(difference.address());
        this.firstSeen = at;
        seen(difference, at);
    }

    /** It is still so, or differs in another way now. */
    final void seen(Difference difference, Instant at) {
        drift = difference.drift();
        expected = Proof.shortened(difference.expected());
        found = Proof.shortened(difference.found());
        lastSeen = at;
    }

    void settle(Instant at) {
        settled = at;
    }

    boolean is(Difference difference) {
        return drift == difference.drift();
    }

    String address() {
        return address;
    }

    DriftFinding toFinding() {
        return new DriftFinding(
                id, target, placement, URI.create(address), drift, expected, found, firstSeen, lastSeen);
    }
}
