package dev.prakat.category;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes printed labels comparable: scans and spreadsheets differ in white space and in composed characters, people do not. */
final class LabelText {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u200B-\\u200D\\u2060\\uFEFF]+");

    private LabelText() {}

    static String key(String label) {
        return SPACE.matcher(Normalizer.normalize(label, Normalizer.Form.NFC)).replaceAll("");
    }
}
