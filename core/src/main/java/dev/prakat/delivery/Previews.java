package dev.prakat.delivery;

import dev.prakat.delivery.Desired.Schedule;
import dev.prakat.delivery.ItemPreview.OnTarget;
import dev.prakat.delivery.Placements.Setting;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.item.PlacementPlan;
import dev.prakat.item.Revision;
import dev.prakat.item.RevisionSummary;
import dev.prakat.journal.Journal;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.PreviewRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.SiteView;
import dev.prakat.spi.TargetException;
import java.util.List;
import java.util.Map;

/**
 * Shows beforehand what the sweep would publish: the item is finished for printing in the same way, and the same target renders
 * it. Looking is a command, so that the log says who saw what before it was public; the targets work after it, with no unit of
 * work open.
 */
final class Previews {

    private final Journal journal;
    private final ItemLifecycle items;
    private final Printing printing;
    private final Setting setting;

    Previews(Journal journal, ItemLifecycle items, Printing printing, Setting setting) {
        this.journal = journal;
        this.items = items;
        this.printing = printing;
        this.setting = setting;
    }

    ItemPreview of(Actor actor, ItemId id) {
        Freshness freshness = new Freshness(journal, items, setting.policy().categories());
        Loaded loaded = journal.command(actor, "item.preview", id.value(), recording -> {
            requireKnown(actor, id);
            Item item = items.require(recording.manager(), id);
            item.current().plan().forEach(plan -> target(item, plan));
            return new Loaded(item, items.history(recording.manager(), id), freshness.known());
        });
        Item item = loaded.item();
        Revision revision = item.current();
        SiteView site = printing.site(loaded.lastPublished());
        List<OnTarget> targets =
                revision.plan().stream().map(plan -> on(plan, loaded, site)).toList();
        return new ItemPreview(id, revision.number(), revision.hash(), targets);
    }

    private OnTarget on(PlacementPlan plan, Loaded loaded, SiteView site) {
        Item item = loaded.item();
        PublishingTarget target = target(item, plan);
        if (!target.capabilities().preview()) {
            return new OnTarget(plan.target(), false, List.of());
        }
        Revision revision = item.current();
        Schedule schedule = new Schedule(
                revision.number(), plan.window().opens(), plan.window().closes(), plan.kind(), plan.redirectTo(), null);
        PreviewRequest request =
                new PreviewRequest(printing.item(item, item.category(), revision, schedule, loaded.history()), site);
        try {
            return new OnTarget(plan.target(), true, target.preview(request).pages());
        } catch (TargetException e) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + item.id() + ": the target '" + plan.target() + "' would not publish it: "
                            + e.getMessage(),
                    e);
        }
    }

    private PublishingTarget target(Item item, PlacementPlan plan) {
        PublishingTarget target = setting.targets().get(plan.target());
        if (target == null) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "item " + item.id() + ": its plan names the target '" + plan.target()
                            + "', which is not configured here; expected one of "
                            + setting.targets().keySet().stream().sorted().toList()
                            + ". Configure the target, or revise the item's plan.");
        }
        return target;
    }

    private void requireKnown(Actor actor, ItemId id) {
        if (setting.directory().find(actor.officer()).isEmpty()) {
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    actor.officer() + " may not preview item " + id
                            + ": the staff directory does not know this key; who may: every officer whom it knows");
        }
    }

    private record Loaded(Item item, List<RevisionSummary> history, Map<String, Updated> lastPublished) {}
}
