package dev.prakat.report;

import dev.prakat.approval.SiteError;
import dev.prakat.approval.WaiverFact;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.delivery.PermanentPlacement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is public without an end, errors on the website, waivers, and gaps of the matrix. Source: S001-R28, S001-R29, AMB-09, AMB-21 */
final class StandingFigures {

    private final ReportSources sources;

    StandingFigures(ReportSources sources) {
        this.sources = sources;
    }

    /** The one that is to be looked at first comes first. */
    ReportSection permanent() {
        LocalDate today = LocalDate.ofInstant(sources.now(), ThaiDate.BANGKOK);
        List<ReportRow> rows = new ArrayList<>();
        for (PermanentPlacement each : sources.placements().figures().permanent()) {
            rows.add(new ReportRow(
                    each.placement(),
                    each.title(),
                    each.title(),
                    List.of(
                            ReportCell.text(sources.policy()
                                    .categories()
                                    .find(each.category())
                                    .map(category -> category.row() + " " + category.label())
                                    .orElse(each.category().value())),
                            ReportCell.text(each.ownerUnit()),
                            ReportCell.day(each.reviewOn()).from(each.placement()),
                            ReportCell.code(each.reviewOn().isBefore(today) ? "REVIEW_OVERDUE" : "REVIEW_AHEAD"))));
        }
        return new ReportSection("permanent", List.of("category", "unit", "review-on", "standing"), rows, null);
    }

    ReportSection errors() {
        Instant from = sources.period().begins();
        Instant until = sources.period().ends();
        List<SiteError> errors = sources.approvals().figures().errors(from, until);
        List<ReportRow> rows = new ArrayList<>();
        rows.add(row("errors-found", errors, error -> within(error.foundAt())));
        rows.add(row(
                "errors-fixed",
                errors,
                error -> error.fixed() != null && within(error.fixed().at())));
        rows.add(row(
                "errors-reported",
                errors,
                error -> error.reported() != null && within(error.reported().at())));
        rows.add(row(
                "errors-closed-in-time",
                errors,
                error -> within(error.foundAt()) && error.closed() && !error.late(sources.now())));
        rows.add(row(
                "errors-closed-late",
                errors,
                error -> within(error.foundAt()) && error.closed() && error.late(sources.now())));
        rows.add(row("errors-open", errors, error -> !error.closed()));
        rows.add(row("errors-open-late", errors, error -> !error.closed() && error.late(sources.now())));
        return new ReportSection("errors", List.of("number"), rows, null);
    }

    private boolean within(Instant at) {
        return !at.isBefore(sources.period().begins())
                && at.isBefore(sources.period().ends());
    }

    private static ReportRow row(String key, List<SiteError> errors, Predicate<SiteError> counts) {
        return new ReportRow(
                key,
                ReportTexts.THAI.text("row." + key),
                ReportTexts.ENGLISH.text("row." + key),
                List.of(ReportCell.count(
                        errors.stream().filter(counts).map(SiteError::id).toList())));
    }

    /** By what screening took it for. */
    ReportSection waivers() {
        Map<String, List<String>> kinds = new TreeMap<>();
        for (WaiverFact waiver : sources.approvals()
                .figures()
                .waived(sources.period().begins(), sources.period().ends())) {
            kinds.computeIfAbsent(waiver.kind(), missing -> new ArrayList<>())
                    .add(waiver.item().value());
        }
        List<ReportRow> rows = new ArrayList<>();
        kinds.forEach((kind, items) -> rows.add(new ReportRow(
                kind,
                ReportTexts.THAI.text("screening." + kind),
                ReportTexts.ENGLISH.text("screening." + kind),
                List.of(ReportCell.count(items)))));
        return new ReportSection("waivers", List.of("number"), rows, null);
    }

    /** Categories that nobody answers for; what else the policy finds open is told in its own words. */
    ReportSection gaps() {
        List<ReportRow> rows = new ArrayList<>();
        for (CategoryId id : sources.policy().matrix().gaps()) {
            Category category = sources.policy().categories().require(id.value());
            String label = category.row() + " " + category.label();
            rows.add(new ReportRow(
                    id.value(),
                    label,
                    label,
                    List.of(ReportCell.code("NO_HOLDER").from(id.value()))));
        }
        sources.policy().gaps().stream()
                .skip(rows.size())
                .forEach(gap -> rows.add(
                        new ReportRow(gap.place(), gap.place(), gap.place(), List.of(ReportCell.text(gap.message())))));
        return new ReportSection("matrix-gaps", List.of("what"), rows, null);
    }
}
