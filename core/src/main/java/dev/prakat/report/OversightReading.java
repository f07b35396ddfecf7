package dev.prakat.report;

import dev.prakat.delivery.PlacementFact;
import dev.prakat.journal.JournalEvent;
import java.util.ArrayList;
import java.util.List;

/** Reads placements, events and steps once each, and lets every part of the oversight report count. One use, one thread. */
final class OversightReading {

    private static final String PUBLISHED = "placement.published";
    private static final String REMOVED = "placement.removal-proven";

    private final ReportSources sources;
    private final PublishedFigures published;
    private final RemovalFigures removals;
    private final CompletenessFigures completeness;
    private final CurrencyFigures currency;

    OversightReading(ReportSources sources, CompletenessFigures completeness) {
        this.sources = sources;
        this.published = new PublishedFigures(sources);
        this.removals = new RemovalFigures(sources);
        this.completeness = completeness;
        this.currency = new CurrencyFigures(sources);
    }

    List<ReportSection> sections() {
        ReportPeriod period = sources.period();
        sources.placements().figures().all(sources.now(), this::add);
        sources.journal().happened(List.of(PUBLISHED, REMOVED), period.begins(), period.ends(), this::happened);
        List<ReportSection> sections = new ArrayList<>(published.sections());
        sections.add(new StepFigures(sources).byKind());
        sections.add(removals.section());
        StandingFigures standing = new StandingFigures(sources);
        sections.add(standing.permanent());
        sections.add(standing.errors());
        sections.add(standing.waivers());
        sections.add(standing.gaps());
        sections.add(completeness.summary());
        sections.add(currency.summary());
        HealthFigures health = new HealthFigures(sources);
        sections.add(health.sweep());
        sections.add(health.logs());
        return sections;
    }

    private void add(PlacementFact placement) {
        published.add(placement);
        removals.add(placement);
        completeness.add(placement);
        currency.add(placement);
    }

    private void happened(JournalEvent event) {
        if (event.type().equals(PUBLISHED)) {
            published.published(event);
        } else {
            published.removed(event);
            removals.proven(event);
        }
    }
}
