package dev.prakat.approval;

import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of what screening found in a case. Its waiver is written once. */
@Entity
@Table(name = "prakat_case_finding")
class CaseFindingEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "action", nullable = false, updatable = false)
    private String action;

    @Column(name = "place", nullable = false, updatable = false)
    private String place;

    @Column(name = "line_no", nullable = false, updatable = false)
    private int line;

    @Column(name = "column_no", nullable = false, updatable = false)
    private int column;

    @Column(name = "masked", nullable = false, updatable = false)
    private String masked;

    @Column(name = "waiver")
    private @Nullable String waiver;

    @Column(name = "waived_by")
    private @Nullable String waivedBy;

    @Column(name = "waived_at")
    private @Nullable Instant waivedAt;

    protected CaseFindingEntity() {}

    CaseFindingEntity(String caseId, int position, CaseFinding finding) {
        this.id = caseId + "/f" + position;
        this.position = position;
        this.kind = finding.kind();
        this.action = finding.action();
        this.place = finding.place();
        this.line = finding.line();
        this.column = finding.column();
        this.masked = finding.masked();
    }

    void eraseWords() {
        waiver = waiver == null ? null : "";
    }

    boolean isOpen() {
        return waivedAt == null;
    }

    void waived(String why, OfficerId officer, Instant at) {
        waiver = why;
        waivedBy = officer.value();
        waivedAt = at;
    }

    CaseFinding toFinding() {
        return new CaseFinding(
                kind,
                action,
                place,
                line,
                column,
                masked,
                waiver,
                waivedBy == null ? null : new OfficerId(waivedBy),
                waivedAt);
    }
}
