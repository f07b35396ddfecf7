package dev.prakat.request;

import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Actor;
import java.util.Map;

/**
 * The one way to what is personal in a request. Whoever opens it says why, and the journal and the traffic log keep it.
 * Thread-safe. Source: S000-R22
 */
public final class RequestDetails {

    private final RequestDesk desk;

    RequestDetails(RequestDesk desk) {
        this.desk = desk;
    }

    /**
     * Opens what is sealed.
     *
     * @param actor an officer of the division
     * @param number the request's number
     * @param reason why, in a sentence
     * @return who asks and for what; for what as it was made clear, where it was
     * @throws dev.prakat.problem.InvalidException if no reason is given
     * @throws PrakatException {@code NOT_FOUND} also when it was erased, {@code NOT_ALLOWED}, {@code BROKEN} if the key is gone
     */
    public Requester open(Actor actor, RequestNumber number, String reason) {
        return desk.journal().command(actor, "request.open", number.subject(), recording -> {
            desk.requireDivision(actor, "open request " + number);
            RequestDesk.words(number, "reason", "prakat", reason, Requests.LONGEST_WORDS);
            RequestCase request = RequestQueries.require(recording.manager(), number);
            Requester requester = desk.requester(recording, request);
            String need = request.request().need(desk.seal(recording, request));
            recording.event("request.opened", number.subject(), Map.of("reason", reason));
            return need == null ? requester : requester.wanting(need);
        });
    }

    /**
     * Erases what is personal for good, in the letters and the instructions too; the register and its clocks stay. A second call
     * erases what came since.
     *
     * @param actor an officer of the division
     * @param number the request's number
     * @param order by which order or rule of keeping
     * @return the request after it
     * @throws dev.prakat.problem.InvalidException if no order is named
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}
     */
    public DataRequest erase(Actor actor, RequestNumber number, String order) {
        return desk.change(actor, "request.erase", number, (recording, request) -> {
            RequestDesk.words(number, "order", "prakat", order, Requests.LONGEST_WORDS);
            request.erase();
            recording.eraseWords(number.subject(), order);
            return Map.of("order", order);
        });
    }
}
