package dev.prakat.item;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells from the first bytes what a file is. A file is accepted only when its bytes are of a listed kind and its name says
 * the same; a program named {@code .pdf} is not.
 */
final class MediaTypes {

    /** How many bytes {@link #sniff} needs. */
    static final int HEAD = 512;

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("zip", "application/zip"),
            Map.entry("csv", "text/csv"),
            Map.entry("txt", "text/plain"));

    private MediaTypes() {}

    /** The media type, or empty when the bytes are of no listed kind or the name says another one. */
    static Optional<String> sniff(String name, byte[] head) {
        String extension = extension(name);
        String named = BY_EXTENSION.get(extension);
        if (named == null) {
            return Optional.empty();
        }
        boolean same = switch (extension) {
            case "pdf" -> startsWith(head, '%', 'P', 'D', 'F', '-');
            case "png" -> startsWith(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
            case "jpg", "jpeg" -> startsWith(head, 0xff, 0xd8, 0xff);
            case "webp" -> startsWith(head, 'R', 'I', 'F', 'F') && head.length > 11 && head[8] == 'W';
            case "csv", "txt" -> isText(head);
            default -> startsWith(head, 'P', 'K', 3, 4);
        };
        return same ? Optional.of(named) : Optional.empty();
    }

    /** The ending of a name in small letters, without its dot; the whole name when it has none. */
    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The kinds of file that are accepted, for a message. */
    static String accepted() {
        return String.join(", ", BY_EXTENSION.keySet().stream().sorted().toList());
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return false;
            }
        }
        // The head may end inside a character, which has up to four bytes: up to three are left off.
        for (int end = head.length; end >= Math.max(0, head.length - 3); end--) {
            if (decodes(head, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodes(byte[] bytes, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
