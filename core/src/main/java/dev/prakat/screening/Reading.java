package dev.prakat.screening;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;

/** The text that has come out of one file so far, and what is left of its limits. One use, one thread. */
final class Reading {

    private final AttachmentText.Limits limits;
    private final StringBuilder text = new StringBuilder();
    private final long start = System.nanoTime();

    /** The limits are spent; what was read until then counts. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("the limits of reading one file are spent", null, false, false);
        }
    }

    Reading(AttachmentText.Limits limits) {
        this.limits = limits;
    }

    AttachmentText.Limits limits() {
        return limits;
    }

    void append(char c) {
        if (text.length() >= limits.characters()) {
            throw new Spent();
        }
        text.append(c);
    }

    void append(CharSequence more) {
        int room = limits.characters() - text.length();
        text.append(more, 0, Math.min(room, more.length()));
        if (more.length() > room) {
            throw new Spent();
        }
        checkTime();
    }

    void checkTime() {
        if (System.nanoTime() - start > limits.time().toNanos()) {
            throw new Spent();
        }
    }

    /** Whether anything but blanks came out since a length. */
    boolean hasTextSince(int length) {
        return text.chars().skip(length).anyMatch(c -> !Character.isWhitespace(c));
    }

    int length() {
        return text.length();
    }

    String text() {
        return text.toString();
    }

    /** A stream that ends the reading after so many bytes. */
    InputStream bounded(InputStream in, long most) {
        return new Bounded(in, most);
    }

    /** A writer into the text. */
    Writer writer() {
        return new Writer() {
            @Override
            public void write(char[] buffer, int from, int length) {
                Reading.this.append(new String(buffer, from, length));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new Spent();
            }
            checkTime();
        }
    }
}
