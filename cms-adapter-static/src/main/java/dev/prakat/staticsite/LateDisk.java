package dev.prakat.staticsite;

import java.io.IOException;
import java.nio.file.Path;

/** A disk to which new files are not forced one by one: whoever has it forces all of them together. Thread-safe. */
final class LateDisk extends ForwardingDisk {

    LateDisk(Disk disk) {
        super(disk);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        writeLater(file, bytes);
    }
}
