package dev.prakat.trafficlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A C2SP signed note: a text, an empty line, signature lines.
 *
 * @param text what is signed, with its last line feed
 * @param signatures the signature lines in order, at least one
 */
record SignedNote(String text, List<Line> signatures) {

    private static final String MARK = "\u2014 ";

    /**
     * A signature line.
     *
     * @param name the key's name
     * @param base64 the four bytes of the key's id, then the signature
     */
    record Line(String name, String base64) {

        static Line of(String name, int keyId, byte[] signature) {
            ByteBuffer blob = ByteBuffer.allocate(Integer.BYTES + signature.length)
                    .putInt(keyId)
                    .put(signature);
            return new Line(name, Base64.getEncoder().encodeToString(blob.array()));
        }

        int keyId() {
            return ByteBuffer.wrap(Base64.getDecoder().decode(base64)).getInt();
        }

        byte[] signature() {
            byte[] blob = Base64.getDecoder().decode(base64);
            return Arrays.copyOfRange(blob, Integer.BYTES, blob.length);
        }

        String text() {
            return MARK + name + " " + base64 + "\n";
        }
    }

    /** The note as it is stored and sent. */
    String encode() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(line.text()));
        return note.toString();
    }

    /**
     * Reads a note.
     *
     * @return the note, or null if the bytes are not a note in its only spelling
     */
    static @Nullable SignedNote parse(byte[] bytes) {
        String note;
        try {
            note = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
        int split = note.lastIndexOf("\n\n");
        if (split < 1 || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        for (String each : note.substring(split + 2).lines().toList()) {
            Line line = line(each);
            if (line == null) {
                return null;
            }
            lines.add(line);
        }
        SignedNote found = new SignedNote(note.substring(0, split + 1), List.copyOf(lines));
        return !lines.isEmpty() && found.encode().equals(note) ? found : null;
    }

    private static @Nullable Line line(String text) {
        int space = text.lastIndexOf(' ');
        if (!text.startsWith(MARK) || space <= MARK.length()) {
            return null;
        }
        try {
            // Base64 has several spellings of some bytes; only the usual one is taken, so that no changed bit goes
            // unnoticed.
            String base64 = text.substring(space + 1);
            byte[] blob = Base64.getDecoder().decode(base64);
            boolean usual = blob.length > Integer.BYTES
                    && Base64.getEncoder().encodeToString(blob).equals(base64);
            return usual ? new Line(text.substring(MARK.length(), space), base64) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
