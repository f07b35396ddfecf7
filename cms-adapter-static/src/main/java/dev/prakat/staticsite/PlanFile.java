package dev.prakat.staticsite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The changes of a whole site in a file, a line each: they are too many to be in memory at once. */
final class PlanFile {

    /** How many changes are in memory at once. */
    static final int AT_ONCE = 2_048;

    private static final ObjectMapper JSON = StateJson.mapper();

    private PlanFile() {}

    /** Writes one. It is on the disk when it was closed. One thread. */
    static final class Writer implements Closeable {
        private final OutputStream out;

        Writer(Disk disk, Path file) throws IOException {
            out = new BufferedOutputStream(disk.open(file), 1 << 16);
        }

        void add(Collection<Change> changes) throws IOException {
            for (Change change : changes) {
                out.write(JSON.writeValueAsBytes(change));
                out.write('\n');
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** What is done with some changes. */
    @FunctionalInterface
    interface Work {
        void on(List<Change> some) throws IOException;
    }

    /** Goes through one in order, some changes at a time. */
    static void each(Path file, Work work) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            List<Change> some = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                some.add(JSON.readValue(line, Change.class));
                if (some.size() == AT_ONCE) {
                    work.on(some);
                    some = new ArrayList<>();
                }
            }
            work.on(some);
        }
    }
}
