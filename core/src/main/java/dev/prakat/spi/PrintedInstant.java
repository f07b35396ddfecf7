package dev.prakat.spi;

import java.time.Instant;

/**
 * An instant with the text that people read. Immutable.
 *
 * @param instant the instant
 * @param text the same with a Buddhist-era date in Asia/Bangkok, for example {@code 1 เมษายน 2564}
 * @param textEn the same for a page in English, for example {@code 1 April 2021 (B.E. 2564)}
 */
public record PrintedInstant(Instant instant, String text, String textEn) {

    /**
     * An instant for pages in one language: those in English print the same text.
     *
     * @param instant the instant
     * @param text as printed
     */
    public PrintedInstant(Instant instant, String text) {
        this(instant, text, text);
    }
}
