package dev.prakat.report;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Approvals;
import dev.prakat.delivery.Health;
import dev.prakat.delivery.Placements;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.Items;
import dev.prakat.item.Revision;
import dev.prakat.item.TakeDownOrder;
import dev.prakat.journal.Journal;
import dev.prakat.journal.JournalEvent;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.report.Certificate.Step;
import dev.prakat.spi.TakeDownKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes certificates of publication and of removal. Reads only, works beside commands that go on. Thread-safe. */
public final class CertificateMaker {

    /** What officers did to an item that says why it was, or is no more, public; every delivery comes besides. */
    private static final Set<String> TOLD = Set.of(
            "item.submitted",
            "item.decided",
            "item.approved",
            "item.publication-taken",
            "item.published",
            "item.verified",
            "item.shortened",
            "item.take-down-ordered",
            "item.revision-erased");

    private final Items items;
    private final Approvals approvals;
    private final Placements placements;
    private final Journal journal;

    /**
     * Made by the root package, which holds the services.
     *
     * @param items the items
     * @param approvals their cases
     * @param placements where they are
     * @param journal what happened to them
     */
    public CertificateMaker(Items items, Approvals approvals, Placements placements, Journal journal) {
        this.items = items;
        this.approvals = approvals;
        this.placements = placements;
        this.journal = journal;
    }

    /**
     * Makes one.
     *
     * @param id the item's key
     * @param agency the agency's name
     * @param logs the folders of the traffic logs, one for each node; a step of another log stays unproven and says so
     * @return the certificate
     * @throws PrakatException {@code NOT_FOUND} if there is no such item, {@code CONFLICT} if none of its revisions was ever
     *     approved, {@code TRAFFIC_LOG} if one of the folders holds no log
     */
    public Certificate of(ItemId id, String agency, List<Path> logs) {
        LogFolders folders = LogFolders.of(logs);
        Item item = items.get(id);
        Integer approved = item.approvedRevision();
        if (approved == null) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + id + ": nothing of it was ever approved, so there is nothing to certify; found the state "
                            + item.state() + ". Ask again when it is approved.");
        }
        Revision revision = items.revision(id, approved);
        Health health = placements.health();
        return new Certificate(
                id.value(),
                agency,
                title(item.order(), revision),
                approved,
                item.current().number(),
                item.state(),
                revision.hash(),
                item.approvedAt(),
                item.binding(),
                acts(id, approved),
                placements.of(id),
                journal.events(id.value()).stream()
                        .filter(CertificateMaker::isTold)
                        .map(event -> step(event, folders))
                        .toList(),
                health.status(),
                health.at());
    }

    private static @Nullable String title(@Nullable TakeDownOrder order, Revision revision) {
        return order != null && order.kind() == TakeDownKind.VANISH ? null : revision.title();
    }

    private List<ApprovalCase.Act> acts(ItemId id, int revision) {
        return approvals.cases(id).stream()
                .filter(one -> one.revision() == revision)
                .flatMap(one -> one.acts().stream())
                .toList();
    }

    private static boolean isTold(JournalEvent event) {
        return event.type().startsWith("placement.") || TOLD.contains(event.type());
    }

    private static Step step(JournalEvent event, LogFolders folders) {
        try {
            return new Step(event, folders.proven(event.receipt()), null);
        } catch (PrakatException e) {
            return new Step(event, null, String.valueOf(e.getMessage()));
        }
    }
}
