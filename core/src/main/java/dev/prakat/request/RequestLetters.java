package dev.prakat.request;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import java.util.List;
import java.util.Map;

/**
 * The letters about requests. They are written by the steps that need them; here they are listed and opened to be printed.
 * Thread-safe. Source: S000-R09, S000-R12, S000-R17
 */
public final class RequestLetters {

    private final RequestDesk desk;

    RequestLetters(RequestDesk desk) {
        this.desk = desk;
    }

    /**
     * The letters about a request, without their texts.
     *
     * @param number the request's number
     * @return the oldest first; empty when none was written yet
     * @throws PrakatException {@code NOT_FOUND}
     */
    public List<LetterHead> list(RequestNumber number) {
        return desk.journal()
                .inUnitOfWork(manager -> RequestQueries.require(manager, number).letters().stream()
                        .map(RequestLetters::head)
                        .toList());
    }

    /**
     * Opens a letter, to print it or to look at it. The journal keeps who did, and why.
     *
     * @param actor an officer of the division
     * @param number the request's number
     * @param letter the letter's number, for example {@code รง 9901/12}
     * @param reason why, in a sentence
     * @return the letter as it was written
     * @throws dev.prakat.problem.InvalidException if no reason is given
     * @throws PrakatException {@code NOT_FOUND} also when it was erased, {@code NOT_ALLOWED}, {@code BROKEN} if the key is gone
     */
    public RequestLetter open(Actor actor, RequestNumber number, String letter, String reason) {
        return desk.journal().command(actor, "request.letter", number.subject(), recording -> {
            desk.requireDivision(actor, "open letters about request " + number);
            RequestDesk.words(number, "reason", "prakat", reason, Requests.LONGEST_WORDS);
            RequestCase request = RequestQueries.require(recording.manager(), number);
            RequestLetterEntity row = request.letters().stream()
                    .filter(each -> each.number().equals(letter.strip()))
                    .findFirst()
                    .orElseThrow(() -> new PrakatException(
                            ProblemCode.NOT_FOUND,
                            "request " + number + " has no letter '" + letter + "'; it has "
                                    + request.letters().stream()
                                            .map(RequestLetterEntity::number)
                                            .toList()));
            String sealed = row.sealed();
            if (sealed == null) {
                throw new PrakatException(
                        ProblemCode.NOT_FOUND, "letter " + letter + " of request " + number + ": its text was erased");
            }
            recording.event(
                    "request.letter-opened", number.subject(), Map.of("letter", row.number(), "reason", reason));
            return RequestLetter.of(head(row), desk.seal(recording, request).open(sealed, row.name()));
        });
    }

    private static LetterHead head(RequestLetterEntity row) {
        return new LetterHead(row.number(), row.kind(), row.unit(), row.at(), row.by());
    }
}
