package dev.prakat;

import dev.prakat.problem.Finding;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.TargetFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at what is configured: that it is there, and of a website its name and what it says of itself. */
final class TargetCheck {

    private TargetCheck() {}

    static void need(@Nullable Object value, String name, String remedy, List<Finding> findings) {
        if (value == null) {
            findings.add(new Finding(name, "prakat", "found nothing", remedy));
        }
    }

    static void check(String name, PublishingTarget target, List<Finding> findings) {
        if (!name.matches("[a-z0-9-]{1,60}")) {
            findings.add(new Finding(
                    "target '" + name + "'",
                    "prakat",
                    "found a name that is not of a-z, 0-9 and '-'",
                    "choose another name"));
        }
        target.check().stream()
                .filter(finding -> finding.severity() == TargetFinding.Severity.ERROR)
                .map(finding -> new Finding("target '" + name + "'", "prakat", finding.message(), finding.remedy()))
                .forEach(findings::add);
    }
}
