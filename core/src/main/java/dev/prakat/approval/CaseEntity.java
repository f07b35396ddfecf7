package dev.prakat.approval;

import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.Step;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of cases. The run itself is not stored: it is built again from the decisions. */
@Entity
@Table(name = "prakat_case")
class CaseEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "item_id", nullable = false, updatable = false)
    private String item;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

    @Column(name = "procedure_id", nullable = false, updatable = false)
    private String procedure;

    @Column(name = "policy_id", nullable = false, updatable = false)
    private String policy;

    @Column(name = "policy_version", nullable = false, updatable = false)
    private String policyVersion;

    @Column(name = "binding", nullable = false, updatable = false)
    private String binding;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false)
    private ApprovalCase.Status status;

    @Column(name = "step")
    private @Nullable String step;

    @Column(name = "step_due_at")
    private @Nullable Instant stepDue;

    @Column(name = "submitted_at", nullable = false, updatable = false)
    private Instant submittedAt;

    @Column(name = "submitted_by", nullable = false, updatable = false)
    private String submittedBy;

    @Column(name = "submitter_unit", nullable = false, updatable = false)
    private String submitterUnit;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "case_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<DecisionEntity> decisions = new ArrayList<>();

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected CaseEntity() {}

    CaseEntity(String id, Item item, String binding, AgencyPolicy agency, Submission submission) {
        this.id = id;
        this.item = item.id().value();
        this.revision = item.current().number();
        this.procedure = submission.procedure().id();
        this.policy = agency.id();
        this.policyVersion = agency.version();
        this.binding = binding;
        this.submittedAt = submission.at();
        this.submittedBy = submission.officer().id().value();
        this.submitterUnit = submission.officer().unit();
        this.status = ApprovalCase.Status.IN_PROGRESS;
        stands(ProcedureRun.submitted(submission.procedure(), submission.at()), agency);
    }

    /** Who submitted, when, and by which procedure. */
    record Submission(Procedure procedure, Officer officer, Instant at) {}

    /** The run as the decisions made it. */
    ProcedureRun run(Procedure definition) {
        ProcedureRun run = ProcedureRun.submitted(definition, submittedAt);
        for (DecisionEntity decision : decisions) {
            run = run.decide(decision.outcome(), decision.at());
        }
        return run;
    }

    void decided(Decision decision, Step decidedStep, OfficerId officer, Instant at) {
        decisions.add(new DecisionEntity(id, decisions.size(), decision, decidedStep.id(), officer, at));
    }

    final void stands(ProcedureRun run, AgencyPolicy agency) {
        Step current = run.currentStep().orElse(null);
        step = current == null ? null : current.id();
        stepDue = agency.due(run).orElse(null);
        status = switch (run.status()) {
            case IN_PROGRESS -> ApprovalCase.Status.IN_PROGRESS;
            case APPROVED -> current == null ? ApprovalCase.Status.DONE : ApprovalCase.Status.APPROVED;
            case REFUSED -> ApprovalCase.Status.REFUSED;
            case RETURNED -> ApprovalCase.Status.RETURNED;
        };
    }

    void moveDeadline(Instant due) {
        stepDue = due;
    }

    ItemId item() {
        return new ItemId(item);
    }

    /** The publish step is done. */
    void published() {
        status = ApprovalCase.Status.DONE;
        step = null;
    }

    String id() {
        return id;
    }

    String procedure() {
        return procedure;
    }

    String binding() {
        return binding;
    }

    String submitterUnit() {
        return submitterUnit;
    }

    OfficerId submittedBy() {
        return new OfficerId(submittedBy);
    }

    @Nullable
    Instant stepDue() {
        return stepDue;
    }

    ApprovalCase toCase() {
        return new ApprovalCase(
                id,
                new ItemId(item),
                revision,
                procedure,
                policyVersion,
                binding,
                status,
                step,
                stepDue,
                submittedAt,
                submittedBy(),
                decisions.stream().map(DecisionEntity::toMade).toList());
    }
}
