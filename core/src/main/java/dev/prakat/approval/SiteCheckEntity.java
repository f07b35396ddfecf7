package dev.prakat.approval;

import dev.prakat.spi.Officer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of regular checks that were made. Inserted, never updated. */
@Entity
@Table(name = "prakat_site_check")
class SiteCheckEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "duty", nullable = false, updatable = false)
    private String duty;

    @Column(name = "unit", nullable = false, updatable = false)
    private String unit;

    @Column(name = "officer", nullable = false, updatable = false)
    private String officer;

    @Column(name = "checked_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "note", nullable = false, updatable = false)
    private String note;

    protected SiteCheckEntity() {}

    SiteCheckEntity(String id, String duty, Officer officer, Instant at, String note) {
        this.id = id;
        this.duty = duty;
        this.unit = officer.unit();
        this.officer = officer.id().value();
        this.at = at;
        this.note = note;
    }
}
