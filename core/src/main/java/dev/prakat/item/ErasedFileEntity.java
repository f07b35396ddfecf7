package dev.prakat.item;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A row of files whose bytes an order erased. It is written with the order and settled after it, so that a crash in between
 * loses nothing.
 */
@Entity
@Table(name = "prakat_erased_file")
class ErasedFileEntity {

    /** What became of the bytes. */
    enum State {
        /** They are still to be taken out of the store. */
        PENDING,
        /** They are gone. */
        ERASED,
        /** Another revision, which nobody ordered to erase, has the same bytes. */
        KEPT
    }

    @Id
    @Column(name = "sha256")
    private String sha256;

    @Column(name = "erasure_order", nullable = false)
    private String order;

    @Column(name = "ordered_at", nullable = false)
    private Instant orderedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private State state;

    protected ErasedFileEntity() {}

    ErasedFileEntity(String sha256, Erasure erasure) {
        this.sha256 = sha256;
        orderedAgain(erasure);
    }

    /** The same bytes, in another revision. */
    final void orderedAgain(Erasure erasure) {
        order = erasure.order();
        orderedAt = erasure.at();
        state = State.PENDING;
    }

    void settled(State now) {
        state = now;
    }
}
