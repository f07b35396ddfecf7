package dev.prakat.report;

import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.Replayable;
import dev.prakat.report.FiledReport.Status;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the events say about a report to a superior, beside what its rows say. */
final class FiledReportReplay implements Replayable {

    private static final String ORDER = "report.order ";
    private static final String STATUS = "report.status";

    static String line(String unit, String due, String by, String doneBy) {
        return unit + " " + due + " " + by + (doneBy.isEmpty() ? "" : " done by " + doneBy);
    }

    @Override
    public SortedMap<String, String> rebuilt(List<JournalEvent> events) {
        SortedMap<String, String> facts = new TreeMap<>();
        events.forEach(event -> take(event, facts));
        return facts;
    }

    private static void take(JournalEvent event, SortedMap<String, String> facts) {
        String order = ORDER + event.detail("number");
        switch (event.type()) {
            case "report.drafted" -> {
                facts.put(
                        "report.period",
                        event.detail("from") + " " + event.detail("until") + " " + event.detail("due"));
                facts.put("report.draftedBy", event.officer().value());
                facts.put(STATUS, Status.DRAFTED.name());
            }
            case "report.submitted" -> {
                facts.put("report.submitted", event.officer() + " " + event.at() + " " + event.detail("lateDays"));
                facts.put("report.figures", event.detail("figures"));
                facts.put(STATUS, Status.SUBMITTED.name());
            }
            case "report.corrected" -> facts.put("report.figures", event.detail("figures"));
            case "report.acknowledged" -> {
                facts.put("report.acknowledged", event.officer() + " " + event.at());
                facts.put(STATUS, Status.ACKNOWLEDGED.name());
            }
            case "report.ordered" -> {
                facts.put(
                        order,
                        line(
                                event.detail("unit"),
                                event.detail("due"),
                                event.officer().value(),
                                ""));
                facts.put(STATUS, Status.ORDERED.name());
            }
            case "report.order-done" -> {
                facts.computeIfPresent(order, (key, line) -> line + " done by " + event.officer());
                boolean all = facts.entrySet().stream()
                        .filter(fact -> fact.getKey().startsWith(ORDER))
                        .allMatch(fact -> fact.getValue().contains(" done by "));
                facts.put(STATUS, (all ? Status.CARRIED_OUT : Status.ORDERED).name());
            }
            default -> {
                // What was written again is words only.
            }
        }
    }

    @Override
    public Map<String, SortedMap<String, String>> stored(EntityManager manager, Collection<String> subjects) {
        Map<String, SortedMap<String, String>> stored = new TreeMap<>();
        for (FiledReportEntity report : FiledReportQueries.reports(manager, subjects)) {
            SortedMap<String, String> facts = new TreeMap<>();
            report.facts(facts);
            stored.put(report.id(), facts);
        }
        for (ReportOrderEntity order : FiledReportQueries.orders(manager, stored.keySet())) {
            SortedMap<String, String> facts = stored.get(order.report());
            if (facts != null) {
                facts.put(ORDER + order.number(), order.line());
            }
        }
        return stored;
    }

    @Override
    public List<String> subjects(EntityManager manager, String after, int limit) {
        return FiledReportQueries.keys(manager, after, limit);
    }
}
