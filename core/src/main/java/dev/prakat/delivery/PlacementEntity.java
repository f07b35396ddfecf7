package dev.prakat.delivery;

import dev.prakat.delivery.Desired.Order;
import dev.prakat.delivery.Desired.Schedule;
import dev.prakat.item.ItemId;
import dev.prakat.item.TakeDownOrder;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of placements: what must be shown, and beside it, never mixed with it, what was last confirmed. */
@Entity
@Table(name = "prakat_placement")
class PlacementEntity {

    /** What the target was last known to show. */
    enum Confirmed {
        /** Nothing of this item was ever begun here. */
        NOTHING,
        /** A try was begun and nobody knows how it ended. */
        UNSURE,
        /** A revision. */
        REVISION,
        /** It is taken down. */
        TAKEN_DOWN
    }

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "item_id", nullable = false, updatable = false)
    private String item;

    @Column(name = "target", nullable = false, updatable = false)
    private String target;

    @Embedded
    private ApprovedPlan plan;

    @Column(name = "ordered_at")
    private @Nullable Instant orderedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "order_kind")
    private @Nullable TakeDownKind orderKind;

    @Enumerated(EnumType.STRING)
    @Column(name = "order_reason")
    private @Nullable TakeDownReason orderReason;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private PlacementState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "confirmed", nullable = false)
    private Confirmed confirmed;

    @Column(name = "confirmed_revision")
    private @Nullable Integer confirmedRevision;

    @Column(name = "fence", nullable = false)
    private long fence;

    @Column(name = "attempted")
    private @Nullable String attempted;

    @Column(name = "due_at")
    private @Nullable Instant due;

    @Column(name = "removal", nullable = false)
    private boolean removal;

    @Column(name = "attempts", nullable = false)
    private int attempts;

    @Column(name = "last_problem")
    private @Nullable String lastProblem;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    @Column(name = "proven_at")
    private @Nullable Instant provenAt;

    @Column(name = "removal_due_at")
    private @Nullable Instant removalDueAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    /** From the instant the last removal was due to its proof. */
    @Column(name = "removal_late_ms")
    private @Nullable Long lateMillis;

    @Embedded
    private Claim claim = Claim.none();

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected PlacementEntity() {}

    PlacementEntity(ItemId item, String target, ApprovedPlan plan) {
        this.id = key(item, target);
        this.item = item.value();
        this.target = target;
        this.state = PlacementState.WAITING;
        this.confirmed = Confirmed.NOTHING;
        this.plan = plan;
    }

    static String key(ItemId item, String target) {
        return item.value() + "@" + target;
    }

    /** Takes over a newly approved plan. What is public stays so until the sweep replaces it. */
    void plan(ApprovedPlan approved, Instant now) {
        plan = approved;
        orderedAt = null;
        orderKind = null;
        orderReason = null;
        if (confirmed == Confirmed.NOTHING || state == PlacementState.DEAD) {
            state = PlacementState.WAITING;
        }
        dueAt(begun() ? now : plan.opens());
    }

    /** Whether anything of the item was ever begun here. */
    boolean begun() {
        return confirmed != Confirmed.NOTHING;
    }

    /** Takes over an order: due at once, whatever the state. */
    void order(TakeDownOrder order) {
        orderedAt = order.at();
        orderKind = order.kind();
        orderReason = order.reason();
        dueAt(order.at());
    }

    /** A placement that the newest approval no longer names is taken down at once. */
    void dropped(Instant at) {
        orderedAt = at;
        orderKind = plan.kind();
        orderReason = TakeDownReason.SUPERSEDED;
        dueAt(at);
    }

    Schedule schedule() {
        Order order = orderedAt == null || orderKind == null || orderReason == null
                ? null
                : new Order(orderKind, orderReason, orderedAt);
        return plan.schedule(order);
    }

    /** The end of the period or the order, whichever is named; never later than the given instant. */
    private void dueAt(Instant wanted) {
        Instant end = end();
        boolean endFirst = end != null && !wanted.isBefore(end);
        due = endFirst ? end : wanted;
        removal = endFirst;
    }

    /** Counts the try before it is made, so that a crash cannot hide it. Raises the fence when the decision is a new one. */
    void begin(Desired desired) {
        if (!desired.key().equals(attempted)) {
            attempted = desired.key();
            fence++;
            attempts = 0;
        }
        attempts++;
        if (desired instanceof Desired.TakenDown down) {
            state = PlacementState.REMOVING;
            removalDueAt = down.since();
        } else {
            state = PlacementState.DELIVERING;
        }
        if (confirmed == Confirmed.NOTHING) {
            confirmed = Confirmed.UNSURE;
        }
    }

    /** The decision was reached before anything was ever begun here: there is nothing to take down. */
    void endUnbegun(PlacementState last, String why) {
        claim = Claim.none();
        state = last;
        lastProblem = why;
        due = null;
    }

    void delivered(int revisionNumber, Instant at) {
        state = PlacementState.LIVE;
        confirmed = Confirmed.REVISION;
        confirmedRevision = revisionNumber;
        deliveredAt = at;
        lastProblem = null;
    }

    void takenDown(Instant at) {
        state = PlacementState.REMOVED;
        confirmed = Confirmed.TAKEN_DOWN;
        confirmedRevision = null;
        removedAt = at;
        lastProblem = null;
    }

    /** Everything is seen as it must be. */
    void proven(Instant at) {
        claim = Claim.none();
        boolean live = confirmed == Confirmed.REVISION;
        state = live ? PlacementState.LIVE_PROVEN : PlacementState.REMOVAL_PROVEN;
        provenAt = at;
        lastProblem = null;
        attempts = 0;
        if (live) {
            due = end();
            removal = due != null;
        } else {
            lateMillis = removalDueAt == null
                    ? null
                    : Math.max(0, Duration.between(removalDueAt, at).toMillis());
            // A later window of a newer approval, if there is one, is still to come.
            due = orderedAt == null && plan.opens().isAfter(at) ? plan.opens() : null;
            removal = false;
        }
    }

    private @Nullable Instant end() {
        return orderedAt != null ? orderedAt : plan.closes();
    }

    /** Not proven yet: looked at again later. */
    void unproven(String what, boolean takeDown, Instant next) {
        claim = Claim.none();
        lastProblem = what;
        attempts++;
        again(takeDown, next);
    }

    void failed(String problem, boolean takeDown, Instant next) {
        claim = Claim.none();
        state = PlacementState.FAILED;
        lastProblem = problem;
        again(takeDown, next);
    }

    /** A take-down is tried again when it is told to be; a publication then too, unless its period ends before. */
    private void again(boolean takeDown, Instant next) {
        if (takeDown) {
            due = next;
            removal = true;
        } else {
            dueAt(next);
        }
    }

    /** Not tried again. If something of it may be public, it is still taken down when its period ends. */
    void dead(String problem) {
        claim = Claim.none();
        state = PlacementState.DEAD;
        lastProblem = problem;
        due = end();
        removal = due != null;
    }

    /** It was about to be published or taken down, and before the target was called something was wrong. */
    void tried() {
        attempts++;
    }

    /** The target has seen a higher fence than ours, as after our database was restored: the next try jumps above it. */
    void fenceSeen(long highest) {
        fence = Math.max(fence, highest);
        attempted = null;
    }

    /** By command: what the website shows is doubted, so the decision is carried out once more with a higher fence. */
    void doAgain(boolean takeDown, Instant now) {
        confirmed = Confirmed.UNSURE;
        attempted = null;
        again(takeDown, now);
    }

    String id() {
        return id;
    }

    ItemId item() {
        return new ItemId(item);
    }

    String target() {
        return target;
    }

    /** What the newest approval says. */
    ApprovedPlan plan() {
        return plan;
    }

    @Nullable
    Integer confirmedRevision() {
        return confirmedRevision;
    }

    PlacementState state() {
        return state;
    }

    int version() {
        return version;
    }

    Confirmed confirmed() {
        return confirmed;
    }

    boolean shows(Desired desired) {
        if (desired instanceof Desired.Present present) {
            return confirmed == Confirmed.REVISION
                    && Integer.valueOf(present.revision()).equals(confirmedRevision)
                    && desired.key().equals(attempted);
        }
        return desired instanceof Desired.TakenDown
                && confirmed == Confirmed.TAKEN_DOWN
                && desired.key().equals(attempted);
    }

    long fence() {
        return fence;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    Instant due() {
        return due;
    }

    Claim claim() {
        return claim;
    }

    /** Taken by whoever holds the token, or held on to for longer. */
    void claim(Claim wanted) {
        claim = wanted;
    }

    Placement toPlacement(List<PlacementArtefact> artefacts) {
        Duration late =
                lateMillis == null || state != PlacementState.REMOVAL_PROVEN ? null : Duration.ofMillis(lateMillis);
        return new Placement(
                id,
                item(),
                target,
                schedule(),
                state,
                fence,
                due,
                attempts,
                lastProblem,
                deliveredAt,
                provenAt,
                late,
                artefacts);
    }
}
