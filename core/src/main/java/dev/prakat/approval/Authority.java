package dev.prakat.approval;

import dev.prakat.duty.DutyActor;
import dev.prakat.duty.DutyAnswer;
import dev.prakat.duty.DutyQuestion;
import dev.prakat.item.Item;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepActor;
import dev.prakat.procedure.StepActor.AnyOf;
import dev.prakat.procedure.StepActor.DutyHolder;
import dev.prakat.procedure.StepActor.PostHolder;
import dev.prakat.spi.Officer;
import dev.prakat.staff.StaffRegister;
import java.util.List;
import java.util.stream.Collectors;

/** Who may do what. Every "no" names the person, what was asked, and who may. */
final class Authority {

    private static final String DATA = "DATA";
    private static final String PUBLISH = "PUBLISH";

    private final AgencyPolicy policy;
    private final StaffRegister staff;

    Authority(AgencyPolicy policy, StaffRegister staff) {
        this.policy = policy;
        this.staff = staff;
    }

    /** An officer of the item's unit, whose unit holds the duty to give the data and to publish it. Source: S001-R06, R15 */
    void requireSubmitter(Officer officer, Item item) {
        if (!officer.unit().equals(item.ownerUnit())) {
            throw no(
                    officer,
                    "submit item " + item.id(),
                    "the item belongs to unit " + item.ownerUnit(),
                    "an officer of " + item.ownerUnit());
        }
        for (String duty : List.of(DATA, PUBLISH)) {
            if (policy.duties().stream().noneMatch(own -> own.id().equals(duty))) {
                continue;
            }
            DutyAnswer answer = policy.matrix().mayAct(item.category(), duty, officer.unit(), item.ownerUnit());
            if (!answer.allowed()) {
                throw no(
                        officer,
                        "submit item " + item.id(),
                        answer.reason(),
                        answer.holders().isEmpty()
                                ? "nobody yet"
                                : "an officer of " + String.join(" or ", answer.holders()));
            }
        }
    }

    /** Whoever the step names; where the policy says so, nobody who wrote or submitted the item. Source: S001-R09, AMB-02 */
    void requireDecider(Officer officer, Item item, CaseEntity run, Step step) {
        String what = "decide the step '" + step.id() + "' of item " + item.id();
        if (policy.settings().approverMustDiffer()
                && (officer.id().equals(run.submittedBy()) || officer.id().equals(item.author()))) {
            throw no(officer, what, "the same person drafted or submitted it", who(step.who(), item, run));
        }
        if (!names(step.who(), officer, item, run)) {
            throw no(officer, what, "the officer is " + describe(officer), who(step.who(), item, run));
        }
    }

    /** Anybody of the item's unit, and of a unit that holds a duty for its category: taking down must never wait. */
    void requireWithdrawer(Officer officer, Item item) {
        boolean allowed = officer.unit().equals(item.ownerUnit())
                || policy.duties().stream()
                        .anyMatch(duty -> policy.matrix()
                                .mayAct(item.category(), duty.id(), officer.unit(), item.ownerUnit())
                                .allowed());
        if (!allowed) {
            throw no(
                    officer,
                    "withdraw item " + item.id(),
                    "the officer is " + describe(officer),
                    "an officer of " + item.ownerUnit() + " or of a unit that holds a duty for " + item.category());
        }
    }

    private boolean names(StepActor actor, Officer officer, Item item, CaseEntity run) {
        if (actor instanceof PostHolder post) {
            return officer.posts().contains(post.post())
                    && (post.unit().equals(PostHolder.ANY_UNIT)
                            || officer.unit().equals(unitOf(post, run)));
        }
        if (actor instanceof AnyOf any) {
            return any.actors().stream().anyMatch(one -> names(one, officer, item, run));
        }
        // Officers to whom a case was assigned, and signatories outside, are not known here yet: nobody is let in.
        return actor instanceof DutyHolder duty
                && policy.matrix()
                        .mayAct(DutyQuestion.of(
                                        item.category(), duty.dutyId(), new DutyActor(officer.unit(), officer.posts()))
                                .ownedBy(item.ownerUnit()))
                        .allowed();
    }

    private static String unitOf(PostHolder post, CaseEntity run) {
        return post.ofAuthorUnit() ? run.submitterUnit() : post.unit();
    }

    private String who(StepActor actor, Item item, CaseEntity run) {
        if (actor instanceof AnyOf any) {
            return any.actors().stream().map(one -> who(one, item, run)).collect(Collectors.joining(" or "));
        }
        if (actor instanceof PostHolder post && post.unit().equals(PostHolder.ANY_UNIT)) {
            return post.post();
        }
        if (actor instanceof PostHolder post) {
            String unit = unitOf(post, run);
            String names = staff.holdersOfPost(unit, post.post()).stream()
                    .map(officer -> officer.id().value())
                    .collect(Collectors.joining(", "));
            return post.post() + " of " + unit + (names.isEmpty() ? " (the post is vacant)" : " (" + names + ")");
        }
        if (!(actor instanceof DutyHolder duty)) {
            return actor.toString();
        }
        DutyAnswer answer = policy.matrix().mayAct(item.category(), duty.dutyId(), item.ownerUnit(), item.ownerUnit());
        return "an officer of " + String.join(" or ", answer.holders());
    }

    private static String describe(Officer officer) {
        String posts = officer.posts().stream().sorted().collect(Collectors.joining(", "));
        return (posts.isEmpty() ? "an officer" : posts) + " of " + officer.unit();
    }

    private static PrakatException no(Officer officer, String what, String why, String who) {
        return new PrakatException(
                ProblemCode.NOT_ALLOWED, officer.id() + " may not " + what + ": " + why + "; who may: " + who);
    }
}
