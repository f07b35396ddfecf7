package dev.prakat.approval;

import dev.prakat.duty.DutyActor;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.RunEvent;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of what was done in the steps of a case: a decision, or a step that nobody decides done. Inserted, never updated but by an erasure. */
@Entity
@Table(name = "prakat_act")
class ActEntity {

    /** In place of an outcome: handed in, published, verified or told. */
    static final String DONE = "DONE";

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "step", nullable = false, updatable = false)
    private String step;

    @Column(name = "outcome", nullable = false, updatable = false)
    private String outcome;

    @Column(name = "choice", updatable = false)
    private @Nullable String choice;

    @Column(name = "reason", nullable = false)
    private String reason;

    /** Whether it agrees: a verification that found errors does not count towards a quorum. */
    @Column(name = "agrees", nullable = false, updatable = false)
    private boolean agrees;

    @Column(name = "officer", nullable = false, updatable = false)
    private String officer;

    @Column(name = "unit", nullable = false, updatable = false)
    private String unit;

    @Column(name = "posts", nullable = false, updatable = false)
    private String posts;

    @Column(name = "order_number", updatable = false)
    private @Nullable String orderNumber;

    @Column(name = "decided_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "due_at", updatable = false)
    private @Nullable Instant due;

    /** Whether the run moved by it; not, while a quorum waits for others. */
    @Column(name = "moved", nullable = false, updatable = false)
    private boolean moved;

    protected ActEntity() {}

    ActEntity(String caseId, int position, ApprovalCase.Act act, DutyActor actor, boolean agrees, boolean moved) {
        this.id = caseId + "/" + position;
        this.position = position;
        this.step = act.step();
        this.outcome = act.outcome() == null ? DONE : act.outcome().name();
        this.choice = act.choice();
        this.reason = act.reason();
        this.officer = act.officer().value();
        this.agrees = agrees;
        this.unit = actor.unit();
        this.posts = String.join("|", actor.posts().stream().sorted().toList());
        this.orderNumber = act.orderNumber();
        this.at = act.at();
        this.due = act.due();
        this.moved = moved;
    }

    void eraseWords() {
        reason = "";
    }

    int position() {
        return position;
    }

    /** What was done, as {@link CaseAccount} tells it. */
    String line() {
        return CaseAccount.line(step, outcome, choice == null ? "" : choice, officer, at);
    }

    boolean counts() {
        return agrees;
    }

    boolean moved() {
        return moved;
    }

    String step() {
        return step;
    }

    String officer() {
        return officer;
    }

    Instant at() {
        return at;
    }

    DutyActor actor() {
        return new DutyActor(unit, posts.isEmpty() ? Set.of() : Set.of(posts.split("\\|")));
    }

    RunEvent event() {
        return outcome.equals(DONE)
                ? new RunEvent.Completed(at)
                : new RunEvent.Decided(Outcome.valueOf(outcome), choice, at);
    }

    ApprovalCase.Act toAct() {
        return new ApprovalCase.Act(
                step,
                outcome.equals(DONE) ? null : Outcome.valueOf(outcome),
                choice,
                reason,
                new OfficerId(officer),
                orderNumber,
                at,
                due);
    }
}
