package dev.prakat.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a node last swept. */
@Entity
@Table(name = "prakat_sweep")
class SweepEntity {

    @Id
    @Column(name = "node")
    private String node;

    @Column(name = "began_at", nullable = false)
    private Instant began;

    @Column(name = "ended_at")
    private @Nullable Instant ended;

    @Column(name = "sweeps", nullable = false)
    private long sweeps;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected SweepEntity() {}

    SweepEntity(String node, Instant began) {
        this.node = node;
        this.began = began;
    }

    void began(Instant at) {
        began = at;
    }

    void ended(Instant at) {
        ended = at;
        sweeps++;
    }

    /** The clock of this instant is the right one: whatever is later never was. */
    void notLaterThan(Instant now) {
        began = began.isAfter(now) ? now : began;
        ended = ended != null && ended.isAfter(now) ? now : ended;
    }

    Instant lastBegan() {
        return began;
    }

    @Nullable
    Instant lastEnded() {
        return ended;
    }
}
