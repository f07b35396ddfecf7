package dev.prakat.trafficlog;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an access log, plain or compressed by gzip, which the file's first bytes tell. Opened once, so that it stays the same
 * file when it is renamed, and read only as far as it went then, so that every reading sees the same lines. One thread.
 */
final class AccessLogFile implements Closeable {

    /** The longest line, so that a record has room for it whatever must be escaped. */
    static final int LONGEST = 16_000;

    private static final int CHUNK = 1 << 16;
    private static final int MAGIC = 0x1F8B;

    private final FileChannel channel;
    private final long length;
    private final boolean compressed;

    AccessLogFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        length = channel.size();
        ByteBuffer magic = ByteBuffer.allocate(Short.BYTES);
        while (magic.hasRemaining() && channel.read(magic, magic.position()) >= 0) {
            // Two bytes at most, or what there is.
        }
        compressed = (magic.getShort(0) & 0xFFFF) == MAGIC;
    }

    /** What is done with a line. */
    interface Visitor {

        /**
         * A whole line.
         *
         * @param number which one, from 1
         * @param line its bytes without its end; only the first {@link #LONGEST} and one more of a longer one
         */
        void line(long number, byte[] line) throws IOException;
    }

    /**
     * How a reading ended.
     *
     * @param lines how many whole lines there were
     * @param bytes how many bytes, uncompressed
     * @param unfinished whether there was a line without its end
     * @param cut why the rest could not be read, or null
     */
    record Reading(
            long lines,
            long bytes,
            boolean unfinished,
            @Nullable String cut) {}

    /**
     * Reads all lines.
     *
     * @param digest is given all bytes, uncompressed
     */
    Reading read(MessageDigest digest, Visitor visitor) throws IOException {
        channel.position(0);
        Lines lines = new Lines(visitor);
        String cut = null;
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = open();
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                lines.take(chunk, read);
            }
        } catch (EOFException e) {
            cut = "the compressed data end too early";
        } catch (ZipException e) {
            cut = "the compressed data are damaged: " + e.getMessage();
        }
        return new Reading(lines.number, lines.bytes, lines.total > 0, cut);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private InputStream open() throws IOException {
        InputStream plain = new BufferedInputStream(new Bounded(Channels.newInputStream(channel), length), CHUNK);
        return compressed ? new GZIPInputStream(plain, CHUNK) : plain;
    }

    /** Puts lines together from pieces of the file. */
    private static final class Lines {

        private final Visitor visitor;
        private final byte[] line = new byte[LONGEST + 1];
        private long number;
        private long bytes;
        private long total;

        private Lines(Visitor visitor) {
            this.visitor = visitor;
        }

        private void take(byte[] chunk, int length) throws IOException {
            bytes += length;
            for (int i = 0; i < length; i++) {
                if (chunk[i] == '\n') {
                    end();
                } else {
                    if (total < line.length) {
                        line[(int) total] = chunk[i];
                    }
                    total++;
                }
            }
        }

        private void end() throws IOException {
            int kept = (int) Math.min(total, line.length);
            boolean windows = kept == total && kept > 0 && line[kept - 1] == '\r';
            total = 0;
            number++;
            visitor.line(number, Arrays.copyOf(line, windows ? kept - 1 : kept));
        }
    }

    /** A stream that ends where the file ended when it was opened. */
    private static final class Bounded extends InputStream {

        private final InputStream in;
        private long left;

        private Bounded(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int read = left == 0 ? -1 : in.read(bytes, from, (int) Math.min(count, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(left, in.available());
        }
    }
}
