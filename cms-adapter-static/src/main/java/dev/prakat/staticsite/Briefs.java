package dev.prakat.staticsite;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What lists need of each item while a whole site is rendered, in files: in memory is only where each item stands, and those that
 * were asked for last. One thread adds, then several may ask.
 */
final class Briefs implements Function<String, ItemState>, Closeable {

    private static final int CACHED = 8_000;

    private final Disk disk;
    private final Path folder;
    private final List<FileChannel> files = new ArrayList<>();
    private final Map<String, Where> places = new HashMap<>();
    private final Map<String, ItemState> cache = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ItemState> eldest) {
            return size() > CACHED;
        }
    };

    private record Where(int file, int from, int length) {}

    /**
     * Creates it without any.
     *
     * @param folder where it may keep them until it is closed
     */
    Briefs(Disk disk, Path folder) throws IOException {
        this.disk = disk;
        this.folder = folder;
        disk.makeFolders(folder);
    }

    /** Adds some items, all in one file. Nobody forces it: it is worth nothing once this process has ended. */
    void add(Collection<ItemState> some) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        for (ItemState item : some) {
            byte[] json = StateFolder.json(item);
            places.put(item.item(), new Where(files.size(), bytes.size(), json.length));
            bytes.write(json);
        }
        Path file = folder.resolve(Integer.toString(files.size()));
        disk.writeLater(file, bytes.toByteArray());
        files.add(FileChannel.open(file, StandardOpenOption.READ));
    }

    int size() {
        return places.size();
    }

    @Override
    public ItemState apply(String id) {
        synchronized (cache) {
            ItemState known = cache.get(id);
            if (known != null) {
                return known;
            }
        }
        try {
            ItemState read = read(id);
            synchronized (cache) {
                cache.put(id, read);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ItemState read(String id) throws IOException {
        Where where = places.get(id);
        if (where == null) {
            throw new IOException("state of item " + id + ": found none, expected one because a list names it");
        }
        ByteBuffer buffer = ByteBuffer.allocate(where.length());
        FileChannel file = files.get(where.file());
        while (buffer.hasRemaining()) {
            if (file.read(buffer, (long) where.from() + buffer.position()) < 0) {
                throw new IOException(folder + ": found the end of file " + where.file() + ", expected item " + id);
            }
        }
        return StateFolder.parse(buffer.array(), ItemState.class);
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < files.size(); i++) {
            files.get(i).close();
            disk.delete(folder.resolve(Integer.toString(i)));
        }
        disk.delete(folder);
    }
}
