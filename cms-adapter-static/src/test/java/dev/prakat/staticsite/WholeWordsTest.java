package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Our own texts in parts. */
final class WholeWordsTest {

    @Test
    void aTextIsPartedAtItsWords() {
        assertThat(WholeWords.parts("หน่วยงานที่รับผิดชอบ"))
                .containsExactly(part("หน่วยงาน", "ที่"), part("รับผิดชอบ", ""));
        assertThat(WholeWords.parts("ทุกหน่วยงาน เผยแพร่แล้ว"))
                .containsExactly(part("", "ทุก"), part("หน่วยงาน", " "), part("เผยแพร่", "แล้ว"));
        assertThat(WholeWords.parts("No Thai")).containsExactly(part("", "No Thai"));
        assertThat(WholeWords.parts("")).containsExactly(part("", ""));
    }

    @Test
    void thePartsOfEveryTextAreTheText() {
        for (Locale language : List.of(Locale.forLanguageTag("th"), Locale.ENGLISH)) {
            Texts texts = Texts.of(language);
            texts.all()
                    .forEach((key, text) -> assertThat(WholeWords.parts(text.toString()).stream()
                                    .map(part -> String.valueOf(part.get("whole")) + part.get("text"))
                                    .reduce("", String::concat))
                            .as(key)
                            .isEqualTo(text));
            assertThat(texts.words().keySet()).isEqualTo(texts.all().keySet());
        }
    }

    private static Map<String, Object> part(String whole, String text) {
        return Map.of("whole", whole, "text", text);
    }
}
