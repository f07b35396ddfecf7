package dev.prakat.staticsite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a fixed text of ours at words that must stay on one line. Browsers look Thai words up to break lines, and their dictionaries
 * part some that a reader takes as one: {@code หน่วย|งาน}. A template puts such a word into an element that does not break; no
 * character comes into the text, so it is found, copied and read aloud as before. What officers wrote stays as it is. Stateless.
 */
final class WholeWords {

    /** Those in our own texts. */
    private static final Pattern WHOLE = Pattern.compile(
            "หน่วยงาน|(?:ผู้)?รับผิดชอบ|หน้าที่|เผยแพร่|หมวดหมู่|ความเห็นชอบ|เห็นชอบ|วันสิ้นสุด|(?:ผู้)?จัดทำ|เอกสารแนบ|ข้อผิดพลาด");

    private WholeWords() {}

    /**
     * The parts of a text in order.
     *
     * @return for a template: of each part the word that stays whole, or empty, and the text that follows it, or empty
     */
    static List<Map<String, Object>> parts(String text) {
        List<Map<String, Object>> parts = new ArrayList<>();
        Matcher word = WHOLE.matcher(text);
        String whole = "";
        int from = 0;
        while (word.find()) {
            if (word.start() > 0) {
                parts.add(Map.of("whole", whole, "text", text.substring(from, word.start())));
            }
            whole = word.group();
            from = word.end();
        }
        parts.add(Map.of("whole", whole, "text", text.substring(from)));
        return List.copyOf(parts);
    }
}
