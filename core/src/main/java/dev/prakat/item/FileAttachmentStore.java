package dev.prakat.item;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.AttachmentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Keeps attachments in a folder, each under its hash ({@code ab/abcdef…}). Bytes are written beside, forced, and moved into
 * place, so that a half-written file never carries a hash. Thread-safe, also between processes on one folder.
 */
public final class FileAttachmentStore implements AttachmentStore {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /**
     * Opens the store and makes its folder when it is missing.
     *
     * @param folder where the files are kept
     * @throws PrakatException {@code CONFIGURATION} if the folder cannot be made or written
     */
    public FileAttachmentStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("tmp"));
        } catch (IOException e) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "the attachment folder " + folder + " cannot be made: " + e
                            + ". Give a folder that this account may write to.",
                    e);
        }
    }

    @Override
    public Stored put(InputStream content, long maxBytes) throws IOException {
        Path temporary = Files.createTempFile(folder.resolve("tmp"), "in", null);
        try {
            MessageDigest digest = sha256();
            long bytes = copy(content, temporary, digest, maxBytes);
            String hash = HexFormat.of().formatHex(digest.digest());
            Path place = place(hash);
            Files.createDirectories(place.getParent());
            if (!Files.exists(place)) {
                move(temporary, place);
            }
            return new Stored(hash, bytes);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        if (!HASH.matcher(sha256).matches()) {
            throw new IOException("attachment: found the hash '" + sha256 + "', expected 64 hexadecimal digits");
        }
        return Files.newInputStream(place(sha256));
    }

    @Override
    public void delete(String sha256) throws IOException {
        if (!HASH.matcher(sha256).matches()) {
            throw new IOException("attachment: found the hash '" + sha256 + "', expected 64 hexadecimal digits");
        }
        Path place = place(sha256);
        if (Files.deleteIfExists(place)) {
            forceFolderOf(place);
        }
    }

    private static void forceFolderOf(Path place) throws IOException {
        try (FileChannel directory = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static long copy(InputStream content, Path file, MessageDigest digest, long maxBytes) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                bytes += n;
                if (bytes > maxBytes) {
                    throw new IllegalArgumentException(
                            "found more than " + maxBytes + " bytes; make the file smaller or split it");
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return bytes;
    }

    private static void move(Path temporary, Path place) throws IOException {
        try {
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            // Another process kept the same bytes first: they are the same bytes.
            return;
        }
        forceFolderOf(place);
    }

    private Path place(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
