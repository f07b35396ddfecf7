package dev.prakat.request;

import dev.prakat.policy.RequestPolicy;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.request.RequestLetter.LetterKind;
import dev.prakat.request.RequestRun.Way;
import dev.prakat.spi.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How data leaves, or how a request ends without it: the letter to the Secretary-General, the approval or what is instructed in its
 * place, sending by both ways, and the letter that says the agency does not hold the data. Thread-safe. Source: S000-R11, S000-R17
 * to S000-R21
 */
public final class RequestRelease {

    private final RequestDesk desk;
    private final LetterWriter writer;
    private final RequestPolicy policy;

    RequestRelease(RequestDesk desk, LetterWriter writer) {
        this.desk = desk;
        this.writer = writer;
        this.policy = desk.policy();
    }

    /**
     * Tells the requester by a numbered letter that the agency does not hold the data, which closes the case. Source: S000-R11,
     * S000-R12
     *
     * @param actor an officer of the division
     * @param number the request's number
     * @return the request after it
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} in another branch
     */
    public DataRequest toldNotHeld(Actor actor, RequestNumber number) {
        return desk.change(actor, "request.close", number, (recording, request) -> {
            RequestRun after = request.run(policy).toldNotHeld(recording.now());
            writer.write(recording, request, LetterKind.NOT_HELD, null);
            request.take(recording, after);
            return Map.of();
        });
    }

    /**
     * Writes the letter to the Secretary-General, and the one to the requester that is to be signed. Source: S000-R17, S000-R18
     *
     * @param actor an officer of the division
     * @param number the request's number
     * @return the request after it
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if another step is awaited
     */
    public DataRequest propose(Actor actor, RequestNumber number) {
        return desk.change(actor, "request.propose", number, (recording, request) -> {
            RequestRun after = request.run(policy).proposed(recording.now());
            writer.write(recording, request, LetterKind.APPROVER, null);
            writer.write(recording, request, LetterKind.COVER, null);
            request.take(recording, after);
            return Map.of();
        });
    }

    /**
     * Approves that the data is sent. Source: S000-R17, S000-R19, S000-R21, S000-R22
     *
     * @param actor the holder of the post of the policy, or whoever an order in force lets act in it
     * @param number the request's number
     * @param grounds on what grounds
     * @return the request after it
     * @throws InvalidException if the grounds are missing or unknown
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} if no approval is awaited
     */
    public DataRequest approve(Actor actor, RequestNumber number, Grounds grounds) {
        return desk.any(actor, "request.approve", number, (recording, request) -> {
            String order = desk.requireApprover(recording, "approve request " + number);
            List<Finding> findings = new ArrayList<>();
            if (policy.groundNeeded() || !grounds.codes().isEmpty()) {
                grounds.check(findings::add);
            }
            RequestDesk.refuse("the approval of request " + number, findings);
            request.take(recording, request.run(policy).approved(grounds.toString(), recording.now()));
            return byOrder(order);
        });
    }

    /**
     * Does not approve yet: something is to be done first, for example with the information committee. The clock stands still.
     * Source: S000-R20
     *
     * @param actor as for {@link #approve}
     * @param number the request's number
     * @param committee whether the information committee is to consider it
     * @param words what is to be done
     * @return the request after it
     * @throws InvalidException if nothing is said about what is to be done
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if no approval is awaited
     */
    public DataRequest instruct(Actor actor, RequestNumber number, boolean committee, String words) {
        return desk.any(actor, "request.instruct", number, (recording, request) -> {
            String order = desk.requireApprover(recording, "instruct about request " + number);
            RequestDesk.words(number, "instruction", "S000-R20", words, Requests.LONGEST_WORDS);
            request.take(recording, request.run(policy).instructed());
            request.instructed(
                    recording.manager(),
                    new Instruction(
                            committee, words, recording.now(), recording.actor().officer(), null, null));
            Map<String, String> told = new HashMap<>(byOrder(order));
            told.put("text", words);
            return told;
        });
    }

    /**
     * Records that what was instructed is done; the approval is awaited again. Source: S000-R20
     *
     * @param actor an officer of the division
     * @param number the request's number
     * @param outcome what came of it, for example what the committee decided
     * @return the request after it
     * @throws InvalidException if nothing is said about the outcome
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if nothing was instructed
     */
    public DataRequest instructionDone(Actor actor, RequestNumber number, String outcome) {
        return desk.change(actor, "request.resume", number, (recording, request) -> {
            RequestDesk.words(number, "outcome", "S000-R20", outcome, Requests.LONGEST_WORDS);
            request.take(recording, request.run(policy).instructionDone(recording.now()));
            List<RequestInstructionEntity> given = request.instructions();
            given.get(given.size() - 1).done(outcome, recording.now());
            return Map.of("text", outcome);
        });
    }

    /**
     * Records that the data was sent one way; with the second one, sent or waived, the case is closed. Source: S000-R19
     *
     * @param actor an officer of the division
     * @param number the request's number
     * @param way the way
     * @return the request after it
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if it is not approved, or this way is recorded
     */
    public DataRequest sent(Actor actor, RequestNumber number, Way way) {
        return desk.change(actor, "request.send", number, (recording, request) -> {
            once(number, request, way);
            request.take(recording, request.run(policy).sent(way, recording.now()));
            return Map.of("way", way.name());
        });
    }

    /**
     * Waives one way, when the data was sent the other way. Source: S000-R19, AMB-36
     *
     * @param actor an officer of the division
     * @param number the request's number
     * @param way the way
     * @param reason why
     * @return the request after it
     * @throws InvalidException without a reason
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if it is not approved, this way is recorded, or
     *     it was sent neither way
     */
    public DataRequest waived(Actor actor, RequestNumber number, Way way, String reason) {
        return desk.change(actor, "request.waive", number, (recording, request) -> {
            RequestDesk.words(number, "reason", "AMB-36", reason, Requests.LONGEST_WORDS);
            once(number, request, way);
            request.take(recording, request.run(policy).waived(way, reason, recording.now()));
            return Map.of("way", way.name(), "waiver", reason);
        });
    }

    private static void once(RequestNumber number, RequestCase request, Way way) {
        if (request.sendings().stream().anyMatch(sending -> sending.way() == way)) {
            throw Requests.conflict(number, "sending by " + way + " is recorded already");
        }
    }

    private static Map<String, String> byOrder(@org.jspecify.annotations.Nullable String order) {
        return order == null ? Map.of() : Map.of("order", order);
    }
}
