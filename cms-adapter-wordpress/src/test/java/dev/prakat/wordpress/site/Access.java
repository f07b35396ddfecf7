package dev.prakat.wordpress.site;

import java.time.Instant;

/**
 * A request as the web server saw it.
 *
 * @param end when its answer was sent, milliseconds
 * @param method for instance {@code POST}
 * @param target path and query as they came over the wire
 * @param status the answer's status; 499 when the client went away before it
 * @param account who it said it was; empty for a visitor
 */
public record Access(Instant end, String method, String target, int status, String account) {

    static Access parse(String line) {
        String[] parts = line.split(" ", -1);
        Instant end = Instant.ofEpochMilli(Math.round(Double.parseDouble(parts[0]) * 1000));
        return new Access(end, parts[1], parts[2], Integer.parseInt(parts[3]), parts[4]);
    }
}
