package dev.prakat.approval;

import dev.prakat.procedure.Outcome;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of decisions. Inserted, never updated. */
@Entity
@Table(name = "prakat_decision")
class DecisionEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "step", nullable = false, updatable = false)
    private String step;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome", nullable = false, updatable = false)
    private Outcome outcome;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "officer", nullable = false, updatable = false)
    private String officer;

    @Column(name = "decided_at", nullable = false, updatable = false)
    private Instant at;

    protected DecisionEntity() {}

    DecisionEntity(String caseId, int position, Decision decision, String step, OfficerId officer, Instant at) {
        this.id = caseId + "/" + position;
        this.position = position;
        this.step = step;
        this.outcome = decision.outcome();
        this.reason = decision.reason();
        this.officer = officer.value();
        this.at = at;
    }

    Outcome outcome() {
        return outcome;
    }

    Instant at() {
        return at;
    }

    ApprovalCase.Made toMade() {
        return new ApprovalCase.Made(step, outcome, reason, new OfficerId(officer), at);
    }
}
