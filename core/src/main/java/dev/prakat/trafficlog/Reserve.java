package dev.prakat.trafficlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that takes up room so that a full disk still has some for the records that close what was begun. Given up when the disk is
 * full; made anew when there is room again. Belongs to the writer's thread; {@link #isSpent} is for any thread.
 */
final class Reserve {

    static final String FILE = "reserve";

    /** What the design keeps free. */
    static final long DEFAULT = 16L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
    private static final int CHUNK = 1 << 20;

    private final Storage storage;
    private final long bytes;
    private volatile boolean spent;

    /**
     * @param bytes how much; 0 for none
     */
    Reserve(Storage storage, long bytes) {
        this.storage = storage;
        this.bytes = bytes;
    }

    /** Makes the file where it is missing. A disk without room for it is a full one already. */
    void keep() {
        try {
            if (bytes > 0 && !(storage.exists(FILE) && storage.size(FILE) >= bytes)) {
                fill();
            }
            spent = false;
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("log", storage.place()).log("There is no room for the reserve");
            spent = true;
            remove();
        }
    }

    /** Whether a write failed because the disk is full; then the reserve is given up, once. */
    boolean spend(IOException failure) {
        if (bytes == 0 || spent || !isFull(failure)) {
            return false;
        }
        spent = true;
        remove();
        return true;
    }

    /** Whether it is given up. Any thread. */
    boolean isSpent() {
        return spent;
    }

    /** Makes it anew when there is twice its room. */
    void refill() {
        if (spent && storage.usable() >= 2 * bytes) {
            keep();
        }
    }

    /** What callers and health are told while it is given up. */
    String problem() {
        return "the disk is full: found " + storage.usable() + " bytes free, expected " + 2 * bytes
                + "; only records that end something or take something away are still written. Make room";
    }

    /** The room itself is asked too, for the message of a system depends on its language. */
    private boolean isFull(IOException failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("no space left") || said.contains("quota") || storage.usable() < BatchFrame.LONGEST;
    }

    private void fill() throws IOException {
        try (Storage.File file = storage.open(FILE)) {
            for (long at = 0; at < bytes; at += CHUNK) {
                file.write(at, ByteBuffer.allocate((int) Math.min(CHUNK, bytes - at)));
            }
            file.force();
        }
        storage.forceFolder("");
    }

    private void remove() {
        try {
            storage.delete(FILE);
            storage.forceFolder("");
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("log", storage.place()).log("The reserve could not be given up");
        }
    }
}
