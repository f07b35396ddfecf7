package dev.prakat.spi;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where the bytes of attachments live, by their hash. Thread-safe. The same bytes are kept once.
 */
public interface AttachmentStore {

    /**
     * Keeps the bytes. Must read the stream once, in bounded memory, and must be durable when it returns.
     *
     * @param content the bytes; closed by the caller
     * @param maxBytes how many bytes are acceptable
     * @return what was kept
     * @throws IOException if the bytes cannot be read or kept
     * @throws IllegalArgumentException if there are more than {@code maxBytes}; nothing is then kept
     */
    Stored put(InputStream content, long maxBytes) throws IOException;

    /**
     * Opens kept bytes.
     *
     * @param sha256 their hash
     * @return a new stream, to be closed by the caller
     * @throws IOException if they are not here or cannot be read
     */
    InputStream open(String sha256) throws IOException;

    /**
     * Forgets kept bytes, because an order erases them. Does nothing when they are not here. Must be durable when it returns, and
     * must leave no copy that {@link #open} or anybody else can reach.
     *
     * @param sha256 their hash
     * @throws IOException if they are here and cannot be deleted
     */
    void delete(String sha256) throws IOException;

    /**
     * What was kept.
     *
     * @param sha256 the hash, 64 lower-case hexadecimal digits
     * @param bytes the size in bytes
     */
    record Stored(String sha256, long bytes) {}
}
