package dev.prakat.trafficlog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verification came to. Immutable.
 *
 * @param verdict the answer
 * @param origin the log's name, or an empty text when it could not be read
 * @param size how many whole records were found
 * @param coveredSize how many of them the newest checkpoint covers
 * @param firstBad where the log is not what was signed, or null when nothing of that kind was found
 * @param notes everything else that a reader of the verdict must know, each a sentence in English
 * @param byStatus how many records there are by the status of their ending ({@code ok}, {@code denied}, {@code failed},
 *     {@code unknown})
 * @param openIntents how many intents have no outcome
 */
public record VerificationReport(
        Verdict verdict,
        String origin,
        long size,
        long coveredSize,
        @Nullable Damage firstBad,
        List<String> notes,
        Map<String, Long> byStatus,
        long openIntents) {

    /** The answer of a verification. */
    public enum Verdict {
        /** Every byte is covered by a checkpoint and as it was signed. */
        SOUND,
        /** Something was changed, removed or damaged. */
        TAMPERED,
        /** Nothing wrong was found, but something is not covered: an unsigned or unfinished end, a checkpoint that is behind. */
        NOT_FULLY_COVERED,
        /** It could not be read, so nothing is known. */
        UNREADABLE
    }

    /** Copies the collections. */
    public VerificationReport {
        notes = List.copyOf(notes);
        byStatus = Map.copyOf(byStatus);
    }

    /** The same with a damage that was found elsewhere; one that was found before stays. */
    VerificationReport tampered(Damage damage) {
        boolean known = verdict == Verdict.TAMPERED || verdict == Verdict.UNREADABLE;
        return known
                ? this
                : new VerificationReport(
                        Verdict.TAMPERED, origin, size, coveredSize, damage, notes, byStatus, openIntents);
    }

    static VerificationReport unreadable(String why) {
        return new VerificationReport(Verdict.UNREADABLE, "", 0, 0, null, List.of(why), Map.of(), 0);
    }
}
