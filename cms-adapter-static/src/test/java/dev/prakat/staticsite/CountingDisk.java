package dev.prakat.staticsite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A disk that counts how often something is forced to it. */
final class CountingDisk extends ForwardingDisk {

    private int forces;

    CountingDisk() {
        super(new RealDisk());
    }

    int forces() {
        return forces;
    }

    void clear() {
        forces = 0;
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        forces++;
        super.write(file, bytes);
    }

    @Override
    public OutputStream open(Path file) throws IOException {
        forces++;
        return super.open(file);
    }

    @Override
    public void force(Path folder) throws IOException {
        forces++;
        super.force(folder);
    }
}
