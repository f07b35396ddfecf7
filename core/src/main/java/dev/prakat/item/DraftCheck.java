package dev.prakat.item;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.TargetCapabilities;
import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a draft before anything of it is stored, and lists everything that is wrong at once. */
final class DraftCheck {

    private static final int MAX_TITLE = 300;
    private static final int MAX_TEXT = 4000;
    private static final int MAX_BODY = 5_000_000;
    private static final int MAX_ATTACHMENTS = 50;

    private final Map<String, TargetCapabilities> targets;
    private final List<Finding> findings = new ArrayList<>();

    DraftCheck(Map<String, TargetCapabilities> targets) {
        this.targets = targets;
    }

    /**
     * Checks everything but the attachments' bytes.
     *
     * @throws InvalidException listing every finding
     */
    void require(Draft draft) {
        length("title", "S002-F03", draft.title(), 1, MAX_TITLE);
        length("summary", "prakat", draft.summary(), 0, MAX_TEXT);
        length("body", "S002-F04", draft.bodyHtml(), 1, MAX_BODY);
        if (draft.remark() != null) {
            length("remark", "S002-F06", draft.remark(), 0, MAX_TEXT);
        }
        link(draft.externalLink());
        if (draft.attachments().size() > MAX_ATTACHMENTS) {
            find(
                    "attachments",
                    "prakat",
                    "found " + draft.attachments().size() + ", expected at most " + MAX_ATTACHMENTS,
                    "put them into one file, or make several items");
        }
        draft.attachments().forEach(attachment -> name(attachment.name()));
        placements(draft.placements());
        throwIfAny();
    }

    void throwIfAny() {
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "the draft", findings);
        }
    }

    void find(String place, String rule, String message, String remedy) {
        findings.add(new Finding(place, rule, message, remedy));
    }

    private void length(String place, String rule, String value, int least, int most) {
        int length = plain(value).length();
        if (length < least) {
            find(place, rule, "found nothing but blanks, expected text", "write the " + place);
        } else if (length > most) {
            find(place, rule, "found " + length + " characters, expected at most " + most, "shorten it");
        }
    }

    private void link(@Nullable URI link) {
        if (link == null) {
            return;
        }
        String scheme = String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || link.getHost() == null) {
            find(
                    "external link",
                    "S002-F05",
                    "found " + link + ", expected an address of http or https with a host",
                    "give the full address");
        }
    }

    private void name(String name) {
        if (name.isBlank() || name.length() > 200 || name.matches(".*[/\\\\\\p{Cntrl}].*") || name.startsWith(".")) {
            find(
                    "attachment '" + name + "'",
                    "prakat",
                    "found a file name that no reader can save",
                    "give a name of up to 200 characters without / and \\ that does not begin with a dot");
        }
    }

    private void placements(List<PlacementPlan> plans) {
        if (plans.isEmpty()) {
            find(
                    "placements",
                    "S001-R26",
                    "found none, expected where and until when the item is to be public",
                    "name a target with a period, or PERMANENT with a reason and a review date");
        }
        Set<String> seen = new HashSet<>();
        for (PlacementPlan plan : plans) {
            String place = "placement on " + plan.target();
            TargetCapabilities target = targets.get(plan.target());
            if (target == null) {
                find(
                        place,
                        "prakat",
                        "found no target of this name, expected one of "
                                + targets.keySet().stream().sorted().toList(),
                        "name a target that is configured");
            } else if (!target.takeDownKinds().contains(plan.kind())) {
                find(
                        place,
                        "prakat",
                        "found take-down kind " + plan.kind() + ", which a target of kind " + target.adapter()
                                + " cannot carry out",
                        "choose one of "
                                + target.takeDownKinds().stream().sorted().toList());
            }
            if (!seen.add(plan.target())) {
                find(place, "prakat", "found two placements on one target", "give each target one period");
            }
        }
    }

    /** Plain text as it is kept: composed, without control characters, without blanks at its ends. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .strip();
    }
}
