package dev.prakat.request;

import dev.prakat.request.LetterText.LetterWords;
import dev.prakat.spi.OfficerId;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A numbered letter about a request, as it was written. It names the requester: sealed in the database, and opened only by {@link
 * RequestLetters#open}. Immutable. Source: S000-R09, S000-R12, S000-R17
 *
 * @param number its number, for example {@code รง 9901/12}
 * @param kind whom it is for, and why
 * @param unit the code of the unit that is asked, or null in any other letter
 * @param at when it was written
 * @param by who wrote it
 * @param thai the letter in Thai, with Thai digits and Buddhist-era dates
 * @param english the same in English
 */
public record RequestLetter(
        String number,
        LetterKind kind,
        @Nullable String unit,
        Instant at,
        OfficerId by,
        LetterText thai,
        LetterText english) {

    /** Whom a letter is for, and why. */
    public enum LetterKind {
        /** A unit that owns the data is asked for it. Source: S000-R09 */
        OWNER,
        /** The requester is told that the agency does not hold it. Source: S000-R12 */
        NOT_HELD,
        /** The Secretary-General is asked to approve. Source: S000-R17 */
        APPROVER,
        /** Goes with the data to the requester; the Secretary-General signs it. Source: S000-R17 */
        COVER
    }

    List<String> texts() {
        return Stream.concat(thai.texts().stream(), english.texts().stream()).toList();
    }

    static RequestLetter of(LetterHead head, List<String> texts) {
        Iterator<String> next = texts.iterator();
        return new RequestLetter(
                head.number(),
                head.kind(),
                head.unit(),
                head.at(),
                head.by(),
                LetterText.of(next),
                LetterText.of(next));
    }

    /**
     * The Thai letter as plain text.
     *
     * @return lines that end with a line feed
     */
    public String text() {
        return thai.plain(LetterWords.TH);
    }

    /**
     * The English letter as plain text.
     *
     * @return lines that end with a line feed
     */
    public String textEnglish() {
        return english.plain(LetterWords.EN);
    }

    /**
     * The letter as a page to print on A4: Thai first, English after it. Within the agency it is a memorandum (บันทึกข้อความ), to a
     * requester a letter to outside (หนังสือภายนอก). Loads nothing and runs nothing.
     *
     * @return HTML, UTF-8
     */
    public String html() {
        return LetterPage.html(kind, thai, english);
    }

    /** Says nothing of what it holds: a message or a log must not. */
    @Override
    public String toString() {
        return "RequestLetter[" + number + ", sealed]";
    }
}
