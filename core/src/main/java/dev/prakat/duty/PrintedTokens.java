package dev.prakat.duty;

import java.text.Normalizer;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Splits a printed cell into the forms of units. A slash separates; so does white space after a full stop ({@code ศสน. สบท.}),
 * because a line break of the document stood there. Other white space is the scan's and goes.
 */
final class PrintedTokens {

    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u200B-\\u200D\\u2060\\uFEFF]+");
    private static final Pattern SPACE_AFTER_STOP =
            Pattern.compile("(?<=\\.)[\\s\\p{Z}\\u200B-\\u200D\\u2060\\uFEFF]+(?=\\S)");

    private PrintedTokens() {}

    /** The form under which printed texts are compared. */
    static String key(String printed) {
        return SPACE.matcher(Normalizer.normalize(printed, Normalizer.Form.NFC)).replaceAll("");
    }

    /** The keys in order. A part that is known as a whole is not split, so that {@code สปส.กทม. เขตพื้นที่} stays one. */
    static List<String> split(String printed, Predicate<String> known) {
        return SLASH.splitAsStream(printed)
                .flatMap(part -> known.test(key(part)) ? Stream.of(part) : SPACE_AFTER_STOP.splitAsStream(part))
                .map(PrintedTokens::key)
                .filter(token -> !token.isEmpty())
                .toList();
    }
}
