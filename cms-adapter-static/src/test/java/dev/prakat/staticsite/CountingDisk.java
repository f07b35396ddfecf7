package dev.prakat.staticsite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A disk that counts how often something is forced to it. */
final class CountingDisk implements Disk {

    private final Disk disk = new RealDisk();
    private int forces;

    int forces() {
        return forces;
    }

    void clear() {
        forces = 0;
    }

    @Override
    public void makeFolders(Path folder) throws IOException {
        disk.makeFolders(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        forces++;
        disk.write(file, bytes);
    }

    @Override
    public void writeLater(Path file, byte[] bytes) throws IOException {
        disk.writeLater(file, bytes);
    }

    @Override
    public OutputStream open(Path file) throws IOException {
        forces++;
        return disk.open(file);
    }

    @Override
    public void link(Path link, Path to) throws IOException {
        disk.link(link, to);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void force(Path folder) throws IOException {
        forces++;
        disk.force(folder);
    }
}
