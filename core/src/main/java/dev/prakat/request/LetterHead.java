package dev.prakat.request;

import dev.prakat.request.RequestLetter.LetterKind;
import dev.prakat.spi.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter in the list of a request, without its text. Immutable.
 *
 * @param number its number
 * @param kind whom it is for, and why
 * @param unit the code of the unit that is asked, or null in any other letter
 * @param at when it was written
 * @param by who wrote it
 */
public record LetterHead(
        String number, LetterKind kind, @Nullable String unit, Instant at, OfficerId by) {}
