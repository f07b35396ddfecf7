package dev.prakat.staticsite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk that stops at an operation: before it, in the middle of it, or right after it; from then on nothing works. */
final class FaultyDisk implements Disk {

    /** When the operation fails. */
    enum When {
        BEFORE,
        HALF,
        AFTER
    }

    /** What the disk is asked for. */
    private interface Work {
        void run() throws IOException;
    }

    private final Disk disk = new RealDisk();
    private final boolean lasting;
    private long failAt = Long.MAX_VALUE;
    private When when = When.BEFORE;
    private long operations;

    /**
     * Creates a disk that works.
     *
     * @param lasting whether everything after the fault fails too, as when the process had died
     */
    FaultyDisk(boolean lasting) {
        this.lasting = lasting;
    }

    synchronized void failAt(long operation, When how) {
        operations = 0;
        failAt = operation;
        when = how;
    }

    synchronized long operations() {
        return operations;
    }

    private synchronized void step(Work work, Work half) throws IOException {
        operations++;
        if (operations < failAt || (operations > failAt && !lasting)) {
            work.run();
            return;
        }
        if (operations == failAt) {
            if (when == When.HALF) {
                half.run();
            } else if (when == When.AFTER) {
                work.run();
            }
        }
        throw new IOException("fault at operation " + operations);
    }

    private synchronized void step(Work work) throws IOException {
        step(work, () -> {});
    }

    @Override
    public void makeFolders(Path folder) throws IOException {
        step(() -> disk.makeFolders(folder));
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        step(() -> disk.write(file, bytes), () -> disk.write(file, Arrays.copyOf(bytes, bytes.length / 2)));
    }

    @Override
    public void writeLater(Path file, byte[] bytes) throws IOException {
        step(() -> disk.writeLater(file, bytes), () -> disk.write(file, Arrays.copyOf(bytes, bytes.length / 2)));
    }

    @Override
    public OutputStream open(Path file) throws IOException {
        step(() -> {});
        return disk.open(file);
    }

    @Override
    public void link(Path link, Path to) throws IOException {
        step(() -> disk.link(link, to));
    }

    @Override
    public void copy(Path copy, Path of) throws IOException {
        step(() -> disk.copy(copy, of));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step(() -> disk.rename(from, to));
    }

    @Override
    public void delete(Path file) throws IOException {
        step(() -> disk.delete(file));
    }

    @Override
    public void force(Path folder) throws IOException {
        step(() -> disk.force(folder));
    }
}
