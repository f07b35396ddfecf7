package dev.prakat.approval;

import dev.prakat.category.CategoryId;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.RunChoices;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepLimit;
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
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of cases. The run itself is not stored: it is built again from the acts. The columns that repeat what the run says are
 * there to be asked for.
 */
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

    @Column(name = "binding", nullable = false)
    private String binding;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false)
    private ApprovalCase.Status status;

    @Column(name = "step")
    private @Nullable String step;

    @Column(name = "step_began_at")
    private @Nullable Instant stepBegan;

    @Column(name = "step_due_at")
    private @Nullable Instant stepDue;

    @Column(name = "step_soft", nullable = false)
    private boolean stepSoft;

    @Column(name = "escalated_step")
    private @Nullable String escalatedStep;

    @Column(name = "submitted_at", nullable = false, updatable = false)
    private Instant submittedAt;

    @Column(name = "submitted_by", nullable = false, updatable = false)
    private String submittedBy;

    @Column(name = "submitter_unit", nullable = false, updatable = false)
    private String submitterUnit;

    @Column(name = "source", nullable = false, updatable = false)
    private String source;

    @Column(name = "category", nullable = false)
    private String category;

    @Column(name = "owner_unit", nullable = false, updatable = false)
    private String ownerUnit;

    @Column(name = "author", nullable = false, updatable = false)
    private String author;

    @Column(name = "resubmits", updatable = false)
    private @Nullable String resubmits;

    @Column(name = "assigned_unit")
    private @Nullable String assignedUnit;

    @Column(name = "assigned_officer")
    private @Nullable String assignedOfficer;

    @Column(name = "publisher")
    private @Nullable String publisher;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "case_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<ActEntity> acts = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "case_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<CaseFindingEntity> findings = new ArrayList<>();

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
        this.source = submission.source();
        this.category = item.category().value();
        this.ownerUnit = item.ownerUnit();
        this.author = item.author().value();
        this.resubmits = submission.resubmits();
        this.status = ApprovalCase.Status.IN_PROGRESS;
        for (CaseFinding finding : submission.findings()) {
            findings.add(new CaseFindingEntity(id, findings.size(), finding));
        }
    }

    /**
     * Who submitted, when, by which procedure, and what was found in it.
     *
     * @param source where the content comes from
     * @param resubmits the case that this one answers, or null
     */
    record Submission(
            Procedure procedure,
            Officer officer,
            Instant at,
            String source,
            @Nullable String resubmits,
            List<CaseFinding> findings) {}

    /** The run as the acts made it. */
    ProcedureRun run(Procedure definition) {
        ProcedureRun run = ProcedureRun.submitted(definition, submittedAt);
        for (ActEntity act : acts) {
            run = act.moved() ? run.after(act.event()) : run;
        }
        return run;
    }

    void add(ActEntity act) {
        acts.add(act);
    }

    /** Takes over where the run stands. */
    void stands(ProcedureRun run, AgencyPolicy agency) {
        Step current = run.currentStep().orElse(null);
        StepLimit limit = current == null ? null : current.within();
        step = current == null ? null : current.id();
        stepBegan = current == null ? null : run.stepBegan();
        stepDue = agency.due(run).orElse(null);
        stepSoft = limit != null && limit.soft();
        assignedUnit = run.choices().unit();
        assignedOfficer = run.choices().officer();
        category = run.choices().category() == null ? category : run.choices().category();
        status = switch (run.status()) {
            case IN_PROGRESS -> ApprovalCase.Status.IN_PROGRESS;
            case APPROVED -> current == null ? ApprovalCase.Status.DONE : ApprovalCase.Status.APPROVED;
            case REFUSED -> ApprovalCase.Status.REFUSED;
            case RETURNED -> ApprovalCase.Status.RETURNED;
        };
    }

    /** The category of the item changed by a step of this case, and with it what an agreement binds to. */
    void bindsTo(String newBinding) {
        binding = newBinding;
    }

    void moveDeadline(Instant due) {
        stepDue = due;
    }

    /** Ends without a further step. */
    void ends(ApprovalCase.Status last) {
        status = last;
        step = null;
        stepBegan = null;
        stepDue = null;
        stepSoft = false;
    }

    void publishedBy(@Nullable OfficerId officer) {
        publisher = officer == null ? null : officer.value();
    }

    /** What officers wrote about the item goes; what they decided stays. */
    void eraseWords() {
        acts.forEach(ActEntity::eraseWords);
        findings.forEach(CaseFindingEntity::eraseWords);
    }

    void escalated() {
        escalatedStep = step;
    }

    boolean isEscalated() {
        return step != null && step.equals(escalatedStep);
    }

    String id() {
        return id;
    }

    ItemId item() {
        return new ItemId(item);
    }

    int revision() {
        return revision;
    }

    String procedure() {
        return procedure;
    }

    String binding() {
        return binding;
    }

    ApprovalCase.Status status() {
        return status;
    }

    @Nullable
    String resubmits() {
        return resubmits;
    }

    @Nullable
    String step() {
        return step;
    }

    @Nullable
    Instant stepBegan() {
        return stepBegan;
    }

    @Nullable
    Instant stepDue() {
        return stepDue;
    }

    boolean stepSoft() {
        return stepSoft;
    }

    String submitterUnit() {
        return submitterUnit;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    OfficerId submittedBy() {
        return new OfficerId(submittedBy);
    }

    OfficerId author() {
        return new OfficerId(author);
    }

    CategoryId category() {
        return new CategoryId(category);
    }

    String ownerUnit() {
        return ownerUnit;
    }

    RunChoices choices() {
        return new RunChoices(assignedUnit, assignedOfficer, category, false, false);
    }

    @Nullable
    OfficerId publisher() {
        return publisher == null ? null : new OfficerId(publisher);
    }

    List<ActEntity> acts() {
        return acts;
    }

    List<CaseFindingEntity> findings() {
        return findings;
    }

    /** What is stored, by the names of {@link CaseAccount}. */
    void facts(SortedMap<String, String> facts, boolean known) {
        String prefix = CaseAccount.prefix(id);
        put(facts, prefix + "procedure", procedure);
        put(facts, prefix + "policyVersion", policyVersion);
        put(facts, prefix + "revision", Integer.toString(revision));
        put(facts, prefix + "binding", binding);
        put(facts, prefix + "submittedBy", submittedBy);
        put(facts, prefix + "submittedAt", submittedAt.toString());
        put(facts, prefix + "resubmits", resubmits);
        put(facts, prefix + "findings", Integer.toString(findings.size()));
        boolean ended = status == ApprovalCase.Status.WITHDRAWN || status == ApprovalCase.Status.SUPERSEDED;
        if (known || ended) {
            put(facts, prefix + "status", status.name());
            put(facts, prefix + "step", step);
        }
        for (ActEntity act : acts) {
            facts.put(prefix + "act " + act.position(), act.line());
        }
    }

    private static void put(SortedMap<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.put(name, value);
        }
    }

    ApprovalCase toCase() {
        return new ApprovalCase(
                id,
                new ItemId(item),
                revision,
                category(),
                procedure,
                policyVersion,
                binding,
                status,
                step,
                stepDue,
                submittedAt,
                submittedBy(),
                resubmits,
                assignedUnit,
                assignedOfficer == null ? null : new OfficerId(assignedOfficer),
                publisher(),
                acts.stream().map(ActEntity::toAct).toList(),
                findings.stream().map(CaseFindingEntity::toFinding).toList());
    }
}
