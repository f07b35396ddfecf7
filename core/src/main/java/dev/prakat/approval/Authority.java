package dev.prakat.approval;

import dev.prakat.duty.Part;
import dev.prakat.item.Item;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepActor.DutyHolder;
import dev.prakat.procedure.StepKind;
import dev.prakat.spi.Officer;
import dev.prakat.staff.StaffRegister;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may do what. Every "no" names the person, what was asked, and who may. */
final class Authority {

    private final AgencyPolicy policy;
    private final StaffRegister staff;
    private final Capacity capacity;
    private final StepHolders holders;

    Authority(AgencyPolicy policy, StaffRegister staff) {
        this.policy = policy;
        this.staff = staff;
        this.capacity = new Capacity(policy, staff);
        this.holders = new StepHolders(policy, staff);
    }

    Capacity capacity() {
        return capacity;
    }

    StepHolders holders() {
        return holders;
    }

    /** An officer of the unit that owns the item. */
    void requireOfUnit(Officer officer, Item item, String what) {
        if (!officer.unit().equals(item.ownerUnit())) {
            throw no(
                    officer,
                    what + " item " + item.id(),
                    "the item belongs to unit " + item.ownerUnit(),
                    "an officer of " + item.ownerUnit());
        }
    }

    /**
     * Where the agreement itself makes it public, whoever asks for it publishes it in the name of the unit and must be
     * appointed for that. Source: S001-R07, S001-R08, S001-R09
     */
    void requireAppointedSubmitter(Officer officer, Procedure procedure, CaseFacts facts, Instant at) {
        if (policy.settings().publishedByOfficer()) {
            return;
        }
        procedure.steps().stream()
                .filter(step -> step.kind() == StepKind.PUBLISH && step.who() instanceof DutyHolder)
                .filter(step -> capacity.of(officer, step.who(), facts, at).isPresent())
                .findFirst()
                .ifPresent(step -> requireAppointed(officer, "submit item " + facts.item() + " for publication", at));
    }

    /**
     * Whoever the step names; nobody who wrote or submitted the item where the policy says so, and nobody who played a part
     * that the policy keeps apart. Source: S001-R09, AMB-02
     */
    Standing requireTaker(Officer officer, CaseFacts facts, Step step, Instant at) {
        String what = verb(step) + " the step '" + step.id() + "' of item " + facts.item();
        Part part = step.kind().part().orElse(null);
        boolean own = officer.id().equals(facts.submittedBy()) || officer.id().equals(facts.author());
        if (part == Part.APPROVER && policy.settings().approverMustDiffer() && own) {
            throw no(
                    officer,
                    what,
                    "the same person drafted or submitted it (AMB-02)",
                    holders.words(step.who(), facts, at));
        }
        Standing standing = capacity.of(officer, step.who(), facts, at)
                .orElseThrow(() -> no(
                        officer,
                        what,
                        "the officer is " + describe(officer) + ", and the category is " + facts.category(),
                        holders.words(step.who(), facts, at)));
        if (part != null) {
            Optional<String> conflict =
                    policy.separation().conflict(part, officer.id().value(), facts.played());
            if (conflict.isPresent()) {
                throw no(officer, what, conflict.get(), holders.words(step.who(), facts, at));
            }
        }
        if (step.kind() == StepKind.PUBLISH && step.who() instanceof DutyHolder && standing.order() == null) {
            requireAppointed(officer, what, at);
        }
        return standing;
    }

    /** In what capacity an officer might take a step; empty, without saying why, when the officer may not. */
    Optional<Standing> asTaker(Officer officer, CaseFacts facts, Step step, Instant at) {
        try {
            return Optional.of(requireTaker(officer, facts, step, at));
        } catch (PrakatException e) {
            return Optional.empty();
        }
    }

    /** Anybody of the item's unit, and of a unit that holds a duty for its category: taking down must never wait. */
    void requireWithdrawer(Officer officer, Item item, CaseFacts facts, String what, Instant at) {
        boolean allowed = officer.unit().equals(item.ownerUnit())
                || policy.duties().stream()
                        .anyMatch(duty ->
                                capacity.ofDuty(officer, duty.id(), facts, at).isPresent());
        if (!allowed) {
            throw no(
                    officer,
                    what + " item " + item.id(),
                    "the officer is " + describe(officer),
                    "an officer of " + item.ownerUnit() + " or of a unit that holds a duty for "
                            + item.publicCategory());
        }
    }

    private void requireAppointed(Officer officer, String what, Instant at) {
        boolean asked = policy.settings().appointmentRequired() || staff.keepsAppointments(officer.unit());
        if (!asked || staff.appointment(officer.id(), officer.unit(), at).isPresent()) {
            return;
        }
        String appointed = staff.ofUnit(officer.unit()).stream()
                .filter(other ->
                        staff.appointment(other.id(), officer.unit(), at).isPresent())
                .map(other -> other.id().value())
                .collect(Collectors.joining(", "));
        throw no(
                officer,
                what,
                "no appointment to publish for " + officer.unit() + " is in force (S001-R07, S001-R08)",
                appointed.isEmpty() ? "nobody of the unit is appointed now" : appointed);
    }

    private static String verb(Step step) {
        return switch (step.kind()) {
            case DECIDE -> "decide";
            case PUBLISH -> "publish by";
            case VERIFY -> "verify by";
            case SUBMIT, NOTIFY -> "take";
        };
    }

    static String describe(Officer officer) {
        String posts = officer.posts().stream().sorted().collect(Collectors.joining(", "));
        return (posts.isEmpty() ? "an officer" : posts) + " of " + officer.unit();
    }

    static PrakatException no(Officer officer, String what, String why, String who) {
        return new PrakatException(
                ProblemCode.NOT_ALLOWED, officer.id() + " may not " + what + ": " + why + "; who may: " + who);
    }
}
