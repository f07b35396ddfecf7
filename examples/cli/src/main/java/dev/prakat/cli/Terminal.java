package dev.prakat.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes; always UTF-8, whatever the machine's locale.
 *
 * @param in standard input
 * @param out what the command was asked for
 * @param err messages for people, one problem in one message
 * @param interactive whether a person watches, so that progress may be drawn
 */
record Terminal(InputStream in, PrintWriter out, PrintWriter err, boolean interactive) {

    /** Set by the launcher, which can ask the shell; without it nothing is drawn. */
    static final String INTERACTIVE = "prakat.interactive";

    static Terminal system() {
        return new Terminal(
                System.in,
                writer(new FileOutputStream(FileDescriptor.out)),
                writer(new FileOutputStream(FileDescriptor.err)),
                Boolean.getBoolean(INTERACTIVE));
    }

    static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)), false);
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
