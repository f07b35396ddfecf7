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
import java.util.function.Supplier;
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
        Answer answer = answer(officer, facts, step, at);
        if (answer instanceof Yes yes) {
            return yes.standing();
        }
        No no = (No) answer;
        throw no(
                officer,
                verb(step) + " the step '" + step.id() + "' of item " + facts.item(),
                no.why().get(),
                no.unappointed() ? appointed(officer.unit(), at) : holders.words(step.who(), facts, at));
    }

    /** Whether an officer may; why not is put into words only where somebody reads them. */
    private sealed interface Answer {}

    private record Yes(Standing standing) implements Answer {}

    private record No(boolean unappointed, Supplier<String> why) implements Answer {}

    private Answer answer(Officer officer, CaseFacts facts, Step step, Instant at) {
        Part part = step.kind().part().orElse(null);
        boolean own = officer.id().equals(facts.submittedBy()) || officer.id().equals(facts.author());
        if (part == Part.APPROVER && policy.settings().approverMustDiffer() && own) {
            return new No(false, () -> "the same person drafted or submitted it (AMB-02)");
        }
        Standing standing = capacity.of(officer, step.who(), facts, at).orElse(null);
        if (standing == null) {
            return new No(
                    false, () -> "the officer is " + describe(officer) + ", and the category is " + facts.category());
        }
        if (part != null) {
            Optional<String> conflict =
                    policy.separation().conflict(part, officer.id().value(), facts.played());
            if (conflict.isPresent()) {
                return new No(false, conflict::get);
            }
        }
        boolean appointed = step.kind() != StepKind.PUBLISH
                || !(step.who() instanceof DutyHolder)
                || standing.order() != null
                || isAppointed(officer, at);
        return appointed ? new Yes(standing) : new No(true, () -> notAppointed(officer));
    }

    /** In what capacity an officer might take a step; empty, without saying why, when the officer may not. */
    Optional<Standing> asTaker(Officer officer, CaseFacts facts, Step step, Instant at) {
        return answer(officer, facts, step, at) instanceof Yes yes ? Optional.of(yes.standing()) : Optional.empty();
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
        if (!isAppointed(officer, at)) {
            throw no(officer, what, notAppointed(officer), appointed(officer.unit(), at));
        }
    }

    private boolean isAppointed(Officer officer, Instant at) {
        boolean asked = policy.settings().appointmentRequired() || staff.keepsAppointments(officer.unit());
        return !asked || staff.appointment(officer.id(), officer.unit(), at).isPresent();
    }

    private static String notAppointed(Officer officer) {
        return "no appointment to publish for " + officer.unit() + " is in force (S001-R07, S001-R08)";
    }

    private String appointed(String unit, Instant at) {
        String names = staff.ofUnit(unit).stream()
                .filter(other -> staff.appointment(other.id(), unit, at).isPresent())
                .map(other -> other.id().value())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "nobody of the unit is appointed now" : names;
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
