package dev.prakat.item;

import java.time.LocalDate;

/**
 * The letter with which an item came, as the register of incoming letters has it. Never public. Immutable. Source: S001-R12,
 * S001-R16, S001-R21.
 *
 * @param received its number in the register of incoming letters
 * @param number its own number, the one after {@code ที่}
 * @param date its date, in Asia/Bangkok
 * @param agency who sent it
 * @param signatory the name of who signed it
 * @param post the post of who signed it
 */
public record RegisteredLetter(
        String received, String number, LocalDate date, String agency, String signatory, String post) {}
