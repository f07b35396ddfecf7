package dev.prakat.staticsite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A disk that lets another one do everything; who extends it does some of it otherwise. */
class ForwardingDisk implements Disk {

    private final Disk disk;

    ForwardingDisk(Disk disk) {
        this.disk = disk;
    }

    @Override
    public void makeFolders(Path folder) throws IOException {
        disk.makeFolders(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        disk.write(file, bytes);
    }

    @Override
    public void writeLater(Path file, byte[] bytes) throws IOException {
        disk.writeLater(file, bytes);
    }

    @Override
    public OutputStream open(Path file) throws IOException {
        return disk.open(file);
    }

    @Override
    public void link(Path link, Path to) throws IOException {
        disk.link(link, to);
    }

    @Override
    public void copy(Path copy, Path of) throws IOException {
        disk.copy(copy, of);
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
    public void force(Path file) throws IOException {
        disk.force(file);
    }
}
