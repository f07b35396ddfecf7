package dev.prakat.staticsite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Gives names to files in the stage folder, below it and with forward slashes, that no other file has. Thread-safe. */
@FunctionalInterface
interface Stage {

    /** How many files a folder gets: one with a hundred thousand would stay large and slow on many file systems. */
    int SHARE = 1_000;

    /** The next name; the folder that it is in exists. */
    String next() throws IOException;

    /** Names for a change of a few files. */
    static Stage ofFew() {
        return () -> UUID.randomUUID() + ".tmp";
    }

    /** Names for the files of a whole site, shared out between folders. */
    static Stage ofMany(Path stage, String folder, Disk disk) {
        AtomicLong count = new AtomicLong();
        return () -> {
            synchronized (count) {
                long number = count.getAndIncrement();
                String share = folder + "/" + number / SHARE;
                if (number % SHARE == 0) {
                    disk.makeFolders(stage.resolve(share));
                }
                return share + "/" + number % SHARE;
            }
        };
    }
}
