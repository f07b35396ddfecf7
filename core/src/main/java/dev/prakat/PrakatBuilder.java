package dev.prakat;

import dev.prakat.delivery.SweepPace;
import dev.prakat.item.FileAttachmentStore;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.schema.SchemaMode;
import dev.prakat.spi.AttachmentStore;
import dev.prakat.spi.CheckpointSink;
import dev.prakat.spi.KeyProvider;
import dev.prakat.spi.PrakatListener;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.StaffDirectory;
import dev.prakat.staff.StaffRecords;
import dev.prakat.trafficlog.ClockSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@link Prakat}. Needed: a data source, a policy, at least one target, a folder for the traffic log and a
 * staff directory. {@link #build()} looks at all of them and lists every problem at once. One thread.
 */
public final class PrakatBuilder {

    /** How many addresses of a website are looked at for drift in a second. */
    private static final int SCANNED_A_SECOND = 2;

    static final long MAX_ATTACHMENT_BYTES = 200L * 1024 * 1024;

    private final Map<String, PublishingTarget> targets = new LinkedHashMap<>();
    private final List<CheckpointSink> checkpointSinks = new ArrayList<>();
    private final List<PrakatListener> listeners = new ArrayList<>();
    private @Nullable DataSource dataSource;
    private @Nullable AgencyPolicy policy;
    private @Nullable ComplaintPolicy complaintPolicy;
    private @Nullable RequestPolicy requestPolicy;
    private @Nullable Path trafficLog;
    private @Nullable StaffDirectory staff;
    private StaffRecords staffRecords = StaffRecords.NONE;
    private @Nullable AttachmentStore attachments;
    private @Nullable KeyProvider keys;
    private ClockSource clockSource = ClockSource.NONE;
    private SchemaMode schema = SchemaMode.VALIDATE;
    private String node = "main";
    private boolean readOnly;
    private final Map<String, String> orphans = new LinkedHashMap<>();
    private Duration sweepInterval = Duration.ofSeconds(15);
    private Duration clockTolerance = Duration.ofSeconds(5);
    private @Nullable Duration driftScan = Duration.ofDays(1);
    private @Nullable Executor executor;
    private InstantSource clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));

    PrakatBuilder() {}

    /**
     * The host's database. Stays the host's to close. Needs two connections at once.
     *
     * @param source the data source
     * @return this
     */
    public PrakatBuilder dataSource(DataSource source) {
        dataSource = source;
        return this;
    }

    /**
     * What to do about our tables; {@link SchemaMode#VALIDATE} when nothing is said.
     *
     * @param mode the mode
     * @return this
     */
    public PrakatBuilder schema(SchemaMode mode) {
        schema = mode;
        return this;
    }

    /**
     * The agency's policy.
     *
     * @param agency the policy
     * @return this
     */
    public PrakatBuilder policy(AgencyPolicy agency) {
        policy = agency;
        return this;
    }

    /**
     * How complaints are taken and measured; none are kept when nothing is said. Their personal details are sealed under keys that
     * {@link #keys} wraps, or else the file {@code complaint.key} beside the traffic log.
     *
     * @param complaints the policy
     * @return this
     */
    public PrakatBuilder complaintPolicy(ComplaintPolicy complaints) {
        complaintPolicy = complaints;
        return this;
    }

    /**
     * How requests for data are answered; none are kept when nothing is said. What is personal in them is sealed as with
     * {@link #complaintPolicy}.
     *
     * @param requests the policy
     * @return this
     */
    public PrakatBuilder requestPolicy(RequestPolicy requests) {
        requestPolicy = requests;
        return this;
    }

    /**
     * Adds a website. Closed with the {@link Prakat}.
     *
     * @param name a short name, as placements use it
     * @param target the adapter
     * @return this
     * @throws IllegalStateException if the name was given before
     */
    public PrakatBuilder target(String name, PublishingTarget target) {
        if (targets.putIfAbsent(name, target) != null) {
            throw new IllegalStateException(
                    "target '" + name + "' was given twice; give each website a name of its own");
        }
        return this;
    }

    /**
     * The folder of the traffic log. One process at a time: a second one takes another {@link #node}.
     *
     * @param folder the folder; made when it is missing
     * @return this
     */
    public PrakatBuilder trafficLog(Path folder) {
        trafficLog = folder;
        return this;
    }

    /**
     * Where signed checkpoints of the log are also kept. May be called more than once.
     *
     * @param sink the place
     * @return this
     */
    public PrakatBuilder checkpointSink(CheckpointSink sink) {
        checkpointSinks.add(sink);
        return this;
    }

    /**
     * What the machine's clock is held against, for the traffic log: chrony or an NTP server. Asked at the start and every minute;
     * the log says of every time how good it is, and corrects none. Nobody is asked when nothing is said: every time is then called
     * unmeasured, and nothing of the log is pruned.
     *
     * @param source the source, such as {@code new ChronyClock("chronyc", Duration.ofSeconds(5))}
     * @return this
     */
    public PrakatBuilder clockSource(ClockSource source) {
        clockSource = source;
        return this;
    }

    /**
     * What wraps the keys that seal personal data in the log; a key file in the log's folder when nothing is said.
     *
     * @param provider the provider
     * @return this
     */
    public PrakatBuilder keys(KeyProvider provider) {
        keys = provider;
        return this;
    }

    /**
     * The host's officers.
     *
     * @param directory the directory
     * @return this
     */
    public PrakatBuilder staff(StaffDirectory directory) {
        staff = directory;
        return this;
    }

    /**
     * The dated orders about officers: who may act in a role or in the place of a post, and who was appointed to publish; none
     * when nothing is said. Roles that only orders fill are then nobody's.
     *
     * @param records the orders
     * @return this
     */
    public PrakatBuilder staffRecords(StaffRecords records) {
        staffRecords = records;
        return this;
    }

    /**
     * Where the bytes of attachments are kept; the folder {@code attachments} beside the traffic log when nothing is said.
     *
     * @param store the store
     * @return this
     */
    public PrakatBuilder attachments(AttachmentStore store) {
        attachments = store;
        return this;
    }

    /**
     * Tells what officers should know, after the commit and at least once. May be called more than once. Without one, nothing
     * is kept for telling.
     *
     * @param listener the host's listener
     * @return this
     */
    public PrakatBuilder listener(PrakatListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * This process's name, for its log and its sweeps; {@code main} when nothing is said.
     *
     * @param name {@code [a-z0-9-]}, 1 to 32 characters
     * @return this
     */
    public PrakatBuilder node(String name) {
        node = name;
        return this;
    }

    /**
     * Only looks: no traffic log is opened, so that a monitor or a script can look while another process works under the
     * same node. Every command, and {@code sweep()}, is then refused with {@code CONFIGURATION}.
     *
     * @return this
     */
    public PrakatBuilder readOnly() {
        readOnly = true;
        return this;
    }

    /**
     * How often the host calls {@code sweep()}; 15 seconds when nothing is said. Health measures by it.
     *
     * @param interval the interval
     * @return this
     */
    public PrakatBuilder sweepInterval(Duration interval) {
        sweepInterval = interval;
        return this;
    }

    /**
     * How far this machine's clock may be ahead of the true time; 5 seconds when nothing is said. For so long after a window
     * has opened nothing is published yet, so that no clock publishes early. A take-down never waits.
     *
     * @param tolerance the tolerance, not negative
     * @return this
     */
    public PrakatBuilder clockTolerance(Duration tolerance) {
        clockTolerance = tolerance;
        return this;
    }

    /**
     * How often every website is looked at whole for what differs from what was proven; once a day when nothing is said. The
     * sweep does it a little at a time, at most two addresses a second for each website.
     *
     * @param every from the beginning of one scan to that of the next; null for never
     * @return this
     */
    public PrakatBuilder driftScan(@Nullable Duration every) {
        driftScan = every;
        return this;
    }

    /**
     * Runs the work on several websites side by side; threads of our own, there only while a sweep runs, when nothing is said.
     *
     * @param host the host's executor, with a thread for each website; not shut down by us
     * @return this
     */
    public PrakatBuilder executor(Executor host) {
        executor = host;
        return this;
    }

    /**
     * Gives a website up that is not configured any more although something is, or may be, public on it. Without this
     * {@link #build()} refuses to go on without it. Health names it for as long as something may be there.
     *
     * @param target the name under which it was configured
     * @param reason why nobody can take down there, for health and the log
     * @return this
     */
    public PrakatBuilder orphan(String target, String reason) {
        orphans.put(target, reason);
        return this;
    }

    /**
     * The clock; the system's when nothing is said. Whatever it ticks in, Prakat reads whole milliseconds.
     *
     * @param source the clock
     * @return this
     */
    public PrakatBuilder clock(InstantSource source) {
        clock = () -> source.instant().truncatedTo(ChronoUnit.MILLIS);
        return this;
    }

    /**
     * Looks at every setting, makes the schema ready, opens the log and wires the services.
     *
     * @return the entry point; close it
     * @throws InvalidException {@code CONFIGURATION} listing every problem; nothing is left open then
     * @throws dev.prakat.problem.PrakatException {@code SCHEMA}, {@code TRAFFIC_LOG}, {@code BROKEN} or
     *     {@code CONFIGURATION} for what shows only when it is opened; nothing is left open then
     */
    public Prakat build() {
        List<Finding> findings = new ArrayList<>();
        TargetCheck.need(dataSource, "dataSource", "call dataSource(...) with the host's DataSource", findings);
        TargetCheck.need(
                policy, "policy", "call policy(AgencyPolicy.builtIn(...)) or policy(AgencyPolicy.load(...))", findings);
        if (!readOnly) {
            TargetCheck.need(trafficLog, "trafficLog", "call trafficLog(...) with a folder", findings);
        }
        if (attachments == null && trafficLog == null) {
            TargetCheck.need(
                    attachments, "attachments", "call attachments(...) with a store, or trafficLog(...)", findings);
        }
        TargetCheck.need(staff, "staff", "call staff(...) with the host's directory of officers", findings);
        if (targets.isEmpty()) {
            findings.add(new Finding(
                    "target", "prakat", "found none, expected at least one website", "call target(name, ...)"));
        }
        if (!node.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            findings.add(new Finding(
                    "node",
                    "prakat",
                    "found '" + node + "', expected 1 to 32 of a-z, 0-9 and '-'",
                    "choose another name"));
        }
        targets.forEach((name, target) -> TargetCheck.check(name, target, findings));
        if (!findings.isEmpty() || dataSource == null || policy == null || staff == null) {
            throw new InvalidException(ProblemCode.CONFIGURATION, "the settings of Prakat", findings);
        }
        return new Wiring(new Settings(
                        dataSource,
                        schema,
                        policy,
                        complaintPolicy,
                        requestPolicy,
                        targets,
                        readOnly ? null : trafficLog,
                        checkpointSinks,
                        keys,
                        clockSource,
                        staff,
                        staffRecords,
                        attachmentStore(),
                        listeners,
                        node,
                        pace(),
                        Map.copyOf(orphans),
                        clock))
                .open();
    }

    private SweepPace pace() {
        long addresses = Math.max(1, sweepInterval.toSeconds() * SCANNED_A_SECOND);
        return new SweepPace(
                node, sweepInterval, clockTolerance, driftScan, (int) Math.min(addresses, Integer.MAX_VALUE), executor);
    }

    private AttachmentStore attachmentStore() {
        if (attachments != null) {
            return attachments;
        }
        return new FileAttachmentStore(
                Objects.requireNonNull(trafficLog).toAbsolutePath().resolveSibling("attachments"));
    }
}
