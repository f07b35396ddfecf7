package dev.prakat.staticsite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writing so that a reader sees the old bytes or the new ones, and a power cut loses neither. */
final class DurableFiles {

    private DurableFiles() {}

    /** Writes a new file and forces it to the disk. */
    static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Puts a complete file in the place of another, in one step. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forces the names in a folder. Not every system can; there the file system itself must see to it. */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders; a folder that was pruned meanwhile has no names to force.
        }
    }

    /** Replaces a file of the state folder. */
    static void replace(Path stage, Path file, byte[] bytes) throws IOException {
        Files.createDirectories(stage);
        Path temporary = stage.resolve(UUID.randomUUID() + ".tmp");
        write(temporary, bytes);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        rename(temporary, file);
        if (folder != null) {
            forceFolder(folder);
        }
    }
}
