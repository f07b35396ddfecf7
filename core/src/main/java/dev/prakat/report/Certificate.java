package dev.prakat.report;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.delivery.Health;
import dev.prakat.delivery.Placement;
import dev.prakat.item.ItemState;
import dev.prakat.journal.JournalEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be shown to a stranger of one item: what was agreed to, where it was public, what was seen at each address and when,
 * how late it was removed, and for each step the record of the traffic log with its proof. It tells what is proven and does not
 * decide: an address where nothing certain was seen is printed as that. Immutable.
 *
 * <p>Its page and its JSON name no officer: the records of the traffic log carry a pseudonym, and a name beside it would undo that for
 * everybody who is handed one certificate. They tell the step, the outcome and the order by which somebody acted for another; who it
 * was stands in the journal ({@code item history}), for those who may read it. The parts of this object itself do name officers.
 *
 * <p>The approval is that of the item as it stands when this is made. An earlier approval, of a revision that was public before, is
 * found among the steps only.
 *
 * @param item the item's key
 * @param agency the agency, in Thai
 * @param title the approved title, or null where the item was ordered down without a trace, because the title is then part of
 *     what must not be shown
 * @param revision the number of the approved revision
 * @param newest the number of the newest revision; above {@code revision} when there is one that nobody approved yet
 * @param state where the newest revision stands
 * @param contentHash the hash of that revision, see {@code docs/reference/content-hash.md}
 * @param approvedAt when it was agreed to
 * @param binding the hash over content, category and plan that the agreement binds to, or null for one of an older release
 * @param acts what officers did in the case of that revision, oldest first
 * @param placements each website with its addresses
 * @param steps the steps of approval and delivery, oldest first
 * @param health whether the sweep that all of this rests on is being called
 * @param issuedAt when this was made
 */
public record Certificate(
        String item,
        String agency,
        @Nullable String title,
        int revision,
        int newest,
        ItemState state,
        String contentHash,
        @Nullable Instant approvedAt,
        @Nullable String binding,
        List<ApprovalCase.Act> acts,
        List<Placement> placements,
        List<Step> steps,
        Health.Status health,
        Instant issuedAt) {

    public Certificate {
        acts = List.copyOf(acts);
        placements = List.copyOf(placements);
        steps = List.copyOf(steps);
    }

    /**
     * One step and its record in the traffic log.
     *
     * @param event the event of the journal, with the receipt of the record
     * @param proven the record with its proof, or null where it cannot be proven
     * @param problem why it cannot be proven, or null
     */
    public record Step(
            JournalEvent event,
            @Nullable Proven proven,
            @Nullable String problem) {}

    /**
     * A record and all that is needed to check it: {@code prakat log check} does, from three files.
     *
     * @param record the record as it was signed
     * @param proof the proof, in the form {@code tlog-proof}
     * @param key the verifier key of the log; compare it with the one that was printed or published elsewhere
     */
    public record Proven(String record, String proof, String key) {}

    /**
     * Whether every step is proven by the traffic log.
     *
     * @return true if there are steps and none lacks its proof
     */
    public boolean isProven() {
        return !steps.isEmpty() && steps.stream().allMatch(step -> step.proven() != null);
    }

    /**
     * The certificate as a page of its own, in Thai with English beneath, to be printed on A4. It loads nothing.
     *
     * @return HTML
     */
    public String toHtml() {
        return new CertificatePage(this).html();
    }

    /**
     * The certificate for machines, with the whole records and proofs. Instants are in UTC.
     *
     * @return one JSON object
     */
    public String toJson() {
        return CertificateJson.write(this);
    }
}
