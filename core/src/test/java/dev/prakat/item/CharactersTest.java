package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.item.Characters.Layout;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that looks the same is kept the same, and what nobody sees is not kept. */
class CharactersTest {

    @ParameterizedTest
    @CsvSource({
        "น\u0E4D\u0E32, น\u0E33",
        "น\u0E49\u0E4D\u0E32, น\u0E49\u0E33",
        "น\u0E4D\u0E49\u0E32, น\u0E49\u0E33",
        "น\u0E33\u0E49, น\u0E49\u0E33",
        "น\u0E4D\u0E32\u0E49, น\u0E49\u0E33",
        "e\u0301, \u00E9",
        "ก\u0E48\u0E38, ก\u0E38\u0E48",
        "า\u0E4D, า\u0E4D",
    })
    void thaiIsKeptInOneForm(String typed, String kept) {
        assertThat(Characters.clean(typed, Layout.LINE)).isEqualTo(kept);
        assertThat(Characters.clean(typed, Layout.HTML)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202E",
                "\u2066",
                "\uFFFE",
                "\uFDD0",
                "\u180E",
                "\u3164",
                "\u2061",
                "\u0000",
                "\u0007",
                "\u009B",
                "\uDB40\uDC41",
                "\uD83F\uDFFF"
            })
    void whatCannotBeSeenIsTakenOutAndTold(String unseen) {
        Removals removals = new Removals();
        String kept =
                Characters.clean("ก" + unseen + "ข", Layout.LINES, removals, () -> new Removals.Place("summary", ""));
        assertThat(kept.replace(" ", "")).isEqualTo("กข");
        assertThat(removals.list()).singleElement().satisfies(removal -> {
            assertThat(removal.kind()).isEqualTo(Removal.Kind.CHARACTER);
            assertThat(removal.found()).startsWith("U+");
            assertThat(removal.place()).isEqualTo("summary");
        });
    }

    @Test
    void aByteOrderMarkAtTheBeginningIsNothingToTell() {
        Removals removals = new Removals();
        assertThat(Characters.clean("\uFEFFก", Layout.LINE, removals, () -> new Removals.Place("title", "")))
                .isEqualTo("ก");
        assertThat(removals.list()).isEmpty();
    }

    @Test
    void oneHintForABreakStaysInALongTextAndNoneInATitle() {
        assertThat(Characters.clean("ก\u200B\u200B\u00AD\u2060ข", Layout.HTML)).isEqualTo("ก\u200Bข");
        assertThat(Characters.clean("ก\u200Bข\u00ADค", Layout.LINE)).isEqualTo("กขค");
        assertThat(Characters.clean("👩\u200D💻", Layout.LINE)).isEqualTo("👩\u200D💻");
    }

    @Test
    void linesEndAlikeWhoeverWroteThem() {
        assertThat(Characters.clean("a\r\nb\rc\u2028d\n", Layout.LINES)).isEqualTo("a\nb\nc\nd");
        assertThat(Characters.clean("a\r\nb", Layout.LINE)).isEqualTo("a b");
        assertThat(Characters.clean(" a \t\n b ", Layout.HTML)).isEqualTo(" a b ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B\u200B", "\u00A0", "\u3164", "…—!", "\u202E", "\uFEFF", "\u0E48"})
    void aTextWithoutALetterOrDigitSaysNothing(String text) {
        assertThat(Characters.says(text)).isFalse();
    }

    @Test
    void aLoneHalfOfACharacterIsFound() {
        assertThat(Characters.loneSurrogate("ก😀ข")).isEqualTo(-1);
        assertThat(Characters.loneSurrogate("ก\uD83D")).isEqualTo(1);
        assertThat(Characters.loneSurrogate("\uDE00ก")).isZero();
        assertThat(Characters.loneSurrogate("ก\uD83D\uD83D\uDE00")).isEqualTo(1);
    }

    @Test
    void cleaningTwiceChangesNothingMore() {
        long seed = 20261125;
        Random random = new Random(seed);
        List<String> parts = List.of(
                "น", "\u0E4D", "\u0E32", "\u0E33", "\u0E48", "\u0E49", "\u0E38", "\u0E3A", "e", "\u0301", "\u200B",
                "\u202E", " ", "\n", "\r", "\u00AD", "\uFEFF", "\u0000", "\u0E34", "\u1100", "\u1161");
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(10); i >= 0; i--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            for (Layout layout : Layout.values()) {
                String once = Characters.clean(text.toString(), layout);
                assertThat(Characters.clean(once, layout))
                        .as("seed %d, case %d, %s: %s", seed, n, layout, escaped(text.toString()))
                        .isEqualTo(once);
            }
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
        return escaped.toString();
    }
}
