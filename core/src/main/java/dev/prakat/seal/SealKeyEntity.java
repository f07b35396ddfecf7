package dev.prakat.seal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A wrapped key that seals personal details. Inserted, never updated. */
@Entity
@Table(name = "prakat_complaint_key")
class SealKeyEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "wrapped", nullable = false, updatable = false)
    private String wrapped;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    protected SealKeyEntity() {}

    SealKeyEntity(String id, String wrapped, Instant createdAt) {
        this.id = id;
        this.wrapped = wrapped;
        this.createdAt = createdAt;
    }

    String wrapped() {
        return wrapped;
    }

    Instant createdAt() {
        return createdAt;
    }
}
