package dev.prakat.approval;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.duty.DutyActor;
import dev.prakat.duty.DutyQuestion;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.procedure.Post;
import dev.prakat.procedure.StepActor;
import dev.prakat.procedure.StepActor.AnyOf;
import dev.prakat.procedure.StepActor.AssignedOfficer;
import dev.prakat.procedure.StepActor.DutyHolder;
import dev.prakat.procedure.StepActor.PostHolder;
import dev.prakat.procedure.StepActor.Requester;
import dev.prakat.spi.Officer;
import dev.prakat.staff.Delegation;
import dev.prakat.staff.StaffRegister;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says in what capacity an officer may take a step at an instant: by post, by duty, by assignment, or by a dated order in the
 * place of another. A role that only orders fill is nobody's by the directory. Source: AMB-08, S001-R09, S001-R12.
 */
final class Capacity {

    private final AgencyPolicy policy;
    private final StaffRegister staff;

    Capacity(AgencyPolicy policy, StaffRegister staff) {
        this.policy = policy;
        this.staff = staff;
    }

    /** The capacity, or empty when the step is not the officer's to take. */
    Optional<Standing> of(Officer officer, StepActor who, CaseFacts facts, Instant at) {
        if (who instanceof AnyOf any) {
            return any.actors().stream()
                    .flatMap(one -> of(officer, one, facts, at).stream())
                    .findFirst();
        }
        if (who instanceof PostHolder post) {
            return ofPost(officer, post, facts, at);
        }
        if (who instanceof DutyHolder duty) {
            return ofDuty(officer, duty.dutyId(), facts, at);
        }
        boolean own = who instanceof AssignedOfficer
                ? officer.id().value().equals(facts.choices().officer())
                : who instanceof Requester && officer.id().equals(facts.submittedBy());
        return own
                ? Optional.of(new Standing(
                        who instanceof Requester ? "the requester" : "the assigned officer", actor(officer), null))
                : Optional.empty();
    }

    private Optional<Standing> ofPost(Officer officer, PostHolder post, CaseFacts facts, Instant at) {
        Post.FilledBy filledBy = policy.posts().stream()
                .filter(known -> known.id().equals(post.post()))
                .map(Post::filledBy)
                .findFirst()
                .orElse(Post.FilledBy.DIRECTORY);
        if (filledBy == Post.FilledBy.OUTSIDE) {
            return Optional.empty();
        }
        String unit = unit(post, facts);
        if (filledBy == Post.FilledBy.DIRECTORY
                && officer.posts().contains(post.post())
                && (unit == null || officer.unit().equals(unit))) {
            return Optional.of(new Standing(post.post() + " of " + officer.unit(), actor(officer), null));
        }
        return staff.delegations(officer.id(), at).stream()
                .filter(order -> order.role().equals(post.post()) && covers(order, facts, unit))
                .findFirst()
                .map(order -> new Standing(
                        "acting " + post.post() + " by order " + order.orderNumber(),
                        new DutyActor(unit == null ? officer.unit() : unit, Set.of(post.post())),
                        order));
    }

    /** In the place of a unit's post acts only whom an order names for that unit; a role's order may hold for every unit. */
    private static boolean covers(Delegation order, CaseFacts facts, @Nullable String unit) {
        return unit == null
                ? order.scope().covers(facts.categoryPath(), facts.ownerUnit())
                : order.scope().units().contains(unit) && order.scope().covers(facts.categoryPath(), unit);
    }

    /**
     * A duty is held by the unit, or by a post that its cell names; whoever acts in a post by order holds it like its holder.
     */
    Optional<Standing> ofDuty(Officer officer, String duty, CaseFacts facts, Instant at) {
        if (holds(actor(officer), duty, facts, at)) {
            return Optional.of(new Standing(duty + " of " + officer.unit(), actor(officer), null));
        }
        for (Delegation order : staff.delegations(officer.id(), at)) {
            Set<String> posts = new HashSet<>(officer.posts());
            posts.add(order.role());
            for (String unit : order.scope().units().isEmpty()
                    ? List.of(officer.unit())
                    : order.scope().units()) {
                DutyActor acting = new DutyActor(unit, posts);
                // The order lends the post, not the unit: without the post the unit alone must not be enough.
                boolean lent = order.scope().covers(facts.categoryPath(), unit)
                        && holds(acting, duty, facts, at)
                        && !holds(DutyActor.of(unit), duty, facts, at);
                if (lent) {
                    return Optional.of(
                            new Standing("acting " + order.role() + " by order " + order.orderNumber(), acting, order));
                }
            }
        }
        return Optional.empty();
    }

    private boolean holds(DutyActor actor, String duty, CaseFacts facts, Instant at) {
        return policy.duties().stream().anyMatch(known -> known.id().equals(duty))
                && policy.matrix()
                        .mayAct(DutyQuestion.of(facts.category(), duty, actor)
                                .ownedBy(facts.ownerUnit())
                                .onDay(day(at)))
                        .allowed();
    }

    /** The unit to which a post belongs in this case; null for whichever. */
    static @Nullable String unit(PostHolder post, CaseFacts facts) {
        return switch (post.unit()) {
            case PostHolder.AUTHOR_UNIT -> facts.submitterUnit();
            case PostHolder.ASSIGNED_UNIT ->
                facts.choices().unit() == null ? "" : facts.choices().unit();
            case PostHolder.ANY_UNIT -> null;
            default -> post.unit();
        };
    }

    static DutyActor actor(Officer officer) {
        return new DutyActor(officer.unit(), officer.posts());
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ThaiDate.BANGKOK);
    }
}
