package dev.prakat.trafficlog;

import dev.prakat.spi.TrafficOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A request as a web server wrote it down, in the common or the combined format of nginx and Apache, the combined one also with what
 * {@code X-Forwarded-For} said behind it. Immutable.
 *
 * @param client the address as the server saw it
 * @param user whom the server had let in, or a code
 * @param at when, with the server's zone
 * @param method the method, or a code when the request was none
 * @param path the path without the query, or a code
 * @param status the HTTP status
 * @param bytes how many bytes of the body were sent
 * @param agent the client's program, or a code
 * @param forwarded the proxies before the server, or a code
 */
record AccessLine(
        String client,
        String user,
        OffsetDateTime at,
        String method,
        String path,
        int status,
        long bytes,
        String agent,
        String forwarded) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.US).withResolverStyle(ResolverStyle.STRICT);
    private static final int TIME_LENGTH = "22/Nov/2026:12:00:00 +0700".length();
    private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}");
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");
    private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final Pattern PROTOCOL = Pattern.compile(" HTTP/[0-9.]{1,5}\\z");
    private static final int MOST_DIGITS = 15;
    private static final long SECONDS = 3_600;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /**
     * Reads a line.
     *
     * @param line the line without its end
     * @throws MalformedLine if it is in neither format
     */
    static AccessLine parse(byte[] line) throws MalformedLine {
        Fields fields = new Fields(new String(line, StandardCharsets.ISO_8859_1));
        String client = fields.word("the client's address");
        fields.word("the name that identd gave, or -");
        int bracket = fields.bracket();
        String user = fields.upTo(bracket);
        fields.skip(" [");
        OffsetDateTime at = OffsetDateTime.parse(fields.upTo(bracket + 2 + TIME_LENGTH), TIME);
        fields.skip("] ");
        String request = fields.quoted("the request");
        fields.skip(" ");
        int status = (int) number(fields.word("the status"), 3, 3, "the status");
        String size = fields.word("the bytes that were sent");
        long bytes = size.equals("-") ? 0 : number(size, 1, MOST_DIGITS, "the bytes that were sent");
        String agent = NaCode.NOT_GIVEN;
        String forwarded = NaCode.NOT_GIVEN;
        if (!fields.ended()) {
            fields.quoted("the page before");
            fields.skip(" ");
            agent = given(fields.quoted("the client's program"));
            if (!fields.ended()) {
                fields.skip(" ");
                forwarded = given(fields.quoted("X-Forwarded-For"));
            }
            fields.end();
        }
        String method = method(request);
        return new AccessLine(client, given(user), at, method, path(request, method), status, bytes, agent, forwarded);
    }

    /** The day in Bangkok whose key seals it. */
    LocalDate day() {
        return LocalDate.ofInstant(at.toInstant(), RecordWriter.BANGKOK);
    }

    /** The hour that it was in, counted from 1970; equal lines have the same. */
    long hour() {
        return hour(at.toInstant());
    }

    static long hour(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }

    /** What the status comes to in a record. */
    TrafficOutcome outcome() {
        TrafficOutcome.Status ended = TrafficOutcome.Status.FAILED;
        if (status < BAD_REQUEST) {
            ended = TrafficOutcome.Status.OK;
        } else if (status == UNAUTHORIZED || status == FORBIDDEN) {
            ended = TrafficOutcome.Status.DENIED;
        }
        return new TrafficOutcome(ended, Integer.toString(status), bytes, -1);
    }

    private static String given(String field) {
        return field.isEmpty() || field.equals("-") ? NaCode.NOT_GIVEN : LogText.sent(field);
    }

    /** Of what was no request, such as the first bytes of TLS at a plain port, the sealed line has what came. */
    private static String method(String request) {
        if (request.isEmpty() || request.equals("-")) {
            return NaCode.NOT_GIVEN;
        }
        int end = request.indexOf(' ');
        String word = end < 0 ? "" : request.substring(0, end);
        return METHOD.matcher(word).matches() ? word : NaCode.UNKNOWN;
    }

    /** Without the host, with which a name and a password may stand, and without the query, which may say who it was. */
    private static String path(String request, String method) {
        if (method.startsWith("na:")) {
            return method;
        }
        String target = PROTOCOL.matcher(request.substring(method.length() + 1)).replaceFirst("");
        String local = QUERY.matcher(ABSOLUTE.matcher(target).replaceFirst("")).replaceFirst("");
        if (local.startsWith("/") || local.equals("*")) {
            return LogText.sent(local);
        }
        return ABSOLUTE.matcher(target).lookingAt() ? "/" : NaCode.UNKNOWN;
    }

    private static long number(String text, int least, int most, String what) throws MalformedLine {
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.length() < least || text.length() > most) {
            throw new MalformedLine("found no number where " + what + " should stand");
        }
        return Long.parseLong(text);
    }

    /** Goes over the fields of a line. Never repeats what a line holds: a message is shown, and a line is personal. */
    private static final class Fields {

        private final String line;
        private int at;

        private Fields(String line) {
            this.line = line;
        }

        private boolean ended() {
            return at == line.length();
        }

        private void end() throws MalformedLine {
            if (!ended()) {
                throw new MalformedLine("found more behind the last field, expected the end of the line at byte " + at);
            }
        }

        /** Up to the next space or the end, and over the space. */
        private String word(String what) throws MalformedLine {
            int space = line.indexOf(' ', at);
            int ends = space < 0 ? line.length() : space;
            if (ends == at) {
                throw new MalformedLine("found nothing where " + what + " should stand, at byte " + at);
            }
            String word = line.substring(at, ends);
            at = space < 0 ? ends : ends + 1;
            return word;
        }

        private String upTo(int end) {
            String text = line.substring(at, end);
            at = end;
            return text;
        }

        private void skip(String expected) throws MalformedLine {
            if (!line.startsWith(expected, at)) {
                throw new MalformedLine("found something else where '" + expected + "' should stand, at byte " + at);
            }
            at += expected.length();
        }

        /** Where the user ends and the time begins; a user may have spaces and brackets in his name, and no quotation marks. */
        private int bracket() throws MalformedLine {
            for (int from = line.indexOf(" [", at); from >= 0; from = line.indexOf(" [", from + 1)) {
                int ends = from + 2 + TIME_LENGTH;
                if (line.startsWith("] \"", ends) && isTime(from + 2, ends)) {
                    return from;
                }
            }
            throw new MalformedLine("found no time such as [22/Nov/2026:12:00:00 +0700] before a request");
        }

        private boolean isTime(int from, int end) {
            try {
                TIME.parse(line.substring(from, end));
                return true;
            } catch (DateTimeParseException e) {
                return false;
            }
        }

        private String quoted(String what) throws MalformedLine {
            if (!line.startsWith("\"", at)) {
                throw new MalformedLine("found no quotation mark where " + what + " should stand, at byte " + at);
            }
            int from = at + 1;
            int end = from;
            while (end < line.length() && line.charAt(end) != '"') {
                end += line.charAt(end) == '\\' ? 2 : 1;
            }
            if (end >= line.length()) {
                throw new MalformedLine("found no end of what should be " + what + ", from byte " + at);
            }
            at = end + 1;
            return line.substring(from, end);
        }
    }
}
