package dev.prakat.staticsite;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The disk itself. Thread-safe. */
final class RealDisk implements Disk {

    @Override
    public void makeFolders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = create(file)) {
            writeAll(channel, bytes);
            channel.force(true);
        }
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void writeLater(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = create(file)) {
            writeAll(channel, bytes);
        }
    }

    @Override
    public OutputStream open(Path file) throws IOException {
        FileChannel channel = create(file);
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                if (channel.isOpen()) {
                    channel.force(true);
                }
                super.close();
            }
        };
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void link(Path link, Path to) throws IOException {
        Files.createSymbolicLink(link, to);
    }

    @Override
    public void copy(Path copy, Path of) throws IOException {
        try {
            Files.createLink(copy, of);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.deleteIfExists(copy);
            Files.copy(of, copy, StandardCopyOption.COPY_ATTRIBUTES);
            force(copy, StandardOpenOption.WRITE);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** A fault at a file's own bytes is one; not every system can force a folder, and there the file system itself must see to it. */
    @Override
    public void force(Path file) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            force(file, StandardOpenOption.WRITE);
            return;
        }
        try {
            force(file, StandardOpenOption.READ);
        } catch (IOException e) {
            // Windows opens no folders; a folder that was pruned meanwhile has no names to force.
        }
    }

    private static void force(Path file, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }
}
