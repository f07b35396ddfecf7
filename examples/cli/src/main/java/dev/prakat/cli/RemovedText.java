package dev.prakat.cli;

import dev.prakat.item.Removal;
import java.util.List;

/** What cleaning took out, for people and for machines. */
final class RemovedText {

    private RemovedText() {}

    /** For machines. */
    record Row(String kind, String found, String place, String near, int times) {}

    static List<Row> rows(List<Removal> removed) {
        return removed.stream()
                .map(removal -> new Row(
                        removal.kind().name(), removal.found(), removal.place(), removal.near(), removal.times()))
                .toList();
    }

    static List<String> lines(Session session, List<Removal> removed) {
        return removed.stream().map(removal -> line(session, removal)).toList();
    }

    private static String line(Session session, Removal removal) {
        String key = "place." + removal.place();
        String place = session.messages().bundle().containsKey(key) ? session.text(key) : removal.place();
        String near = removal.near().isEmpty() ? "" : " “" + removal.near() + "”";
        String times = removal.times() == 1 ? "" : "  × " + removal.times();
        return removal.found() + "  " + session.messages().of(removal.kind()) + "  (" + place + near + ")" + times;
    }

    /** Beside the answer, on standard error. */
    static void note(Session session, List<Removal> removed) {
        if (!removed.isEmpty()) {
            session.note("draft.cleaned", removed.size());
            lines(session, removed).forEach(line -> session.terminal().err().println("  " + line));
        }
    }
}
