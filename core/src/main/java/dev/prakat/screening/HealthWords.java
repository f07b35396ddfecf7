package dev.prakat.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds words of illness beside a person. Pages on benefits are full of them, so without a person they mean nothing. Stateless. */
final class HealthWords {

    private static final int NEAR = 60;
    private static final Set<ScreeningKind> PERSONS =
            Set.of(ScreeningKind.NAME, ScreeningKind.MINOR_NAME, ScreeningKind.NATIONAL_ID, ScreeningKind.SSO_NUMBER);
    private static final WordTable<Boolean> WORDS = WordTable.of(
            "ทุพพลภาพ",
            "เจ็บป่วย",
            "ป่วย",
            "วินิจฉัย",
            "มะเร็ง",
            "เอชไอวี",
            "hiv",
            "พิการ",
            "โรคหัวใจ",
            "โรคไต",
            "ไตวาย",
            "เบาหวาน",
            "วัณโรค",
            "ตั้งครรภ์",
            "แท้งบุตร",
            "จิตเวช",
            "ซึมเศร้า",
            "อัมพาต",
            "อัมพฤกษ์",
            "ตาบอด",
            "หูหนวก",
            "ออทิสติก",
            "โรคเรื้อน",
            "ซิฟิลิส",
            "โควิด",
            "กามโรค",
            "โรคจิต");

    private HealthWords() {}

    /** The nearest word of illness beside each person among the matches; one that stands beside two is found once. */
    static List<Match> beside(List<Match> matches, char[] text, int length) {
        List<Match> found = new ArrayList<>();
        Set<Integer> places = new TreeSet<>();
        for (Match match : matches) {
            if (PERSONS.contains(match.kind()) && match.strength() == Match.Strength.CLEAR) {
                Match health = near(match, text, length);
                if (health != null && places.add(health.from())) {
                    found.add(health);
                }
            }
        }
        return found;
    }

    private static @Nullable Match near(Match person, char[] text, int length) {
        for (int away = 0; away < NEAR; away++) {
            int after = person.to() + away;
            if (after < length && text[after] == '\n') {
                break;
            }
            Match match = after < length ? word(text, length, after) : null;
            if (match != null) {
                return match;
            }
        }
        for (int i = person.from() - 1; i >= Math.max(0, person.from() - NEAR) && text[i] != '\n'; i--) {
            Match match = word(text, person.from(), i);
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    private static @Nullable Match word(char[] text, int limit, int at) {
        WordTable.Word<Boolean> word = WORDS.at(text, at, limit);
        return word == null ? null : Match.clear(ScreeningKind.HEALTH, at, at + word.length());
    }
}
