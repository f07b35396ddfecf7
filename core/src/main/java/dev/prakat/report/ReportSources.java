package dev.prakat.report;

import dev.prakat.approval.Approvals;
import dev.prakat.delivery.Placements;
import dev.prakat.journal.Journal;
import dev.prakat.policy.AgencyPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What one report is made from.
 *
 * @param now the one instant as of which the present is told
 * @param logs the folders of the traffic logs; empty when nobody asks whether they are sound
 */
record ReportSources(
        AgencyPolicy policy,
        Approvals approvals,
        Placements placements,
        Journal journal,
        ReportPeriod period,
        Instant now,
        List<Path> logs) {

    ReportSources {
        logs = List.copyOf(logs);
    }

    /** The unit's name, or its code where the policy does not know it. */
    String unit(String code) {
        return policy.units()
                .find(code)
                .map(unit -> unit.nameTh() + " (" + code + ")")
                .orElse(code);
    }

    String unitEn(String code) {
        return policy.units()
                .find(code)
                .map(unit -> unit.nameEn() + " (" + code + ")")
                .orElse(code);
    }
}
