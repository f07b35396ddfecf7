package dev.prakat.wordpress.site;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request as it came over the wire: the first line, the headers, the body's bytes with whatever frames them.
 *
 * @param lines the first line and the headers, without line ends
 * @param body the bytes, to be sent on unchanged
 */
record RawMessage(List<String> lines, ByteArrayOutputStream body) {

    /** These speak of one connection, not of the message. */
    private static final Set<String> HOP =
            Set.of("connection", "keep-alive", "upgrade", "http2-settings", "expect", "proxy-connection");

    String method() {
        return lines.get(0).split(" ", 3)[0];
    }

    String target() {
        return lines.get(0).split(" ", 3)[1];
    }

    static RawMessage read(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw new EOFException("no request");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (header(lines, "transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            chunks(in, body);
        } else {
            String length = header(lines, "content-length");
            copy(in, body, length.isEmpty() ? 0 : Integer.parseInt(length));
        }
        return new RawMessage(lines, body);
    }

    /** Sends it on, over a connection that ends with the answer. */
    void write(OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(lines.get(0)).append("\r\n");
        for (String line : lines.subList(1, lines.size())) {
            if (!HOP.contains(name(line))) {
                head.append(line).append("\r\n");
            }
        }
        out.write(head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        body.writeTo(out);
        out.flush();
    }

    private static void chunks(InputStream in, ByteArrayOutputStream body) throws IOException {
        int size;
        do {
            String line = line(in);
            size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            body.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            // A chunk has a line end behind it; after the last, empty one this is the end of the trailers, which nobody
            // sends.
            copy(in, body, size + 2);
        } while (size > 0);
    }

    private static void copy(InputStream in, ByteArrayOutputStream body, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("found " + bytes.length + " bytes, expected " + length);
        }
        body.writeBytes(bytes);
    }

    private static String header(List<String> lines, String name) {
        return lines.stream()
                .skip(1)
                .filter(line -> name(line).equals(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String name(String line) {
        return line.substring(0, Math.max(line.indexOf(':'), 0)).toLowerCase(Locale.ROOT);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended in a line");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
