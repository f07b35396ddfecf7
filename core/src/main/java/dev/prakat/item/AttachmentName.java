package dev.prakat.item;

import dev.prakat.item.Characters.Layout;
import dev.prakat.problem.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decides whether every reader can save a file under its name. Blanks and invisible characters are put right; what would
 * mislead a reader or a file system is refused.
 */
final class AttachmentName {

    /** File systems take 255 bytes, and WordPress appends to a name that it has already. */
    static final int MAX_BYTES = 240;

    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\<>:\"|?*\\p{Cntrl}]");

    private AttachmentName() {}

    /** The name as it is kept. */
    static String clean(String name) {
        return Characters.clean(name, Layout.LINE);
    }

    /** By this two names are the same to a file system that does not tell capitals from small letters. */
    static String key(String name) {
        return clean(name).toLowerCase(Locale.ROOT);
    }

    static List<Finding> findings(String given) {
        List<Finding> findings = new ArrayList<>();
        String shown = shown(given);
        if (Characters.loneSurrogate(given) >= 0) {
            findings.add(finding(shown, "found half a character in the file name", "give the file another name"));
            return findings;
        }
        if (given.codePoints().anyMatch(Characters::isBidiControl)) {
            findings.add(finding(
                    shown,
                    "found characters in the file name that turn the direction of others, so that its ending is not"
                            + " the one that is seen",
                    "give the file another name"));
        }
        if (FORBIDDEN.matcher(given).find()) {
            findings.add(finding(
                    shown,
                    "found a character in the file name that no reader can save",
                    "leave out / \\ < > : \" | ? *"));
        }
        String name = clean(given);
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            findings.add(finding(
                    shown,
                    "found a file name of " + bytes + " bytes, expected at most " + MAX_BYTES
                            + " (a Thai letter has three)",
                    "shorten the name"));
        }
        if (!Characters.says(name) || name.startsWith(".") || name.endsWith(".")) {
            findings.add(finding(
                    shown,
                    "found a file name without a letter or digit, or with a dot at its beginning or end",
                    "give the file a name such as report.pdf"));
        }
        if (RESERVED.matcher(name).matches()) {
            findings.add(finding(shown, "found a name that Windows keeps for a device", "give the file another name"));
        }
        return findings;
    }

    /** The name in a message: short, and without what would disturb it. */
    static String shown(String name) {
        String visible = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?");
        return visible.length() <= 120 ? visible : visible.substring(0, 100) + "…";
    }

    private static Finding finding(String shown, String found, String remedy) {
        return new Finding("attachment '" + shown + "'", "prakat", found, remedy);
    }
}
