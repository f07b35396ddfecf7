package dev.prakat.request;

import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.seal.Seal;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Officer;
import dev.prakat.staff.Delegation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Who may act on requests, and the one way in which a request changes. Thread-safe. */
final class RequestDesk {

    private final Journal journal;
    private final Requests.Setting setting;

    RequestDesk(Journal journal, Requests.Setting setting) {
        this.journal = journal;
        this.setting = setting;
    }

    /** One change of a request; it gives what the event says beside the facts. */
    interface Change {
        Map<String, String> make(Recording recording, RequestCase request);
    }

    RequestPolicy policy() {
        return setting.policy();
    }

    Requests.Setting setting() {
        return setting;
    }

    Journal journal() {
        return journal;
    }

    /** A change by an officer of the division. */
    DataRequest change(Actor actor, String command, RequestNumber number, Change change) {
        return any(actor, command, number, (recording, request) -> {
            requireDivision(actor, "act on request " + number);
            return change.make(recording, request);
        });
    }

    /** A change by whoever the change lets. */
    DataRequest any(Actor actor, String command, RequestNumber number, Change change) {
        return journal.command(actor, command, number.subject(), recording -> {
            RequestCase request = RequestQueries.require(recording.manager(), number);
            SortedMap<String, String> before = request.facts();
            Map<String, String> words = change.make(recording, request);
            recording.event(EVENTS.getOrDefault(command, command), number.subject(), told(words, before, request));
            return request.toRequest(policy());
        });
    }

    private static Map<String, String> told(
            Map<String, String> words, SortedMap<String, String> before, RequestCase request) {
        Map<String, String> details = new HashMap<>(words);
        request.facts().forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                details.put(name, value);
            }
        });
        return details;
    }

    /** What is called a thing done in the journal. */
    private static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("request.assign", "request.assigned"),
            Map.entry("request.clarify", "request.clarified"),
            Map.entry("request.urgent", "request.hurried"),
            Map.entry("request.ask", "request.asked"),
            Map.entry("request.answer", "request.answered"),
            Map.entry("request.complete", "request.completed"),
            Map.entry("request.produce", "request.produced"),
            Map.entry("request.verify", "request.verified"),
            Map.entry("request.propose", "request.proposed"),
            Map.entry("request.approve", "request.approved"),
            Map.entry("request.instruct", "request.instructed"),
            Map.entry("request.resume", "request.resumed"),
            Map.entry("request.send", "request.sent"),
            Map.entry("request.waive", "request.waived"),
            Map.entry("request.close", "request.closed"),
            Map.entry("request.erase", "request.erased"));

    Officer requireDivision(Actor actor, String what) {
        Officer officer = setting.staff().require(actor.officer());
        if (!officer.unit().equals(policy().division())) {
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    officer.id() + " of " + officer.unit() + " may not " + what + "; expected an officer of "
                            + policy().division());
        }
        return officer;
    }

    /**
     * Looks whether an officer holds the post that approves, or acts in it by an order in force. Source: S000-R21, AMB-37
     *
     * @return the number of the order, or null for the holder of the post
     */
    @Nullable
    String requireApprover(Recording recording, String what) {
        Officer officer = setting.staff().require(recording.actor().officer());
        String post = policy().approver();
        if (officer.posts().contains(post)) {
            return null;
        }
        return setting.staff()
                .delegation(officer.id(), post, List.of(), policy().division(), recording.now())
                .map(Delegation::orderNumber)
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.NOT_ALLOWED,
                        officer.id() + " of " + officer.unit() + " may not " + what + "; expected " + post
                                + ", or whoever an order in force lets act in that post"));
    }

    /** The requester, who was not erased. */
    Requester requester(Recording recording, RequestCase request) {
        String sealed = request.request().sealed();
        if (sealed == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "request " + request.request().number() + ": what is personal in it was erased");
        }
        return Requester.of(
                seal(recording, request).open(sealed, request.request().id()));
    }

    Seal seal(Recording recording, RequestCase request) {
        return Seal.of(recording.manager(), setting.keys(), request.request().keyId());
    }

    static void refuse(String subject, List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, subject, findings);
        }
    }

    /** What a person must write: not nothing, and not more than is kept. */
    static void words(RequestNumber number, String field, String rule, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            refuse(
                    "request " + number,
                    List.of(new Finding(
                            field,
                            rule,
                            text.isBlank()
                                    ? "found nothing, expected the " + field
                                    : "found " + text.length() + " characters, expected at most " + longest,
                            text.isBlank() ? "write it" : "shorten it")));
        }
    }
}
