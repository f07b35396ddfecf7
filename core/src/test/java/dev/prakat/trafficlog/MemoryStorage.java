package dev.prakat.trafficlog;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Files in memory, with faults on demand and with a memory of what was forced. Thread-safe. */
final class MemoryStorage implements Storage {

    /** What the files hold as a process sees them. */
    final Map<String, byte[]> files = new ConcurrentSkipListMap<>();

    /** What they held when they were last forced: what a loss of power leaves, in the worst case. */
    final Map<String, byte[]> forced = new ConcurrentSkipListMap<>();

    private volatile @Nullable Predicate<String> failingForce;
    private volatile @Nullable Predicate<String> tornWrite;
    private volatile long capacity = Long.MAX_VALUE;
    private boolean locked;

    /** From now on the disk holds no more than this. */
    void limit(long bytes) {
        capacity = bytes;
    }

    @Override
    public long usable() {
        long used = files.values().stream().mapToLong(bytes -> bytes.length).sum();
        return Math.max(0, capacity - used);
    }

    /** The next force of a file whose name fits fails, once, and what was written may or may not be there. */
    void failForce(Predicate<String> file) {
        failingForce = file;
    }

    /** The next write of a file whose name fits writes half of its bytes and fails, once. */
    void tearWrite(Predicate<String> file) {
        tornWrite = file;
    }

    /** What is left after the power failed: nothing that was not forced. The dead process's lock is gone with it. */
    MemoryStorage afterPowerLoss() {
        MemoryStorage left = new MemoryStorage();
        forced.forEach((name, bytes) -> left.files.put(name, bytes.clone()));
        left.forced.putAll(left.files);
        return left;
    }

    MemoryStorage copy() {
        MemoryStorage copy = new MemoryStorage();
        files.forEach((name, bytes) -> copy.files.put(name, bytes.clone()));
        copy.forced.putAll(copy.files);
        return copy;
    }

    @Override
    public synchronized @Nullable Closeable lock() {
        if (locked) {
            return null;
        }
        locked = true;
        return () -> locked = false;
    }

    @Override
    public boolean exists(String name) {
        return files.containsKey(name);
    }

    @Override
    public long size(String name) throws IOException {
        return bytes(name).length;
    }

    @Override
    public List<String> list(String folder) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .map(name -> name.substring(folder.length() + 1))
                .toList();
    }

    @Override
    public InputStream read(String name) throws IOException {
        return new ByteArrayInputStream(bytes(name));
    }

    @Override
    public File open(String name) {
        files.putIfAbsent(name, new byte[0]);
        return new MemoryFile(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        files.put(to, bytes(from));
        files.remove(from);
        forced.put(to, forced.getOrDefault(from, new byte[0]));
        forced.remove(from);
    }

    @Override
    public void delete(String name) {
        files.remove(name);
        forced.remove(name);
    }

    @Override
    public void createFolder(String name) {}

    @Override
    public void forceFolder(String name) {}

    @Override
    public String place() {
        return "in-memory";
    }

    private byte[] bytes(String name) throws IOException {
        byte[] found = files.get(name);
        if (found == null) {
            throw new NoSuchFileException(name);
        }
        return found;
    }

    private final class MemoryFile implements File {
        private final String name;

        private MemoryFile(String name) {
            this.name = name;
        }

        @Override
        public void write(long position, ByteBuffer from) throws IOException {
            Predicate<String> tear = tornWrite;
            boolean torn = tear != null && tear.test(name);
            byte[] old = bytes(name);
            long more = position + from.remaining() - old.length;
            long room = capacity == Long.MAX_VALUE ? more : usable();
            boolean full = more > room;
            int length =
                    torn ? from.remaining() / 2 : full ? (int) (from.remaining() - (more - room)) : from.remaining();
            byte[] content = Arrays.copyOf(old, (int) Math.max(old.length, position + length));
            from.get(content, (int) position, length);
            files.put(name, content);
            if (torn || full) {
                tornWrite = torn ? null : tornWrite;
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void force() throws IOException {
            Predicate<String> fail = failingForce;
            if (fail != null && fail.test(name)) {
                failingForce = null;
                throw new IOException("Input/output error");
            }
            forced.put(name, bytes(name));
        }

        @Override
        public void truncate(long size) throws IOException {
            byte[] old = bytes(name);
            files.put(name, Arrays.copyOf(old, (int) Math.min(old.length, size)));
        }

        @Override
        public void close() {}
    }
}
