package dev.prakat.report;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.category.Category;
import dev.prakat.delivery.PlacementFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether each category is as current as its update period asks for: counted from when something of it was last made public. What has
 * no end and is past its review date is listed too. Source: S001-R04, S003-R18, AMB-09
 */
final class CurrencyFigures {

    private static final List<String> COLUMNS = List.of("standing", "every", "last", "next", "late-days", "items");
    private static final List<String> STANDINGS = List.of("CURRENT", "OUT_OF_DATE", "NEVER", "NO_PERIOD");

    private final ReportSources sources;
    private final LocalDate today;
    private final Map<String, PlacementFact> newest = new HashMap<>();
    private final Map<String, TreeSet<String>> live = new HashMap<>();
    private final Map<String, List<String>> byStanding = new LinkedHashMap<>();
    private final List<ReportRow> rows = new ArrayList<>();

    CurrencyFigures(ReportSources sources) {
        this.sources = sources;
        this.today = LocalDate.ofInstant(sources.now(), ThaiDate.BANGKOK);
    }

    void add(PlacementFact placement) {
        String category = placement.category().value();
        if (placement.deliveredAt() != null) {
            newest.merge(category, placement, (one, other) -> at(other).isAfter(at(one)) ? other : one);
        }
        if (placement.isPublic()) {
            live.computeIfAbsent(category, missing -> new TreeSet<>())
                    .add(placement.item().value());
        }
    }

    private static Instant at(PlacementFact placement) {
        Instant delivered = placement.deliveredAt();
        return delivered == null ? Instant.MIN : delivered;
    }

    private void category(Category category) {
        String id = category.id().value();
        Period every = category.terms().updateEvery();
        PlacementFact last = newest.get(id);
        LocalDate updated = last == null ? null : LocalDate.ofInstant(at(last), ThaiDate.BANGKOK);
        LocalDate next = every == null || updated == null ? null : updated.plus(every);
        String standing = standing(every, next);
        byStanding.getOrDefault(standing, new ArrayList<>()).add(id);
        if (every == null && last == null) {
            return;
        }
        boolean late = next != null && next.isBefore(today);
        String label = category.row() + " " + category.label();
        rows.add(new ReportRow(
                id,
                label,
                label,
                List.of(
                        ReportCell.code(standing),
                        every == null ? ReportCell.NONE : ReportCell.period(every),
                        last == null
                                ? ReportCell.NONE
                                : ReportCell.day(updated).from(last.item().value()),
                        next == null || last == null
                                ? ReportCell.NONE
                                : ReportCell.day(next).from(last.item().value()),
                        late && last != null
                                ? ReportCell.number(ChronoUnit.DAYS.between(next, today))
                                        .from(last.item().value())
                                : ReportCell.NONE,
                        ReportCell.count(live.getOrDefault(id, new TreeSet<>())))));
    }

    private String standing(@Nullable Period every, @Nullable LocalDate next) {
        if (every == null) {
            return "NO_PERIOD";
        }
        if (next == null) {
            return "NEVER";
        }
        return next.isBefore(today) ? "OUT_OF_DATE" : "CURRENT";
    }

    /** What was added is held against the update periods, once. */
    private void check() {
        if (byStanding.isEmpty()) {
            STANDINGS.forEach(standing -> byStanding.put(standing, new ArrayList<>()));
            sources.policy().categories().all().stream()
                    .filter(category -> !category.group())
                    .forEach(this::category);
        }
    }

    ReportSection summary() {
        check();
        List<ReportRow> lines = new ArrayList<>();
        byStanding.forEach((standing, categories) -> lines.add(new ReportRow(
                standing,
                ReportTexts.THAI.text("code." + standing),
                ReportTexts.ENGLISH.text("code." + standing),
                List.of(ReportCell.count(categories)))));
        return new ReportSection("currency-summary", List.of("number"), lines, null);
    }

    List<ReportSection> sections() {
        List<ReportRow> reviews = new StandingFigures(sources)
                .permanent().rows().stream()
                        .filter(row -> row.cells().get(3).value().equals("REVIEW_OVERDUE"))
                        .toList();
        return List.of(
                summary(),
                new ReportSection("currency", COLUMNS, rows, "late-days"),
                new ReportSection("reviews", List.of("category", "unit", "review-on", "standing"), reviews, null));
    }
}
