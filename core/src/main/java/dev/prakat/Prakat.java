package dev.prakat;

import dev.prakat.approval.Approvals;
import dev.prakat.complaint.Complaints;
import dev.prakat.delivery.Health;
import dev.prakat.delivery.Placements;
import dev.prakat.delivery.SweepSummary;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.item.Items;
import dev.prakat.journal.Difference;
import dev.prakat.journal.Journal;
import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.Replay;
import dev.prakat.journal.ReplayReport;
import dev.prakat.journal.Undelivered;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.report.Certificate;
import dev.prakat.report.CertificateMaker;
import dev.prakat.report.Reports;
import dev.prakat.request.Requests;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.trafficlog.TrafficLog;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishing for one agency: what may be public, who answers for it, until when, and the proof. Thread-safe. Made by
 * {@link #builder()}, kept for the life of the host, closed with it.
 *
 * <p>Prakat has one thread of its own, the traffic log's writer, from {@code build()} to {@link #close()}. Nothing happens
 * by itself: the host calls {@link #sweep()} every 15 seconds or so, and {@link #health()} says when it does not.
 */
public final class Prakat implements AutoCloseable {

    private final Parts parts;

    Prakat(Parts parts) {
        this.parts = parts;
    }

    /** What the builder opened and wired. */
    record Parts(
            AgencyPolicy policy,
            Map<String, PublishingTarget> targets,
            @Nullable TrafficLog log,
            EntityManagerFactory factory,
            Journal journal,
            ItemLifecycle lifecycle,
            Items items,
            Approvals approvals,
            Placements placements,
            @Nullable Complaints complaints,
            @Nullable Requests requests,
            Reports reports,
            Replay replay) {}

    /**
     * Begins the settings.
     *
     * @return a new builder; one thread
     */
    public static PrakatBuilder builder() {
        return new PrakatBuilder();
    }

    /**
     * Drafts items and reads them.
     *
     * @return the service
     */
    public Items items() {
        return parts.items();
    }

    /**
     * Runs the policy's procedures.
     *
     * @return the service
     */
    public Approvals approvals() {
        return parts.approvals();
    }

    /**
     * Tells what is where.
     *
     * @return the service
     */
    public Placements placements() {
        return parts.placements();
    }

    /**
     * Keeps the register of complaints and their indicator.
     *
     * @return the service
     * @throws PrakatException {@code CONFIGURATION} if no complaint policy was given
     */
    public Complaints complaints() {
        Complaints complaints = parts.complaints();
        if (complaints == null) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "this Prakat keeps no complaints: build it with complaintPolicy(ComplaintPolicy.builtIn(...))");
        }
        return complaints;
    }

    /**
     * Keeps the register of requests for data and takes them through their steps.
     *
     * @return the service
     * @throws PrakatException {@code CONFIGURATION} if no request policy was given
     */
    public Requests requests() {
        Requests requests = parts.requests();
        if (requests == null) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "this Prakat keeps no data requests: build it with requestPolicy(RequestPolicy.builtIn(...))");
        }
        return requests;
    }

    /**
     * Makes the reports on which superiors act, and keeps what they were told and what they ordered.
     *
     * @return the service
     */
    public Reports reports() {
        return parts.reports();
    }

    /**
     * The agency's policy.
     *
     * @return the policy
     */
    public AgencyPolicy policy() {
        return parts.policy();
    }

    /**
     * Makes every target agree with what was approved, as of now: take-downs first, then publications, then the proof. Then
     * says what is about to end and what is late, deletes the files whose erasure was ordered, and tells the listeners what they
     * were not told yet. The host's scheduler calls this; a second call right after finds nothing to do.
     *
     * @return what was done
     * @throws dev.prakat.problem.PrakatException {@code TRAFFIC_LOG} if the log cannot be written, {@code BROKEN} if the
     *     database does not answer, {@code CONFIGURATION} if this was opened to look only; a failing target is a count in
     *     the summary and a finding of {@link #health()}
     */
    public SweepSummary sweep() {
        if (parts.log() == null) {
            throw readOnlyProblem();
        }
        SweepSummary summary = parts.placements().sweep();
        parts.approvals().remind();
        parts.lifecycle().eraseFiles();
        notifyListeners();
        return summary;
    }

    /**
     * Whether the promise is being kept.
     *
     * @return what was found
     */
    public Health health() {
        return parts.placements().health();
    }

    /**
     * What happened to one item.
     *
     * @param subject the item's key
     * @return the journal's events, oldest first
     */
    public List<JournalEvent> history(String subject) {
        return parts.journal().events(subject);
    }

    /**
     * What can be shown to a stranger of one item: where it was public, what was seen there, and the proofs of the traffic log.
     *
     * @param id the item's key
     * @param logs the folders of the traffic logs, one for each node that worked on it
     * @return the certificate of publication and removal
     * @throws dev.prakat.problem.PrakatException {@code NOT_FOUND} if there is no such item, {@code CONFLICT} if it was never
     *     approved, {@code TRAFFIC_LOG} if one of the folders holds no log
     */
    public Certificate certificate(ItemId id, List<Path> logs) {
        return new CertificateMaker(parts.items(), parts.approvals(), parts.placements(), parts.journal())
                .of(id, parts.policy().agencyNameTh(), logs);
    }

    /**
     * Rebuilds every item from its events and compares it with the tables. Reads everything once, in pages; works beside
     * commands that go on, and changes nothing.
     *
     * @return what was found, with the first {@value ReplayReport#LISTED} differences
     */
    public ReplayReport replay() {
        return replay(difference -> {});
    }

    /**
     * Like {@link #replay()}, for whoever wants every difference.
     *
     * @param each told every difference as it is found, on this thread
     * @return what was found
     */
    public ReplayReport replay(Consumer<Difference> each) {
        return parts.replay().all(each);
    }

    /**
     * Rebuilds one item from its events and compares it with the tables.
     *
     * @param subject the item's key
     * @return what was found; no subjects when there is no such item
     */
    public ReplayReport replay(String subject) {
        return parts.replay().one(subject);
    }

    /**
     * What the events alone tell of one item, without a look at its tables.
     *
     * @param subject the item's key
     * @return the facts by name, for example {@code item.state}; empty when there are no such events
     */
    public SortedMap<String, String> retold(String subject) {
        return parts.replay().retold(subject);
    }

    /**
     * Tells the listeners what they were not told yet and is due: what they did not take, and what a crash kept from them.
     * {@link #sweep()} ends with this. Two machines at once share the work. Call it outside of any transaction.
     *
     * @return how many notifications were delivered; 0 when there is no listener
     */
    public int notifyListeners() {
        return parts.journal().notifyListeners();
    }

    /**
     * What the listeners were not told yet, the oldest first. What one of them keeps refusing stays here, and holds back the
     * later ones of its subject.
     *
     * @param limit how many at the most, from 1
     * @return what waits, with the reason when it was tried
     */
    public List<Undelivered> undelivered(int limit) {
        return parts.journal().undelivered(limit);
    }

    /**
     * Signs a last checkpoint, closes the log, the targets and our own persistence unit. The host's {@code DataSource} stays
     * open. Safe to call twice.
     */
    @Override
    public void close() {
        parts.placements().close();
        parts.targets().values().forEach(PublishingTarget::close);
        if (parts.log() != null) {
            parts.log().close();
        }
        if (parts.factory().isOpen()) {
            parts.factory().close();
        }
    }

    static PrakatException readOnlyProblem() {
        return new PrakatException(
                ProblemCode.CONFIGURATION,
                "this Prakat was opened to look only, without a traffic log; nothing may be changed that is not logged."
                        + " Build one without readOnly().");
    }
}
