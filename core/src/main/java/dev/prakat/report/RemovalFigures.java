package dev.prakat.report;

import dev.prakat.delivery.PlacementFact;
import dev.prakat.journal.JournalEvent;
import dev.prakat.policy.Setting;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Removals with their proof, by website: how many were proven within the period, how late, and what is past its end and not proven
 * to be gone. Late is what took longer than the policy looks for ended periods. Source: S002-R05, S003-R04, AMB-13
 */
final class RemovalFigures {

    private static final List<String> COLUMNS =
            List.of("proven", "in-time", "late", "unproven", "late-median", "late-p95", "late-max");

    private final ReportSources sources;
    private final Duration allowed;
    private final Map<String, Website> websites = new TreeMap<>();

    /** What was found of one website. */
    private static final class Website {
        private final List<String> inTime = new ArrayList<>();
        private final List<String> late = new ArrayList<>();
        private final List<String> unproven = new ArrayList<>();
        private final List<Measured> lateness = new ArrayList<>();
    }

    /** How late one removal was. */
    private record Measured(Duration late, String placement) {}

    RemovalFigures(ReportSources sources) {
        this.sources = sources;
        this.allowed = Duration.ofMinutes(sources.policy().settings().number(Setting.SWEEP_MINUTES));
    }

    ReportSection section() {
        Website all = new Website();
        List<ReportRow> rows = new ArrayList<>();
        websites.forEach((name, website) -> {
            all.inTime.addAll(website.inTime);
            all.late.addAll(website.late);
            all.unproven.addAll(website.unproven);
            all.lateness.addAll(website.lateness);
            rows.add(new ReportRow(name, name, name, cells(website)));
        });
        rows.add(new ReportRow(
                ReportRow.TOTAL,
                ReportTexts.THAI.text("row.total"),
                ReportTexts.ENGLISH.text("row.total"),
                cells(all)));
        return new ReportSection("removals", COLUMNS, rows, null);
    }

    /** A removal that was proven within the period. */
    void proven(JournalEvent event) {
        String placement = event.detail("placement");
        Website website = website(placement.substring(placement.indexOf('@') + 1));
        Duration late = late(event);
        website.lateness.add(new Measured(late, placement));
        (late.compareTo(allowed) > 0 ? website.late : website.inTime).add(placement);
    }

    /** An event of an older release says when it was due, and not how late it was. */
    private static Duration late(JournalEvent event) {
        try {
            Duration late = event.detail("late").isEmpty()
                    ? Duration.between(Instant.parse(event.detail("due")), event.at())
                    : Duration.parse(event.detail("late"));
            return late.isNegative() ? Duration.ZERO : late;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    void add(PlacementFact placement) {
        Instant due = placement.removalDue();
        boolean past = due != null && due.isBefore(sources.period().ends());
        boolean gone = switch (placement.state()) {
            case REMOVAL_PROVEN, WAITING -> true;
            case DEAD, FAILED, DELIVERING -> placement.deliveredAt() == null;
            case LIVE, LIVE_PROVEN, REMOVING, REMOVED -> false;
        };
        if (past && !gone) {
            website(placement.target()).unproven.add(placement.id());
        }
    }

    private Website website(String name) {
        return websites.computeIfAbsent(name, missing -> new Website());
    }

    private static List<ReportCell> cells(Website website) {
        List<String> proven = new ArrayList<>(website.inTime);
        proven.addAll(website.late);
        website.lateness.sort(Comparator.comparing(Measured::late).thenComparing(Measured::placement));
        return List.of(
                ReportCell.count(proven),
                ReportCell.count(website.inTime),
                ReportCell.count(website.late),
                ReportCell.count(website.unproven),
                rank(website.lateness, 0.5),
                rank(website.lateness, 0.95),
                rank(website.lateness, 1));
    }

    /** The nearest rank: a value that was really measured. */
    private static ReportCell rank(List<Measured> sorted, double part) {
        if (sorted.isEmpty()) {
            return ReportCell.NONE;
        }
        Measured found = sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
        return ReportCell.duration(found.late()).from(found.placement());
    }
}
