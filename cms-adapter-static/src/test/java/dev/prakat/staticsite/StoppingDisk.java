package dev.prakat.staticsite;

import java.io.IOException;
import java.nio.file.Path;

/** A disk on which nothing is put in place or removed below a folder any more after so many times, until it is told to go on. */
final class StoppingDisk extends ForwardingDisk {

    private final Path folder;
    private long left = Long.MAX_VALUE;
    private long changes;

    StoppingDisk(Path folder) {
        super(new RealDisk());
        this.folder = folder;
    }

    /** From now on so many more changes are made. */
    void stopAfter(long more) {
        left = more;
        changes = 0;
    }

    void goOn() {
        stopAfter(Long.MAX_VALUE);
    }

    /** How many were made or tried since it was told last. */
    long changes() {
        return changes;
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step(to);
        super.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step(file);
        super.delete(file);
    }

    private void step(Path file) throws IOException {
        if (!file.startsWith(folder)) {
            return;
        }
        changes++;
        if (changes > left) {
            throw new IOException("stopped before change " + changes + " below " + folder);
        }
    }
}
