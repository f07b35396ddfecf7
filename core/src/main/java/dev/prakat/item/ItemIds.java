package dev.prakat.item;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes keys: the day in UTC, then 50 random bits, so that nobody can list items by counting. Thread-safe. */
final class ItemIds {

    /** Digits and letters without those that are easily taken for others (i, l, o, u). */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LETTERS = 10;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SecureRandom random = new SecureRandom();

    ItemId next(Instant now) {
        StringBuilder text = new StringBuilder(DAY.format(now)).append('-');
        for (int i = 0; i < LETTERS; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ItemId(text.toString());
    }
}
