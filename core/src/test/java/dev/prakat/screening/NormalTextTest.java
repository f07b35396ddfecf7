package dev.prakat.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text in one form, and the way back. */
class NormalTextTest {

    @ParameterizedTest
    @CsvSource({
        "๑๒๓ ๔๕, 123 45",
        "น\u0E4D\u0E32, น\u0E33",
        "น\u0E49\u0E4D\u0E32, น\u0E49\u0E33",
        "น\u0E4D\u0E49\u0E32, น\u0E49\u0E33",
        "ก\u0E48\u0E38, ก\u0E38\u0E48",
        "a\u200B\u200C\u200D\uFEFFb, ab",
        "1\u00A02\u202F3\u30004, 1 2 3 4",
        "1\u20112\u20133\u22124\uFF0D5, 1-2-3-4-5",
        "\uFF11\u0661\u17E1\u1041, 1111",
        "1\u03322\u20E33\u0338, 123",
        "e\u0301x, \u00E9x",
        "\u202E121\u202C, 121"
    })
    void hasOneFormForEach(String original, String expected) {
        NormalText text = NormalText.of(original);

        assertThat(new String(text.chars(), 0, text.length())).isEqualTo(expected);
    }

    @Test
    void everyCharacterPointsToWhereItCameFrom() {
        Random random = new Random(60);
        String alphabet =
                "กขงนำา\u0E4D\u0E49\u0E38\u0E31๐๙09 -–\u00A0\u200B\u200D\u202Ee\u0301\u0327\ud83d\ude00\ud800\n\t.@\uFF15";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder original = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                original.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            check(original.toString());
        }
    }

    private static void check(String original) {
        NormalText text = NormalText.of(original);
        int last = 0;
        for (int i = 0; i < text.length(); i++) {
            int start = text.start(i);
            int end = text.end(i);
            assertThat(start).as(original).isBetween(last, end - 1);
            assertThat(end).as(original).isLessThanOrEqualTo(original.length());
            // What stands there alone comes to the same character, or is part of what does.
            NormalText alone = NormalText.of(original.substring(start, end));
            assertThat(new String(alone.chars(), 0, alone.length()))
                    .as(original)
                    .contains(String.valueOf(text.chars()[i]));
            last = start;
        }
    }
}
