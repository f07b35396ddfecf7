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
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What lists need of each item while a whole site is rendered. In memory as far as a share of it goes, and beyond that in files, so
 * that what is in memory does not depend on the items' texts. One thread adds, then several may ask.
 */
final class Briefs implements Function<String, ItemState>, Closeable {

    /** One byte in so many of the memory that there is. */
    private static final int SHARE = 8;

    private final Disk disk;
    private final Path folder;
    private final List<FileChannel> files = new ArrayList<>();
    private final Map<String, Brief> inMemory = new HashMap<>();
    private final Map<String, Where> inFiles = new HashMap<>();
    private long room;

    /** An item that no memory was left for. */
    private record Where(List<ItemState.Step> path, int file, int from, int length) {}

    /**
     * Creates it without any, with the memory that is its share.
     *
     * @param folder where it may keep them until it is closed
     */
    Briefs(Disk disk, Path folder) {
        this(disk, folder, Runtime.getRuntime().maxMemory() / SHARE);
    }

    /**
     * Creates it without any.
     *
     * @param folder where it may keep them until it is closed
     * @param room how many bytes it may keep in memory
     */
    Briefs(Disk disk, Path folder, long room) {
        this.disk = disk;
        this.folder = folder;
        this.room = room;
    }

    /**
     * Adds some items; those that no memory is left for all in one file. Nobody forces it: it is worth nothing once this process has
     * ended.
     */
    void add(Collection<Brief> some) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Brief one : some) {
            if (room >= one.length()) {
                room -= one.length();
                inMemory.put(one.item(), one);
            } else {
                inFiles.put(one.item(), new Where(one.path(), files.size(), bytes.size(), one.length()));
                one.writeTo(bytes);
            }
        }
        if (bytes.size() > 0) {
            disk.makeFolders(folder);
            Path file = folder.resolve(Integer.toString(files.size()));
            disk.writeLater(file, bytes.toByteArray());
            files.add(FileChannel.open(file, StandardOpenOption.READ));
        }
    }

    int size() {
        return inMemory.size() + inFiles.size();
    }

    @Override
    public ItemState apply(String id) {
        Brief known = inMemory.get(id);
        if (known != null) {
            return known.unpack();
        }
        try {
            Where where = inFiles.get(id);
            if (where == null) {
                throw new IOException("state of item " + id + ": found none, expected one because a list names it");
            }
            return Brief.unpack(id, where.path(), read(where));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(Where where) throws IOException {
        byte[] bytes = new byte[where.length()];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        FileChannel file = files.get(where.file());
        while (buffer.hasRemaining()) {
            if (file.read(buffer, (long) where.from() + buffer.position()) < 0) {
                throw new IOException(folder + ": found the end of file " + where.file() + ", expected an item");
            }
        }
        return bytes;
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
