package dev.prakat.staticsite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A disk that is forced once for everything written, which takes less time than once for each file. Thread-safe. */
final class LateDisk extends ForwardingDisk {

    private final Queue<Path> written = new ConcurrentLinkedQueue<>();

    LateDisk(Disk disk) {
        super(disk);
    }

    /** Forces what was written since it was last called. */
    void settle() throws IOException {
        SideBySide.all(written, file -> {
            force(file);
            return file;
        });
        written.clear();
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        writeLater(file, bytes);
        written.add(file);
    }
}
