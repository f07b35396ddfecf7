package dev.prakat.cli;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a body from a file or from standard input; refuses what is not UTF-8 or far too long before it costs memory. */
final class BodyFile {

    /** Five million characters of Thai, the most that a body may have, are at most this. */
    private static final int MOST_BYTES = 15_000_000;

    private final InputStream standardInput;

    BodyFile(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    String read(String name) {
        try {
            return text(name, name.equals("-") ? some(standardInput) : some(Path.of(name)));
        } catch (NoSuchFileException e) {
            throw refused(name, "there is no such file. Give the path of an HTML file, or - for standard input.");
        } catch (IOException e) {
            throw new PrakatException(ProblemCode.BROKEN, "body " + name + " cannot be read (" + e + ").", e);
        }
    }

    private static byte[] some(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return some(in);
        }
    }

    private static byte[] some(InputStream in) throws IOException {
        return in.readNBytes(MOST_BYTES + 1);
    }

    private static String text(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw refused(name, "found more than " + MOST_BYTES + " bytes. Shorten it, or attach it as a file.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(name, "found bytes that are not UTF-8. Save it as UTF-8 (not TIS-620 or Windows-874).");
        }
    }

    private static PrakatException refused(String name, String why) {
        return new PrakatException(ProblemCode.INVALID_INPUT, "body " + name + ": " + why);
    }
}
