package dev.prakat.trafficlog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file system as the log sees it, so that tests can lose and tear writes. Names are relative to the log's folder, with
 * forward slashes. What was written counts as durable only after {@link File#force}, what was created or renamed only after
 * {@link #forceFolder}. Thread-safe; a file belongs to one thread.
 */
interface Storage {

    /** A file that is written. */
    interface File extends Closeable {

        /** Writes all remaining bytes at a position. */
        void write(long position, ByteBuffer bytes) throws IOException;

        /** Makes all earlier writes durable. After a failure nothing is known of them, and asking again proves nothing. */
        void force() throws IOException;

        void truncate(long size) throws IOException;
    }

    /** Takes the log for this process, or gives null when another holds it. */
    @Nullable
    Closeable lock() throws IOException;

    boolean exists(String name);

    long size(String name) throws IOException;

    /** The names of the files in a folder, sorted, without the folder; none when there is no such folder. */
    List<String> list(String folder) throws IOException;

    InputStream read(String name) throws IOException;

    /** Opens a file for writing and creates it when it is missing. */
    File open(String name) throws IOException;

    /** Replaces the target if there is one. */
    void rename(String from, String to) throws IOException;

    /** Deletes a file or an empty folder; does nothing when there is none. */
    void delete(String name) throws IOException;

    /** Creates a folder and those above it; does nothing when it exists. The empty name is the log's own folder. */
    void createFolder(String name) throws IOException;

    void forceFolder(String name) throws IOException;

    /** How many bytes this account can still write here, as far as the system says so. */
    default long usable() {
        return Long.MAX_VALUE;
    }

    /** Where this is, for people. */
    String place();

    /** Puts a whole file in place so that after a crash either the old or the new one is there, complete. */
    default void replace(String name, byte[] content) throws IOException {
        String temporary = name + ".tmp";
        try (File file = open(temporary)) {
            file.truncate(0);
            file.write(0, ByteBuffer.wrap(content));
            file.force();
        }
        rename(temporary, name);
        forceFolder(name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "");
    }

    /** The whole of a small file. */
    default byte[] readAll(String name) throws IOException {
        try (InputStream in = read(name)) {
            return in.readAllBytes();
        }
    }
}
