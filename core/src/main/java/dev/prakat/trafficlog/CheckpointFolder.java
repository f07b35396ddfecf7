package dev.prakat.trafficlog;

import dev.prakat.spi.CheckpointSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Keeps the newest checkpoint of a log in a folder elsewhere: another disk, a share of another machine. {@code log verify --kept}
 * takes such a file. A log that has become shorter than the checkpoint that lies there, or has another root at the same size, was
 * changed or restored from a backup: the file is then left as it is, and health says so until somebody has looked.
 *
 * <p>Several logs may share a folder; each has the file {@code <name>.checkpoint}, made of its name with {@code -} for what is no
 * letter of a file's name. The file is replaced as a whole and forced to disk. Thread-safe for different logs.
 * Source: S001-R30
 */
public final class CheckpointFolder implements CheckpointSink {

    private final Path folder;

    /**
     * Makes the sink; touches no file.
     *
     * @param folder the folder; must exist when a checkpoint is to be kept, so that a share that is not mounted is noticed
     */
    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException if the folder is not there or cannot be written, or holds a checkpoint that this one does not follow
     */
    @Override
    public void accept(String origin, long size, String signedNote) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("found no folder " + folder + ", expected one on another disk; is it mounted?");
        }
        Path file = file(origin);
        if (Files.exists(file)) {
            String kept = Files.readString(file);
            if (kept.equals(signedNote)) {
                return;
            }
            requireToFollow(file, kept, origin, size, signedNote);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(signedNote.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Where the checkpoint of a log is kept.
     *
     * @param origin the log's name
     * @return the file, which may not be there yet
     */
    public Path file(String origin) {
        return folder.resolve(origin.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]", "-") + ".checkpoint");
    }

    private static void requireToFollow(Path file, String kept, String origin, long size, String signedNote)
            throws IOException {
        SignedNote before = SignedNote.parse(kept.getBytes(StandardCharsets.UTF_8));
        Checkpoint earlier = before == null ? null : Checkpoint.parse(before.text());
        if (earlier == null || !earlier.origin().equals(origin)) {
            throw new IOException(file + ": found no checkpoint of " + origin
                    + ", expected the one that was kept last; look who changed it, and move it away");
        }
        SignedNote after = SignedNote.parse(signedNote.getBytes(StandardCharsets.UTF_8));
        Checkpoint offered = after == null ? null : Checkpoint.parse(after.text());
        boolean sameSize = earlier.size() == size;
        if (earlier.size() > size || (sameSize && !earlier.equals(offered))) {
            throw new IOException(
                    file + ": holds a checkpoint of " + earlier.size() + " records, found a log of " + size
                            + (sameSize ? " with another root" : "")
                            + "; it was cut, changed, or restored from a backup. Verify it with 'log verify --kept', and move"
                            + " the file away when that is explained");
        }
    }
}
