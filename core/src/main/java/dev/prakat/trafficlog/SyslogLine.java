package dev.prakat.trafficlog;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** A record as an RFC 5424 message. The message is the record as it was signed, so that its hash can be made from it. No state. */
final class SyslogLine {

    private static final int LOG_AUDIT = 13 << 3;
    private static final int WARNING = 4;
    private static final int INFORMATIONAL = 6;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ID = 32;
    private static final String BOM = "\uFEFF";

    /** The enterprise number that RFC 5612 keeps for examples; an agency that has its own maps it at the server. */
    private static final String STRUCTURED = "[prakat@32473 log=\"%s\" index=\"%d\"%s]";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SyslogLine() {}

    /** A message without a line feed. */
    static String of(LogRecord record) {
        Map<String, String> elements = record.elements();
        boolean well = "ok".equals(elements.getOrDefault("st", "ok"));
        return head(record, well, elements.getOrDefault("org.pid", "-"), elements.getOrDefault("kind", "-"))
                + String.format(Locale.ROOT, STRUCTURED, value(record.origin()), record.index(), personal(record))
                + " " + BOM + record.text();
    }

    /** A signed checkpoint as a message; its line feeds are spelled {@code \n} within the structured data. */
    static String checkpoint(String origin, long size, String note, String time) {
        String data = String.format(
                Locale.ROOT, STRUCTURED, value(origin), size, " note=\"" + value(note.replace("\n", "\\n")) + "\"");
        return "<" + (LOG_AUDIT + INFORMATIONAL) + ">1 " + time + " " + host(origin) + " prakat - checkpoint " + data
                + " " + BOM + "checkpoint of " + size + " records";
    }

    private static String head(LogRecord record, boolean well, String process, String kind) {
        return "<" + (LOG_AUDIT + (well ? INFORMATIONAL : WARNING)) + ">1 " + TIME.format(record.at()) + " "
                + host(record.origin()) + " prakat " + name(process, LONGEST_ID) + " " + name(kind, LONGEST_ID) + " ";
    }

    private static String personal(LogRecord record) {
        StringBuilder out = new StringBuilder();
        record.personalElements()
                .forEach((name, text) -> out.append(' ')
                        .append(name(name, LONGEST_ID))
                        .append("=\"")
                        .append(value(text))
                        .append('"'));
        return out.toString();
    }

    private static String host(String origin) {
        int end = origin.indexOf('/');
        return name(end < 0 ? origin : origin.substring(0, end), LONGEST_NAME);
    }

    /** Printable ASCII without a space, as the header asks. */
    private static String name(String text, int longest) {
        String fit = text.replaceAll("[^!-~]|[=\\]\"]", "_");
        return fit.isEmpty() ? "-" : fit.substring(0, Math.min(longest, fit.length()));
    }

    /** A value of structured data: three characters are escaped, and nothing else. */
    private static String value(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("]", "\\]")
                .replace("\n", " ");
    }
}
