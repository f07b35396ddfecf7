package dev.prakat.item;

import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetCapabilities;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at where and when a draft is to be public. */
final class PlanCheck {

    private final DraftCheck check;
    private final Map<String, TargetCapabilities> targets;

    PlanCheck(DraftCheck check, Map<String, TargetCapabilities> targets) {
        this.check = check;
        this.targets = targets;
    }

    void look(List<PlacementPlan> plans) {
        if (plans.isEmpty()) {
            check.find(
                    "placements",
                    "S001-R26",
                    "found none, expected where and until when the item is to be public",
                    "name a target with a period, or PERMANENT with a reason and a review date");
        }
        Set<String> seen = new HashSet<>();
        for (PlacementPlan plan : plans) {
            target(plan);
            if (!seen.add(plan.target())) {
                check.find(place(plan), "prakat", "found two placements on one target", "give each target one period");
            }
            if ((plan.kind() == TakeDownKind.REDIRECT) != (plan.redirectTo() != null)) {
                check.find(
                        place(plan),
                        "prakat",
                        "found kind " + plan.kind() + (plan.redirectTo() == null ? " without" : " with")
                                + " an address",
                        "give an address exactly for REDIRECT");
            }
        }
    }

    private void target(PlacementPlan plan) {
        TargetCapabilities target = targets.get(plan.target());
        if (target == null) {
            check.find(
                    place(plan),
                    "prakat",
                    "found no target of this name, expected one of "
                            + targets.keySet().stream().sorted().toList(),
                    "name a target that is configured");
        } else if (!target.takeDownKinds().contains(plan.kind())) {
            check.find(
                    place(plan),
                    "prakat",
                    "found take-down kind " + plan.kind() + ", which a target of kind " + target.adapter()
                            + " cannot carry out",
                    "choose one of " + target.takeDownKinds().stream().sorted().toList());
        }
    }

    private static String place(PlacementPlan plan) {
        return "placement on " + plan.target();
    }
}
