package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.KeyProvider;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A tamper-evident log of traffic: append-only files, an RFC 6962 tree over them, signed checkpoints. A record is durable before
 * its receipt is given. From {@link #open} to {@link #close} one daemon thread named {@code prakat-trafficlog-<node>} owns the
 * files, and another for each sink hands it the checkpoints. Thread-safe. The files are described in
 * {@code docs/reference/traffic-log-format.md}. Source: S001-R30
 */
public final class TrafficLog implements AutoCloseable {

    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(1);
    private static final long SINKS_MILLIS = 5_000;

    private final TrafficLogSettings settings;
    private final LogOpening.Opened parts;
    private final CommitThread commits;
    private final OpenIntents intents = new OpenIntents();
    private final AtomicBoolean closed = new AtomicBoolean();

    private TrafficLog(TrafficLogSettings settings, LogOpening.Opened parts) {
        this.settings = settings;
        this.parts = parts;
        this.commits = parts.commits();
    }

    /**
     * Opens the log in a folder, or makes one where there is none. Reads everything that is there, puts an unfinished end into
     * quarantine, and gives every intent of an earlier run that has no outcome the outcome {@code unknown}.
     *
     * @param settings where it lies and what it is called
     * @return the open log
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if another process or another part of this one holds the folder, if
     *     it holds another log, if anything that is signed is missing or changed (the message then says CORRUPT; nothing is
     *     touched), or if the folder cannot be written
     */
    public static TrafficLog open(TrafficLogSettings settings) {
        return open(settings, new DiskStorage(settings.directory()), CHECKPOINT_EVERY);
    }

    static TrafficLog open(TrafficLogSettings settings, Storage storage, Duration checkpointEvery) {
        return new TrafficLog(settings, new LogOpening(settings, storage, checkpointEvery).run());
    }

    /**
     * A recorder whose records carry this actor and this correlation.
     *
     * @param actor who acts
     * @param correlation what ties the records of one command together, for example a random UUID
     * @return a recorder, for as long as the log is open; its methods throw {@link PrakatException} with
     *     {@link ProblemCode#TRAFFIC_LOG} when a record could not be made durable, and with {@link ProblemCode#INVALID_INPUT} when
     *     a receipt is of another log or a record would be too long
     */
    public TrafficRecorder recorder(Actor actor, String correlation) {
        return new BoundRecorder(this, actor, correlation);
    }

    /**
     * The log's name.
     *
     * @return {@code <host>/tlog/<node>/<epoch>}
     */
    public String origin() {
        return parts.verifier().name();
    }

    /**
     * The public key that an auditor needs, which should be printed and kept away from this machine.
     *
     * @return the C2SP verifier key in one line
     */
    public String vkey() {
        return parts.verifier().text();
    }

    /**
     * How many records are durable.
     *
     * @return the index of the next record
     */
    public long size() {
        return commits.size();
    }

    /**
     * What is wrong with the log now: a write that failed, a checkpoint that could not be written, a sink that did not take one.
     *
     * @return a line for each, none when all is well
     */
    public List<String> problems() {
        List<String> all = new ArrayList<>();
        String trouble = commits.trouble();
        if (trouble != null) {
            all.add("traffic log " + parts.place() + ": " + trouble);
        }
        ClockReading clock = parts.watch().reading();
        if (!clock.synchronised() && !ClockSource.NONE.equals(parts.clockSource())) {
            all.add("traffic log " + parts.place() + ": the clock is not known to be right (" + clock.source() + ": "
                    + clock.why() + ")");
        }
        parts.sinks().stream().map(SinkRelay::failure).filter(Objects::nonNull).forEach(all::add);
        return all;
    }

    /**
     * Signs everything that is durable now and waits until the checkpoint is durable. Does nothing when nothing changed. Without
     * this call the log signs by itself within about a second of a change.
     *
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if the checkpoint could not be written or the log is closed
     */
    public void checkpoint() {
        commits.await(commits.submit(Pending.checkpoint()), "a checkpoint");
    }

    /**
     * Writes what waits, gives the sinks the checkpoint of it, writes a last one over what they recorded, ends the threads and gives
     * the folder free. Waits for the disk for at most 60 seconds, and for 5 more for each sink. Does nothing the second time.
     *
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if the last checkpoint could not be written; the records are durable
     *     all the same, and the next opening signs them
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        parts.watch().close();
        // When one of these throws, the folder stays taken: a second writer beside one that hangs would spoil it.
        if (!parts.sinks().isEmpty()) {
            commits.settle();
        }
        parts.sinks().forEach(SinkRelay::close);
        parts.sinks().forEach(sink -> sink.join(SINKS_MILLIS));
        commits.stop();
        LogOpening.release(parts.lock());
        commits.requireSigned();
    }

    /**
     * Records an order to keep records longer. In force at once and until its last day or until it is lifted.
     *
     * @param actor who enters it
     * @param hold the order
     * @return the receipt of the record
     * @throws PrakatException {@link ProblemCode#INVALID_INPUT} if its end is over or more than two years away;
     *     {@link ProblemCode#TRAFFIC_LOG} if it could not be recorded
     */
    public LogReceipt hold(Actor actor, LegalHold hold) {
        hold.requireEnd(LocalDate.ofInstant(parts.clock().instant(), RecordWriter.BANGKOK));
        return own(Draft.own(
                "log.hold", actor, holdEntry("add", hold.order(), hold.path(), hold.why()), TrafficOutcome.ok(-1)));
    }

    /**
     * Records that an order to keep records is lifted.
     *
     * @param actor who enters it
     * @param order the number of the order
     * @param reason why it ends, for example the number of the official's letter
     * @return the receipt of the record
     * @throws PrakatException {@link ProblemCode#NOT_FOUND} if no such order is in force; {@link ProblemCode#TRAFFIC_LOG} if it
     *     could not be recorded
     */
    public LogReceipt lift(Actor actor, String order, String reason) {
        if (holds().stream().noneMatch(each -> each.order().equals(order))) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "hold " + order + ": no such order is in force in the traffic log " + origin()
                            + "; the list of holds names those that are.");
        }
        return own(
                Draft.own("log.hold", actor, holdEntry("lift", order, NaCode.SEE_REF, reason), TrafficOutcome.ok(-1)));
    }

    /**
     * The orders that are in force today. Reads the whole log.
     *
     * @return the orders, in the order of their records
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if the log cannot be read
     */
    public List<LegalHold> holds() {
        LocalDate today = LocalDate.ofInstant(parts.clock().instant(), RecordWriter.BANGKOK);
        return reading(() -> {
            Pruned pruned = Pruned.read(parts.storage());
            return LogSurvey.of(parts.storage(), pruned == null ? Pruned.NOTHING : pruned)
                    .holds(today);
        });
    }

    /**
     * Takes away the segments and the keys of personal parts that a retention has ended for and no order holds. Verifies the log
     * before and after; does nothing when the clock may be wrong: when it is not synchronised, stepped back behind the newest
     * record, or is more than 24 hours after the newest command. What remains still proves every record that is kept. One call at
     * a time.
     *
     * @param actor who orders it
     * @param retention how long is kept
     * @param dryRun true to change and record nothing
     * @return what went or would go, or why nothing did
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if the log does not verify or cannot be read or written
     */
    public synchronized PruneReport prune(Actor actor, Retention retention, boolean dryRun) {
        Pruning pruning = new Pruning(parts.storage(), this, parts.keys(), actor, retention);
        return reading(
                () -> pruning.run(parts.clock().instant(), parts.clockSource().measure(), dryRun));
    }

    /**
     * Shows records, also those of other nodes' logs, by time. Who asked for what is a durable, signed record of this log before
     * the first one is shown, and how many were shown is one after it. Records that no checkpoint covers yet are not shown. Logs
     * of other nodes must be open to this account; their keys are needed only to find a person or to open personal parts.
     *
     * @param actor who reads
     * @param query which records
     * @param others the folders of other nodes' logs; may be empty
     * @param reader is given each record, in this thread
     * @return how many
     * @throws PrakatException {@link ProblemCode#NOT_ALLOWED} if personal parts are to be opened and the actor may not, which is
     *     recorded; {@link ProblemCode#INVALID_INPUT} if a log is given twice; {@link ProblemCode#TRAFFIC_LOG} if one cannot be
     *     read or the reading not be recorded, and then nothing is shown
     */
    public ReadReport read(Actor actor, LogQuery query, List<Path> others, Consumer<LogRecord> reader) {
        return reading(() -> new LogReading(parts, settings, this, actor, query, others).show(reader));
    }

    /**
     * Writes records into a folder for somebody else: readable, with a proof for each, under a signed manifest. Recorded as
     * {@link #read} is. {@link TrafficLogVerifier#verifyExport} checks such a folder without anything else.
     *
     * @param actor who exports
     * @param query which records
     * @param order the number of the order that asks for them
     * @param format how the readable file is written
     * @param folder where to; must not exist, or be empty
     * @param others the folders of other nodes' logs; may be empty
     * @return what was written
     * @throws PrakatException as {@link #read}; also {@link ProblemCode#INVALID_INPUT} if the order is not one line or the folder
     *     holds something
     */
    public ExportReport export(
            Actor actor, LogQuery query, String order, ExportFormat format, Path folder, List<Path> others) {
        LogExport.check(order, folder);
        String user = query.user() == null ? null : parts.records().pseudonym(query.user());
        LogExport export = new LogExport(folder, format, query, order, user);
        LogReading reading = new LogReading(parts, settings, this, actor, query, others);
        return reading(() -> export.run(reading, parts, actor));
    }

    /**
     * Takes the requests of a web server's access log over, in the common or the combined format of nginx and Apache, plain or
     * compressed by gzip. Each becomes a record with the time of the request and that of the import; the line, the address and the
     * client's program are sealed under the key of the request's own day. A line that this log has already is left out, so the same
     * file can be imported again, also when it has grown or was renamed since; so can one whose import was interrupted. Two equal
     * lines, one at the end of a file and one at the beginning of the next, count as one. A line without its end is left for the
     * next time. The import itself is recorded before and after it. Waits for other imports and prunings of this log.
     *
     * @param actor who imports
     * @param file the access log
     * @param site which website it is of, its address or a name; always the same for one website, since equal lines of two
     *     websites are two requests
     * @param rejected is told in this thread of every line that is not imported
     * @return what was imported
     * @throws PrakatException {@link ProblemCode#INVALID_INPUT} if the site is not one line or there is no such file;
     *     {@link ProblemCode#TRAFFIC_LOG} if it cannot be read or a record not be made durable; what was imported until then stays
     */
    public synchronized ImportReport importAccessLog(
            Actor actor, Path file, String site, Consumer<RejectedLine> rejected) {
        return importAccessLog(actor, file, site, rejected, AccessImport.GROUP);
    }

    /** The same, with fewer lines held at a time. */
    synchronized ImportReport importAccessLog(
            Actor actor, Path file, String site, Consumer<RejectedLine> rejected, int most) {
        AccessImport.check(file, site);
        AccessImport task = new AccessImport(parts, this, actor, site, most, rejected);
        return reading(() -> task.run(file));
    }

    /**
     * Has all keys of this log wrapped anew: after {@link Pkcs12Keys#rotate}, or to go over from the key file in the folder to a
     * provider. What is sealed is not touched. That it happened is a record before and after it. Afterwards the log is opened with
     * the new provider, and so is every copy of {@code keys/} that is made from then on; after a provider of another kind this log
     * is closed and opened again.
     *
     * @param actor who orders it
     * @param provider wraps the keys from now on
     * @param reason why
     * @return how many keys were wrapped anew
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if a key cannot be unwrapped, and then nothing was changed, or a file
     *     cannot be written
     */
    public synchronized int rewrap(Actor actor, KeyProvider provider, String reason) {
        Rewrapping task = new Rewrapping(parts.keys(), this, actor, settings.keys() == null);
        return reading(() -> task.run(provider, holdEntry("rewrap", NaCode.SEE_REF, "keys/", reason)));
    }

    /** Records a step on the log itself. */
    LogReceipt own(Draft draft) {
        return append(List.of(draft)).get(0);
    }

    private static TrafficEntry holdEntry(String command, String order, String path, String why) {
        return new TrafficEntry(
                TrafficEntry.Kind.COMMAND, "api", command, NaCode.IN_PROCESS, path, order, null, -1, why);
    }

    private interface Reading<T> {
        T run() throws IOException;
    }

    private <T> T reading(Reading<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new PrakatException(
                    ProblemCode.TRAFFIC_LOG,
                    "traffic log " + parts.place() + " cannot be read or written (" + e
                            + "). Check the rights and the space on the disk, then try again.",
                    e);
        }
    }

    List<LogReceipt> intents(Actor actor, String correlation, List<TrafficEntry> entries) {
        List<Draft> drafts = entries.stream()
                .map(entry -> Draft.intent(actor, correlation, entry))
                .toList();
        return intents.begin(drafts, this::append);
    }

    List<LogReceipt> outcomes(Actor actor, String correlation, List<TrafficRecorder.Ended> ended) {
        ended.forEach(each -> requireOwn(each.intent()));
        return append(ended.stream()
                .map(each -> intents.outcome(each.intent().index(), actor, correlation, each.outcome()))
                .toList());
    }

    private void requireOwn(LogReceipt intent) {
        if (!intent.origin().equals(origin()) || intent.index() < 0 || intent.index() >= size()) {
            throw new PrakatException(
                    ProblemCode.INVALID_INPUT,
                    "traffic log " + origin() + ": found a receipt of " + intent.origin() + " with index "
                            + intent.index()
                            + ", expected one that this log gave for an intent. Give back what intent() returned.");
        }
    }

    private List<LogReceipt> append(List<Draft> drafts) {
        return commits.append(parts.records(), drafts);
    }
}
