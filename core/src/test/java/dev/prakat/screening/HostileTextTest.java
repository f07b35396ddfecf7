package dev.prakat.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are made to cost time or memory, or to break readers, have a plain answer. */
class HostileTextTest {

    private static final int LENGTH = 5_000_000;
    private static final int LENGTH_OF_HTML = 1_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "-",
                "12345-",
                "นาย",
                "นาย ",
                "นางสาวก",
                "เด็กชาย",
                "เลขที่ 1 ",
                "เลขที่บัญชี",
                "ที่อยู่ ",
                "เกิดวันที่ ",
                "@",
                "a@",
                "a.",
                "\u0E4D",
                "\u0E49\u0E4D\u0E32",
                "\u200B1",
                "\u200B",
                "\ud800",
                "\udc00\ud800",
                "\u202E1",
                "e\u0301\u0301",
                "<",
                "<a ",
                "<a href=\"",
                "&",
                "&#49;",
                "<!--",
                "<b>"
            })
    void fiveMillionCharactersOfThemComeThroughAndAMillionAsHtml(String unit) {
        String text = unit.repeat(LENGTH / unit.length());
        Screening screening = new Screening(Corpus.RULES);

        assertThat(screening
                        .screen(ScreeningSubject.builder().text("body", text).build())
                        .findings())
                .hasSizeLessThanOrEqualTo(ScreeningReport.MOST_LISTED);
        String html = text.substring(0, LENGTH_OF_HTML);
        assertThat(screening
                        .screen(ScreeningSubject.builder().html("body", html).build())
                        .findings())
                .hasSizeLessThanOrEqualTo(ScreeningReport.MOST_LISTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\ud800", "\udfff", "\u202E", "\u2066", "\u0301", "\u0E48\u0E38", "\u0000", "\uFFFF", "\n", "\r"
            })
    void strangeCharactersAroundANumberHideItFromNobody(String strange) {
        String text = strange.repeat(3) + "1-2345-67890-12-1" + strange.repeat(3);

        assertThat(Corpus.found(text)).containsExactly("NATIONAL_ID:BLOCK");
    }
}
