package dev.prakat.trafficlog;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder on a local disk. Where the file system knows owners, folders are 0700 and files 0600. Thread-safe. */
final class DiskStorage implements Storage {

    /**
     * The folders that this process holds. Closing any channel on a file gives up this process's POSIX locks on it, so a second
     * opener in the same process has to be turned away before it touches the lock file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final Set<StandardOpenOption> WRITE = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE);

    private final Path root;
    private final boolean posix;

    DiskStorage(Path root) {
        this.root = root;
        this.posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public @Nullable Closeable lock() throws IOException {
        Path held = root.toRealPath();
        if (!HELD.add(held)) {
            return null;
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path("lock"), WRITE, permissions("rw-------"));
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                HELD.remove(held);
                return null;
            }
            FileChannel locked = channel;
            return () -> {
                try {
                    locked.close();
                } finally {
                    HELD.remove(held);
                }
            };
        } catch (IOException | OverlappingFileLockException e) {
            HELD.remove(held);
            if (channel != null) {
                channel.close();
            }
            if (e instanceof OverlappingFileLockException) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(path(name));
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(path(name));
    }

    @Override
    public List<String> list(String folder) throws IOException {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    public InputStream read(String name) throws IOException {
        // Not Files.newInputStream: an interrupt would close it in the middle of a scan.
        return new FileInputStream(path(name).toFile());
    }

    @Override
    public File open(String name) throws IOException {
        FileChannel channel = FileChannel.open(path(name), WRITE, permissions("rw-------"));
        return new File() {
            @Override
            public void write(long position, ByteBuffer bytes) throws IOException {
                long at = position;
                while (bytes.hasRemaining()) {
                    at += channel.write(bytes, at);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void truncate(long size) throws IOException {
                channel.truncate(size);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(path(from), path(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    @Override
    public void createFolder(String name) throws IOException {
        Path folder = path(name);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions("rwx------"));
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                force(parent);
            }
        }
    }

    @Override
    public void forceFolder(String name) throws IOException {
        force(path(name));
    }

    @Override
    public long usable() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public String place() {
        return root.toString();
    }

    private Path path(String name) {
        return name.isEmpty() ? root : root.resolve(name);
    }

    /** Elsewhere than on POSIX a folder cannot be opened to be forced, and renames are journaled. */
    private void force(Path folder) throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private FileAttribute<?>[] permissions(String rights) {
        return permissions(root, rights);
    }

    /** The rights that a new file gets, where the file system knows owners. */
    static FileAttribute<?>[] permissions(Path file, String rights) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(rights);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }
}
