package dev.prakat.report;

import dev.prakat.delivery.Health;
import dev.prakat.delivery.TargetHealth;
import dev.prakat.delivery.Troubles;
import dev.prakat.trafficlog.TrafficLogVerifier;
import dev.prakat.trafficlog.VerificationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the sweep runs and the traffic log is sound, as of now. Source: S001-R26, S001-R30 */
final class HealthFigures {

    private final ReportSources sources;

    HealthFigures(ReportSources sources) {
        this.sources = sources;
    }

    ReportSection sweep() {
        Health health = sources.placements().health();
        Troubles behind = sources.placements().figures().troubles(health);
        List<ReportRow> rows = new ArrayList<>();
        rows.add(row("sweep-status", ReportCell.code(health.status().name())));
        rows.add(row("sweep-last", ReportCell.instant(health.lastSweep())));
        rows.add(row("sweep-overdue", number(health.overdue(), behind.overdue())));
        rows.add(row("sweep-failing", number(health.failing(), behind.failing())));
        rows.add(row("sweep-dead", number(health.dead(), behind.dead())));
        rows.add(row(
                "sweep-drifted",
                number(
                        health.targets().stream()
                                .mapToLong(TargetHealth::drifted)
                                .sum(),
                        behind.drifted())));
        rows.add(row(
                "sweep-still-public",
                number(
                        health.targets().stream()
                                .mapToLong(TargetHealth::stillPublic)
                                .sum(),
                        behind.stillPublic())));
        for (int i = 0; i < health.alarms().size(); i++) {
            rows.add(new ReportRow(
                    "alarm-" + (i + 1),
                    ReportTexts.THAI.text("row.alarm"),
                    ReportTexts.ENGLISH.text("row.alarm"),
                    List.of(ReportCell.text(health.alarms().get(i)))));
        }
        return new ReportSection("sweep", List.of("value"), rows, null);
    }

    private static ReportCell number(long number, List<String> behind) {
        return ReportCell.number(number).from(behind.toArray(String[]::new));
    }

    /** Each log is checked as a whole. Where no folder was given, there is nothing to say: no row, and never "sound". */
    ReportSection logs() {
        List<ReportRow> rows = new ArrayList<>();
        for (Path folder : sources.logs()) {
            VerificationReport found = TrafficLogVerifier.verify(folder);
            String name = found.origin().isEmpty() ? String.valueOf(folder.getFileName()) : found.origin();
            rows.add(new ReportRow(
                    name,
                    name,
                    name,
                    List.of(
                            ReportCell.code(found.verdict().name()),
                            ReportCell.number(found.size()),
                            ReportCell.number(found.coveredSize()),
                            ReportCell.number(found.openIntents()))));
        }
        return new ReportSection("logs", List.of("verdict", "records", "covered", "open-intents"), rows, null);
    }

    private static ReportRow row(String key, ReportCell cell) {
        return new ReportRow(
                key, ReportTexts.THAI.text("row." + key), ReportTexts.ENGLISH.text("row." + key), List.of(cell));
    }
}
