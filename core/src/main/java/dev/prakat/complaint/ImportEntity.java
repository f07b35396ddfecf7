package dev.prakat.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of imports. Inserted, never updated. */
@Entity
@Table(name = "prakat_complaint_import")
class ImportEntity {

    /** What the journal calls it. */
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "row_count", nullable = false, updatable = false)
    private int rows;

    @Column(name = "rows_hash", nullable = false, updatable = false)
    private String hash;

    @Column(name = "imported_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "imported_by", nullable = false, updatable = false)
    private String by;

    protected ImportEntity() {}

    ImportEntity(String id, int rows, String hash, Instant at, String by) {
        this.id = id;
        this.rows = rows;
        this.hash = hash;
        this.at = at;
        this.by = by;
    }

    String id() {
        return id;
    }
}
