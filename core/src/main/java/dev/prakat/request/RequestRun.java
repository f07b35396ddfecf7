package dev.prakat.request;

import dev.prakat.policy.RequestPolicy;
import dev.prakat.policy.RequestStep;
import dev.prakat.policy.RequestStep.Kind;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request for data on its way through the steps: pure, a state and an act give the next state. It does not know who acts;
 * whoever asks it has checked that. Immutable.
 *
 * @param policy the policy
 * @param received when the document reached the division
 * @param informationAct whether it is made under the Official Information Act, with a clock of its own
 * @param state how it stands
 * @param step the step that is awaited; null once the case is closed
 * @param began when the step's clock began
 * @param ground the ground of the Personal Data Protection Act on which it was approved, or null
 * @param ways how it was sent, or why not, by way. Source: S000-R19, AMB-36
 * @param done the steps that were done, oldest first
 */
public record RequestRun(
        RequestPolicy policy,
        Instant received,
        boolean informationAct,
        State state,
        @Nullable Kind step,
        Instant began,
        @Nullable String ground,
        Map<Way, String> ways,
        List<StepDone> done) {

    private static final String SENT = "";

    /** How a request stands. */
    public enum State {
        /** A step is awaited. */
        IN_PROGRESS,
        /** Not yet approved: what the Secretary-General instructed is being done. No clock runs. Source: S000-R20 */
        AWAITING_INSTRUCTION,
        /** The data was sent. */
        SENT,
        /** The requester was told that the agency does not hold it. Source: S000-R11 */
        NOT_HELD
    }

    /** A way by which data is sent; both are needed. Source: S000-R19 */
    public enum Way {
        /** Electronic mail. */
        EMAIL,
        /** The post. */
        POST
    }

    /** Copies the collections. */
    public RequestRun {
        ways = Map.copyOf(ways);
        done = List.copyOf(done);
    }

    /**
     * Begins with the document that reached the division. Source: S000-R02
     *
     * @param policy the policy
     * @param at when it came; the first clock begins here
     * @param informationAct whether it is made under the Official Information Act
     * @return the run
     */
    public static RequestRun received(RequestPolicy policy, Instant at, boolean informationAct) {
        return new RequestRun(
                policy, at, informationAct, State.IN_PROGRESS, Kind.RECEIVE, at, null, Map.of(), List.of());
    }

    /**
     * The person in charge has it. Source: S000-R03
     *
     * @param at when
     * @return the run after it
     * @throws PrakatException CONFLICT if another step is awaited
     */
    public RequestRun assigned(Instant at) {
        return move(Kind.RECEIVE, Kind.CLARIFY, at);
    }

    /**
     * It is clear what is wanted, how urgently, and who holds it. Source: S000-R04, S000-R05, S000-R06
     *
     * @param branch whether and where the data is held
     * @param at when
     * @return the run after it
     * @throws PrakatException CONFLICT if another step is awaited
     */
    public RequestRun clarified(Branch branch, Instant at) {
        return move(Kind.CLARIFY, branch.step(), at);
    }

    /**
     * The data is complete. Source: S000-R08, S000-R10
     *
     * @param at when
     * @return the run after it
     * @throws PrakatException CONFLICT if the data is neither prepared nor collected
     */
    public RequestRun complete(Instant at) {
        return move(step == Kind.COLLECT ? Kind.COLLECT : Kind.PREPARE_HELD, Kind.PRODUCE, at);
    }

    /**
     * The requester was told by letter that the agency does not hold it: the case is closed, without the other steps. Source:
     * S000-R11, S000-R12
     *
     * @param at when
     * @return the closed run
     * @throws PrakatException CONFLICT in another branch
     */
    public RequestRun toldNotHeld(Instant at) {
        return closed(move(Kind.TELL_NOT_HELD, Kind.TELL_NOT_HELD, at), State.NOT_HELD);
    }

    /**
     * The data is produced. Source: S000-R13
     *
     * @param at when
     * @return the run after it
     * @throws PrakatException CONFLICT if another step is awaited
     */
    public RequestRun produced(Instant at) {
        return move(Kind.PRODUCE, Kind.VERIFY, at);
    }

    /**
     * The data was verified. Source: S000-R15
     *
     * @param correct whether it is correct; if not, it is produced again
     * @param at when
     * @return the run after it
     * @throws PrakatException CONFLICT if another step is awaited
     */
    public RequestRun verified(boolean correct, Instant at) {
        return move(Kind.VERIFY, correct ? Kind.PROPOSE : Kind.PRODUCE, at);
    }

    /**
     * The letter went to the Secretary-General. Source: S000-R17
     *
     * @param at when
     * @return the run after it
     * @throws PrakatException CONFLICT if another step is awaited
     */
    public RequestRun proposed(Instant at) {
        return move(Kind.PROPOSE, Kind.APPROVE, at);
    }

    /**
     * The Secretary-General or a delegate approved. Source: S000-R19, S000-R21, S000-R22
     *
     * @param legalGround the ground of the Personal Data Protection Act or of section 24 of the Official Information Act
     * @param at when
     * @return the run after it
     * @throws PrakatException CONFLICT if no approval is awaited, INVALID_INPUT if the policy needs a ground and none is given
     */
    public RequestRun approved(String legalGround, Instant at) {
        if (policy.groundNeeded() && legalGround.isBlank()) {
            throw new PrakatException(
                    ProblemCode.INVALID_INPUT,
                    "the approval names no ground, expected one such as PDPA-24-4 or OIA-24-3 (S000-R22); write it");
        }
        RequestRun next = move(Kind.APPROVE, Kind.SEND, at);
        return new RequestRun(
                policy, received, informationAct, next.state, next.step, at, legalGround, ways, next.done);
    }

    /**
     * Not yet approved: it is done as the Secretary-General instructs, for example with the information committee. The clock stands
     * still. Source: S000-R20
     *
     * @return the run, waiting
     * @throws PrakatException CONFLICT if no approval is awaited
     */
    public RequestRun instructed() {
        require(Kind.APPROVE);
        return new RequestRun(
                policy, received, informationAct, State.AWAITING_INSTRUCTION, step, began, ground, ways, done);
    }

    /**
     * What was instructed is done, and the approval is awaited again. Source: S000-R20
     *
     * @param at when; the norm counts anew
     * @return the run after it
     * @throws PrakatException CONFLICT if nothing was instructed
     */
    public RequestRun instructionDone(Instant at) {
        if (state != State.AWAITING_INSTRUCTION) {
            throw conflict("nothing was instructed");
        }
        return new RequestRun(
                policy, received, informationAct, State.IN_PROGRESS, Kind.APPROVE, at, ground, ways, done);
    }

    /**
     * The data was sent one way; with the second one the case is closed. Source: S000-R19
     *
     * @param way the way
     * @param at when
     * @return the run after it
     * @throws PrakatException CONFLICT if it is not approved
     */
    public RequestRun sent(Way way, Instant at) {
        return by(way, SENT, at);
    }

    /**
     * One way is waived. Source: S000-R19, AMB-36
     *
     * @param way the way
     * @param reason why
     * @param at when
     * @return the run after it
     * @throws PrakatException CONFLICT if it is not approved or was sent neither way; INVALID_INPUT without a reason
     */
    public RequestRun waived(Way way, String reason, Instant at) {
        if (reason.isBlank()) {
            throw new PrakatException(
                    ProblemCode.INVALID_INPUT, "sending by " + way + " is waived without a reason; write why");
        }
        if (!ways.containsValue(SENT)) {
            throw conflict("it was sent neither by e-mail nor by post yet, so nothing can be waived");
        }
        return by(way, reason, at);
    }

    /**
     * When the awaited step is due.
     *
     * @return the last instant, also of a norm; empty when there is no limit, or it waits as instructed
     */
    public Optional<Instant> due() {
        return step == null || state == State.AWAITING_INSTRUCTION ? Optional.empty() : due(step);
    }

    /**
     * When a request under the Official Information Act is due as a whole.
     *
     * @return the last instant; empty for another request
     */
    public Optional<Instant> informationActDue() {
        return informationAct
                ? Optional.of(policy.calendar().due(received, policy.informationAct(), policy.deadlines()))
                : Optional.empty();
    }

    /**
     * Whether a limit that binds is broken, or was in an earlier step.
     *
     * @param now the instant
     * @return true for a late step; also when the Act's clock ran out while the case was open
     */
    public boolean late(Instant now) {
        boolean awaited = step != null
                && !policy.step(step).soft()
                && due().filter(now::isAfter).isPresent();
        Instant until =
                step == null && !done.isEmpty() ? done.get(done.size() - 1).done() : now;
        boolean act = informationActDue().filter(until::isAfter).isPresent();
        return awaited || act || done.stream().anyMatch(StepDone::late);
    }

    /**
     * Whether a norm is passed: somebody should be reminded. Source: AMB-34
     *
     * @param now the instant
     * @return true past a limit that does not bind
     */
    public boolean remind(Instant now) {
        return step != null
                && policy.step(step).soft()
                && due().filter(now::isAfter).isPresent();
    }

    private Optional<Instant> due(Kind kind) {
        RequestStep found = policy.step(kind);
        return found.within() == null
                ? Optional.empty()
                : Optional.of(policy.calendar().due(began, found.within(), policy.deadlines()));
    }

    private RequestRun by(Way way, String how, Instant at) {
        require(Kind.SEND);
        Map<Way, String> all = new EnumMap<>(Way.class);
        all.putAll(ways);
        all.put(way, how);
        RequestRun next = new RequestRun(policy, received, informationAct, state, step, began, ground, all, done);
        return all.size() < Way.values().length ? next : closed(next.move(Kind.SEND, Kind.SEND, at), State.SENT);
    }

    private static RequestRun closed(RequestRun run, State end) {
        return new RequestRun(
                run.policy, run.received, run.informationAct, end, null, run.began, run.ground, run.ways, run.done);
    }

    private RequestRun move(Kind from, Kind to, Instant at) {
        require(from);
        Instant due = policy.step(from).soft() ? null : due(from).orElse(null);
        List<StepDone> all = new ArrayList<>(done);
        all.add(new StepDone(from, began, due, at));
        return new RequestRun(policy, received, informationAct, state, to, at, ground, ways, all);
    }

    private void require(Kind kind) {
        if (step != kind || state != State.IN_PROGRESS) {
            throw conflict("the step " + kind + " is not awaited");
        }
    }

    private PrakatException conflict(String why) {
        return new PrakatException(
                ProblemCode.CONFLICT,
                "request: " + why + "; it is " + state + (step == null ? "" : " at the step " + step));
    }
}
