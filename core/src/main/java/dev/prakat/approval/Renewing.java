package dev.prakat.approval;

import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.journal.Recording;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Officer;
import dev.prakat.window.PublishWindow;
import dev.prakat.window.WindowTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Makes the revision by which agreed content stays public for longer, so that it can be submitted. */
final class Renewing {

    private final Casework casework;

    Renewing(Casework casework) {
        this.casework = casework;
    }

    void replan(Recording recording, Officer officer, ItemId id, Renewal renewal) {
        Item item = casework.items().require(recording.manager(), id);
        casework.authority().requireOfUnit(officer, item, "renew");
        Integer approved = item.approvedRevision();
        if (approved == null || approved != item.current().number()) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + id + ": "
                            + (approved == null
                                    ? "nothing was agreed to yet"
                                    : "revision " + item.current().number() + " is newer than the agreed one, "
                                            + approved)
                            + ". Write the period into the draft and submit that.");
        }
        WindowTerms terms = casework.policy().windowTerms(item.category());
        List<PlacementPlan> plan = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Set<String> unknown = new HashSet<>(renewal.targets());
        for (PlacementPlan agreed : item.current().plan()) {
            unknown.remove(agreed.target());
            boolean asked = renewal.targets().isEmpty() || renewal.targets().contains(agreed.target());
            plan.add(asked ? renewed(agreed, terms, renewal, findings) : item.inForce(agreed));
        }
        unknown.stream()
                .sorted()
                .map(target -> new Finding(
                        "target",
                        "S001-R26",
                        "found '" + target + "', which the agreed plan does not name",
                        "leave it out"))
                .forEach(findings::add);
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "the renewal of item " + id, findings);
        }
        casework.items().replanned(recording, id, plan);
    }

    /** Renews each by itself; what would meet every other one too ends it. */
    static List<Renewed> each(List<ItemId> ids, Function<ItemId, ApprovalCase> renewal) {
        List<Renewed> renewed = new ArrayList<>();
        for (ItemId id : ids) {
            try {
                renewed.add(new Renewed(id, renewal.apply(id), null));
            } catch (PrakatException e) {
                if (e.code() == ProblemCode.TRAFFIC_LOG || e.code() == ProblemCode.BROKEN) {
                    throw e;
                }
                renewed.add(new Renewed(id, null, e));
            }
        }
        return renewed;
    }

    private static PlacementPlan renewed(
            PlacementPlan agreed, WindowTerms terms, Renewal renewal, List<Finding> findings) {
        PublishWindow window = agreed.window();
        try {
            PublishWindow longer = window.isPermanent()
                    ? PublishWindow.permanent(
                            window.opens(), Objects.requireNonNull(window.permanentReason()), renewal.until())
                    : terms.renewed(window, renewal.until());
            return new PlacementPlan(agreed.target(), longer, agreed.kind(), agreed.redirectTo());
        } catch (InvalidException e) {
            e.findings().stream()
                    .map(finding -> finding.at("placement on '" + agreed.target() + "', "))
                    .forEach(findings::add);
            return agreed;
        }
    }
}
