package dev.prakat.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/**
 * SHA-256 over all segments of a traffic log, the least that a program can do that looks at every byte. With a main method, so that it
 * can be measured as a verification is: in a process of its own, the start of Java and its compiler included.
 */
final class BulkHash {

    private BulkHash() {}

    /**
     * Hashes.
     *
     * @param arguments the folder of a log
     * @throws IOException if a segment cannot be read
     */
    public static void main(String... arguments) throws IOException {
        System.out.println(of(Path.of(arguments[0])) + " bytes hashed");
    }

    /** How many bytes there were. */
    static long of(Path log) throws IOException {
        List<Path> segments;
        try (Stream<Path> found = Files.list(log.resolve("seg"))) {
            segments = found.sorted().toList();
        }
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        byte[] buffer = new byte[1 << 18];
        long bytes = 0;
        for (Path segment : segments) {
            try (InputStream in = Files.newInputStream(segment)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    bytes += read;
                }
            }
        }
        digest.digest();
        return bytes;
    }
}
