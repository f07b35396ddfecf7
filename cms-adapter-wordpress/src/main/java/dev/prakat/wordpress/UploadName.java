package dev.prakat.wordpress;

import dev.prakat.spi.AttachmentContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The file name under which an attachment is sent: the one that readers know, Thai too, but without folders, short enough for
 * the site's disk, and with an ending that WordPress takes for this kind of file. Before the ending are eight digits of item and bytes:
 * WordPress looks whether a name is free and takes it afterwards, so that two files of one name which come together from two machines
 * would get one file. No two items have the same digits, also for the same bytes, since what goes with one must leave the other's
 * alone. The same file of the same item has the same name again when it comes back. Stateless.
 */
final class UploadName {

    /** WordPress puts numbers and sizes behind a name, and a disk takes 255 bytes. */
    private static final int LONGEST_BYTES = 180;

    private static final int DIGITS = 8;

    private static final Map<String, List<String>> ENDINGS = Map.of(
            "application/pdf", List.of("pdf"),
            "image/jpeg", List.of("jpg", "jpeg", "jpe"),
            "image/png", List.of("png"),
            "image/gif", List.of("gif"),
            "image/webp", List.of("webp"),
            "text/plain", List.of("txt"),
            "text/csv", List.of("csv"),
            "application/zip", List.of("zip"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx"));

    private UploadName() {}

    static String of(String item, AttachmentContent file, int number) {
        String name = file.name()
                .substring(Math.max(file.name().lastIndexOf('/'), file.name().lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cntrl}\"%;:?*<>|]", "-").strip();
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        String stem = dot < 0 ? name : name.substring(0, dot);
        List<String> allowed = ENDINGS.getOrDefault(file.mediaType(), List.of(ending));
        if (!allowed.contains(ending)) {
            ending = allowed.get(0);
        }
        stem = shortened(stem.replaceAll("^[.\\s]+", ""));
        String digits = Hashes.sha256(item + ":" + file.sha256()).substring(0, DIGITS);
        return (stem.isEmpty() ? "file-" + number : stem) + "-" + digits + (ending.isEmpty() ? "" : "." + ending);
    }

    /** Cut between two letters, so that no vowel or tone mark loses the consonant that it stands on. */
    private static String shortened(String stem) {
        int end = stem.length();
        while (stem.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES - DIGITS - 1) {
            end = stem.offsetByCodePoints(end, -1);
            while (end > 0 && isMark(stem.codePointAt(end))) {
                end = stem.offsetByCodePoints(end, -1);
            }
        }
        return stem.substring(0, end);
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
