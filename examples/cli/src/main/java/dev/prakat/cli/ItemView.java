package dev.prakat.cli;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.delivery.Placement;
import dev.prakat.item.Item;
import dev.prakat.item.PlacementPlan;
import dev.prakat.item.Revision;
import dev.prakat.item.TakeDownOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item with all that belongs to it, for machines. */
record ItemView(
        String id,
        String category,
        String ownerUnit,
        String author,
        String state,
        String createdAt,
        Content current,
        @Nullable Integer approvedRevision,
        @Nullable String approvedAt,
        @Nullable Order order,
        List<CaseView> cases,
        List<PlacementView> placements) {

    /** The newest revision. */
    record Content(
            int revision,
            String title,
            String summary,
            String language,
            @Nullable String link,
            @Nullable String remark,
            String hash,
            List<String> removed,
            List<File> attachments,
            List<Plan> plan) {}

    /** An attachment. */
    record File(String name, String mediaType, long bytes, String sha256) {}

    /** Where and when it is to be public. */
    record Plan(
            String target,
            String opens,
            @Nullable String closes,
            @Nullable String permanentReason,
            @Nullable String reviewOn,
            String kind,
            @Nullable String redirectTo) {}

    /** An order to take it down. */
    record Order(String kind, String reason, String note, String at, String by) {}

    static ItemView of(Item item, List<ApprovalCase> cases, List<Placement> placements) {
        return new ItemView(
                item.id().value(),
                item.category().value(),
                item.ownerUnit(),
                item.author().value(),
                item.state().name(),
                item.createdAt().toString(),
                content(item.current()),
                item.approvedRevision(),
                Json.instant(item.approvedAt()),
                order(item.order()),
                cases.stream().map(CaseView::of).toList(),
                placements.stream().map(PlacementView::of).toList());
    }

    private static Content content(Revision revision) {
        return new Content(
                revision.number(),
                revision.title(),
                revision.summary(),
                revision.language(),
                Json.text(revision.externalLink()),
                revision.remark(),
                revision.hash(),
                revision.removed(),
                revision.attachments().stream()
                        .map(file -> new File(file.name(), file.mediaType(), file.bytes(), file.sha256()))
                        .toList(),
                revision.plan().stream().map(ItemView::plan).toList());
    }

    private static Plan plan(PlacementPlan plan) {
        return new Plan(
                plan.target(),
                plan.window().opens().toString(),
                Json.instant(plan.window().closes()),
                plan.window().permanentReason(),
                Json.text(plan.window().reviewOn()),
                plan.kind().name(),
                Json.text(plan.redirectTo()));
    }

    private static @Nullable Order order(@Nullable TakeDownOrder order) {
        return order == null
                ? null
                : new Order(
                        order.kind().name(),
                        order.reason().name(),
                        order.note(),
                        order.at().toString(),
                        order.by().value());
    }
}
