package dev.prakat.staticsite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The bytes that were found somewhere, in bounded memory. Immutable.
 *
 * @param sha256 the hash of all of them
 * @param bytes how many there were
 * @param text the first 4 MiB as UTF-8
 */
record Body(String sha256, long bytes, String text) {

    private static final int KEPT = 4 << 20;

    /** Whether the text has everything: what is not in half a text may be in the other half. */
    boolean isWhole() {
        return bytes <= KEPT;
    }

    static Body of(Path file) throws IOException {
        Reader reader = new Reader();
        byte[] buffer = new byte[65_536];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                reader.accept(buffer, n);
            }
        }
        return reader.body();
    }

    /** Takes the bytes as they come. One body; one thread at a time. */
    static final class Reader {
        private final MessageDigest digest = Hashes.sha256();
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long bytes;

        void accept(byte[] buffer, int length) {
            digest.update(buffer, 0, length);
            kept.write(buffer, 0, Math.min(length, KEPT - kept.size()));
            bytes += length;
        }

        Body body() {
            return new Body(Hashes.hex(digest), bytes, kept.toString(StandardCharsets.UTF_8));
        }
    }
}
