package dev.prakat.item;

import dev.prakat.problem.Finding;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.AttachmentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes in the bytes of files: reads each once into a temporary file, looks what it is, and hands it to the store only when it
 * is acceptable. Needs the same memory for a small file and a large one.
 */
final class AttachmentIntake {

    private final AttachmentStore store;
    private final long maxBytes;

    AttachmentIntake(AttachmentStore store, long maxBytes) {
        this.store = store;
        this.maxBytes = maxBytes;
    }

    /**
     * Takes one file, or finds fault with it.
     *
     * @param keep whether the bytes are kept; else they are only looked at
     */
    Optional<Attachment> take(DraftAttachment file, boolean keep, List<Finding> findings) {
        String name = AttachmentName.clean(file.name());
        String place = "attachment '" + AttachmentName.shown(name) + "'";
        try (InputStream in = file.source().open()) {
            return Optional.of(taken(name, in, keep));
        } catch (Unacceptable e) {
            findings.add(new Finding(place, "prakat", String.valueOf(e.getMessage()), e.remedy()));
            return Optional.empty();
        } catch (IOException e) {
            throw new PrakatException(
                    ProblemCode.BROKEN,
                    place + " could not be read or kept: " + e + ". Nothing of the draft was stored.",
                    e);
        }
    }

    private Attachment taken(String name, InputStream in, boolean keep) throws IOException, Unacceptable {
        Path spool = Files.createTempFile("prakat-attachment", null);
        try {
            MessageDigest digest = sha256();
            long bytes = spool(in, spool, digest);
            String type = FileLook.mediaType(spool, name);
            if (!keep) {
                return new Attachment(name, type, bytes, HexFormat.of().formatHex(digest.digest()));
            }
            try (InputStream again = Files.newInputStream(spool)) {
                AttachmentStore.Stored stored = store.put(again, maxBytes);
                return new Attachment(name, type, stored.bytes(), stored.sha256());
            } catch (IllegalArgumentException e) {
                // A store may have a lower limit of its own.
                throw new Unacceptable(String.valueOf(e.getMessage()), "make the file smaller or split it");
            }
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private long spool(InputStream in, Path spool, MessageDigest digest) throws IOException, Unacceptable {
        long bytes = 0;
        byte[] buffer = new byte[64 * 1024];
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(spool), digest)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > maxBytes) {
                    throw new Unacceptable(
                            String.format(Locale.ROOT, "found more than %d bytes (%d MiB)", maxBytes, maxBytes >> 20),
                            "make the file smaller or split it");
                }
                out.write(buffer, 0, n);
            }
        }
        if (bytes == 0) {
            throw new Unacceptable("found a file without a byte", "attach the file itself");
        }
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
