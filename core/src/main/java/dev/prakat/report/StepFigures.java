package dev.prakat.report;

import dev.prakat.approval.StepFact;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The steps that were taken within the period, and those that are awaited now, each against its limit: by kind of step for the
 * oversight report, by step of each procedure for that of deadlines. Source: S001-R10, S002-R13, S003-R11
 */
final class StepFigures {

    private static final List<String> COLUMNS =
            List.of("taken", "in-time", "late", "without-limit", "late-max", "awaited", "awaited-late");

    private final ReportSources sources;
    private final Map<String, Map<String, Tally>> byProcedure = new TreeMap<>();
    private final Map<String, List<String>> lateByUnit = new TreeMap<>();
    private final Map<String, List<String>> awaitedByUnit = new TreeMap<>();

    /** What was found of one step. */
    private static final class Tally {
        private final List<String> inTime = new ArrayList<>();
        private final List<String> late = new ArrayList<>();
        private final List<String> free = new ArrayList<>();
        private final List<String> awaited = new ArrayList<>();
        private final List<String> awaitedLate = new ArrayList<>();
        private Duration latest = Duration.ZERO;
        private String latestStep = "";

        void latest(Duration late, String step) {
            if (latestStep.isEmpty() || late.compareTo(latest) > 0) {
                latest = late;
                latestStep = step;
            }
        }

        void add(Tally other) {
            inTime.addAll(other.inTime);
            late.addAll(other.late);
            free.addAll(other.free);
            awaited.addAll(other.awaited);
            awaitedLate.addAll(other.awaitedLate);
            if (!other.latestStep.isEmpty()) {
                latest(other.latest, other.latestStep);
            }
        }

        List<ReportCell> cells() {
            List<String> taken = new ArrayList<>(inTime);
            taken.addAll(late);
            taken.addAll(free);
            return List.of(
                    ReportCell.count(taken),
                    ReportCell.count(inTime),
                    ReportCell.count(late),
                    ReportCell.count(free),
                    late.isEmpty()
                            ? ReportCell.NONE
                            : ReportCell.duration(latest).from(latestStep),
                    ReportCell.count(awaited),
                    ReportCell.count(awaitedLate));
        }
    }

    StepFigures(ReportSources sources) {
        this.sources = sources;
        ReportPeriod period = sources.period();
        sources.approvals().figures().taken(period.begins(), period.ends(), this::taken);
        sources.approvals().figures().awaited(this::awaited);
    }

    private void taken(StepFact step) {
        add(step, lateByUnit);
        Tally tally = tally(step);
        String key = step.item() + "/" + step.step();
        Instant due = step.due();
        Instant at = step.at();
        if (due == null || at == null) {
            tally.free.add(key);
        } else if (step.late(sources.now())) {
            tally.late.add(key);
            tally.latest(Duration.between(due, at), key);
        } else {
            tally.inTime.add(key);
        }
    }

    private void awaited(StepFact step) {
        add(step, awaitedByUnit);
        Tally tally = tally(step);
        String key = step.item() + "/" + step.step();
        tally.awaited.add(key);
        if (step.late(sources.now())) {
            tally.awaitedLate.add(key);
        }
    }

    private Tally tally(StepFact step) {
        return byProcedure
                .computeIfAbsent(step.procedure(), missing -> new TreeMap<>())
                .computeIfAbsent(step.step(), missing -> new Tally());
    }

    /** By kind of step: approvals, publications, verifications. */
    ReportSection byKind() {
        Map<StepKind, Tally> kinds = new EnumMap<>(StepKind.class);
        Tally unknown = new Tally();
        byProcedure.forEach((procedure, steps) -> steps.forEach(
                (step, tally) -> kind(procedure, step, kinds, unknown).add(tally)));
        List<ReportRow> rows = new ArrayList<>();
        kinds.forEach((kind, tally) -> rows.add(new ReportRow(
                kind.name(),
                ReportTexts.THAI.text("code." + kind.name()),
                ReportTexts.ENGLISH.text("code." + kind.name()),
                tally.cells())));
        if (unknown.cells().stream().anyMatch(cell -> cell.length() > 0)) {
            rows.add(new ReportRow(
                    "other",
                    ReportTexts.THAI.text("row.other"),
                    ReportTexts.ENGLISH.text("row.other"),
                    unknown.cells()));
        }
        Tally all = new Tally();
        byProcedure.values().forEach(steps -> steps.values().forEach(all::add));
        rows.add(new ReportRow(
                ReportRow.TOTAL,
                ReportTexts.THAI.text("row.total"),
                ReportTexts.ENGLISH.text("row.total"),
                all.cells()));
        return new ReportSection("steps", COLUMNS, rows, null);
    }

    /** A step of a procedure that the policy does not have any more is of no kind. */
    private Tally kind(String procedure, String step, Map<StepKind, Tally> kinds, Tally unknown) {
        return sources.policy().procedures().stream()
                .filter(known -> known.id().equals(procedure))
                .flatMap(known -> known.step(step).stream())
                .map(Step::kind)
                .findFirst()
                .map(kind -> kinds.computeIfAbsent(kind, missing -> new Tally()))
                .orElse(unknown);
    }

    /** One section for each procedure that anything happened in, its steps in order, each with its limit. */
    List<ReportSection> byStep() {
        List<String> columns = new ArrayList<>(List.of("limit"));
        columns.addAll(COLUMNS);
        Map<String, List<ReportRow>> rows = new LinkedHashMap<>();
        for (Procedure procedure : sources.policy().procedures()) {
            Map<String, Tally> steps = byProcedure.get(procedure.id());
            if (steps != null) {
                for (Step step : procedure.steps()) {
                    Tally tally = steps.getOrDefault(step.id(), new Tally());
                    List<ReportCell> cells = new ArrayList<>();
                    cells.add(
                            step.within() == null
                                    ? ReportCell.NONE
                                    : ReportCell.text(step.within().toString()));
                    cells.addAll(tally.cells());
                    rows.computeIfAbsent(procedure.id(), missing -> new ArrayList<>())
                            .add(new ReportRow(
                                    procedure.id() + "/" + step.id(),
                                    procedure.id() + ": " + step.labelTh(),
                                    procedure.id() + ": " + step.labelEn(),
                                    cells));
                }
            }
        }
        List<ReportRow> all = rows.values().stream().flatMap(List::stream).toList();
        return List.of(new ReportSection("deadlines-by-step", columns, all, "late"));
    }

    /** Every step that was late or is late, by what it was. */
    ReportSection byUnit() {
        Map<String, List<ReportCell>> rows = new TreeMap<>();
        lateByUnit.forEach((unit, keys) -> rows.put(
                unit, List.of(ReportCell.count(keys), ReportCell.count(awaitedByUnit.getOrDefault(unit, List.of())))));
        awaitedByUnit.forEach(
                (unit, keys) -> rows.putIfAbsent(unit, List.of(ReportCell.count(List.of()), ReportCell.count(keys))));
        List<ReportRow> printed = new ArrayList<>();
        rows.forEach(
                (unit, cells) -> printed.add(new ReportRow(unit, sources.unit(unit), sources.unitEn(unit), cells)));
        return new ReportSection("deadlines-by-unit", List.of("late", "awaited-late"), printed, "late");
    }

    private void add(StepFact step, Map<String, List<String>> into) {
        if (step.late(sources.now())) {
            into.computeIfAbsent(step.ownerUnit(), missing -> new ArrayList<>()).add(step.item() + "/" + step.step());
        }
    }
}
