package dev.prakat.trafficlog;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.chrono.ThaiBuddhistDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A record as a line of a table, RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. No state. */
final class CsvLine {

    private static final List<String> ELEMENTS = List.of(
            "kind",
            "ph",
            "ref",
            "corr",
            "ts",
            "at",
            "svc",
            "cmd",
            "path",
            "obj",
            "dst",
            "route",
            "org.log",
            "out_b",
            "in_b",
            "dur_us",
            "st",
            "err",
            "actor.id",
            "actor.role",
            "actor.auth",
            "why",
            "sha256",
            "clk.state");
    private static final List<String> PERSONAL =
            List.of("src.addr", "src.fwd", "src.agent", "who.id", "who.name", "who.mail", "who.sess", "line");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private CsvLine() {}

    static String heading() {
        List<String> names = new ArrayList<>(List.of("log", "index", "thai_date", "thai_time"));
        names.addAll(ELEMENTS);
        names.addAll(PERSONAL);
        return String.join(",", names) + "\r\n";
    }

    static String of(LogRecord record) {
        List<String> cells = new ArrayList<>(List.of(record.origin(), Long.toString(record.index())));
        cells.addAll(thai(record.at()));
        add(cells, record.elements(), ELEMENTS);
        add(cells, record.personalElements(), PERSONAL);
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static void add(List<String> cells, Map<String, String> elements, List<String> names) {
        names.forEach(name -> cells.add(elements.getOrDefault(name, "")));
    }

    /** Date of the Buddhist era and time of day in Bangkok. */
    private static List<String> thai(Instant at) {
        ZonedDateTime there = at.atZone(RecordWriter.BANGKOK);
        int year = ThaiBuddhistDate.from(there).get(ChronoField.YEAR_OF_ERA);
        String date = String.format(Locale.ROOT, "%02d/%02d/%04d", there.getDayOfMonth(), there.getMonthValue(), year);
        return List.of(date, TIME.format(there));
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
