package dev.prakat.cli;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.delivery.Placement;
import dev.prakat.item.Attachment;
import dev.prakat.item.Item;
import dev.prakat.item.PersonalDataStatement;
import dev.prakat.item.PlacementPlan;
import dev.prakat.item.Provider;
import dev.prakat.item.RegisteredLetter;
import dev.prakat.item.Revision;
import dev.prakat.item.TakeDownOrder;
import java.util.List;
import java.util.Map;
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
            String originHash,
            String source,
            @Nullable Letter letter,
            @Nullable Signed provider,
            @Nullable PersonalData personalData,
            Map<String, String> fields,
            List<RemovedText.Row> removed,
            List<File> attachments,
            List<Plan> plan) {}

    /** The letter with which it came; never public. */
    record Letter(
            String received,
            String number,
            String date,
            String agency,
            String signatory,
            String post,
            @Nullable File scan) {}

    /** Who answers for it; never public. */
    record Signed(String name, String date) {}

    /** Why it may hold personal data; never public. */
    record PersonalData(String lawfulBasis, String purpose, String dataSubjects, boolean redacted) {}

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
                revision.originHash(),
                revision.origin().source(),
                letter(revision),
                provider(revision.origin().provider()),
                personalData(revision.origin().personalData()),
                revision.fieldValues(),
                RemovedText.rows(revision.removed()),
                revision.attachments().stream().map(ItemView::file).toList(),
                revision.plan().stream().map(ItemView::plan).toList());
    }

    static File file(Attachment file) {
        return new File(file.name(), file.mediaType(), file.bytes(), file.sha256());
    }

    private static @Nullable Letter letter(Revision revision) {
        RegisteredLetter letter = revision.origin().letter();
        Attachment scan = revision.letterScan();
        return letter == null
                ? null
                : new Letter(
                        letter.received(),
                        letter.number(),
                        letter.date().toString(),
                        letter.agency(),
                        letter.signatory(),
                        letter.post(),
                        scan == null ? null : file(scan));
    }

    private static @Nullable Signed provider(@Nullable Provider provider) {
        return provider == null
                ? null
                : new Signed(provider.name(), provider.date().toString());
    }

    private static @Nullable PersonalData personalData(@Nullable PersonalDataStatement data) {
        return data == null
                ? null
                : new PersonalData(data.lawfulBasis(), data.purpose(), data.dataSubjects(), data.redacted());
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
