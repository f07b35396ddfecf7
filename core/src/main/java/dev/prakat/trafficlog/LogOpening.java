package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.CheckpointSink;
import dev.prakat.spi.SendingSink;
import dev.prakat.spi.TrafficEntry;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a log: takes the folder, recovers what is there, starts the threads, records the recovery. One thread, one use. */
final class LogOpening {

    private static final Logger LOG = LoggerFactory.getLogger(LogOpening.class);

    private final TrafficLogSettings settings;
    private final Storage storage;
    private final Duration checkpointEvery;

    LogOpening(TrafficLogSettings settings, Storage storage, Duration checkpointEvery) {
        this.settings = settings;
        this.storage = storage;
        this.checkpointEvery = checkpointEvery;
    }

    /**
     * What an open log consists of.
     *
     * @param lock gives the folder free
     */
    record Opened(
            Storage storage,
            InstantSource clock,
            ClockSource clockSource,
            ClockWatch watch,
            LogKeys keys,
            VerifierKey verifier,
            RecordWriter records,
            CommitThread commits,
            List<SinkRelay> sinks,
            Closeable lock) {

        String place() {
            return storage.place();
        }
    }

    Opened run() {
        Closeable lock = null;
        boolean opened = false;
        try {
            storage.createFolder("");
            lock = storage.lock();
            if (lock == null) {
                throw new PrakatException(
                        ProblemCode.TRAFFIC_LOG,
                        "traffic log " + storage.place()
                                + ": another process writes it, expected to be the only one. Wait until that"
                                + " one has ended, or write a log of your own beside it with --node NAME.");
            }
            Opened parts = recovered(lock);
            opened = true;
            return parts;
        } catch (IOException | UncheckedIOException e) {
            throw new PrakatException(
                    ProblemCode.TRAFFIC_LOG,
                    "traffic log " + storage.place() + " cannot be opened (" + e
                            + "); expected a folder that this account can read and"
                            + " write. Check its owner, its rights and the space on the disk.",
                    e);
        } finally {
            if (!opened && lock != null) {
                release(lock);
            }
        }
    }

    static void release(Closeable lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("The lock of a traffic log could not be given up");
        }
    }

    private Opened recovered(Closeable lock) throws IOException {
        LogIdentity identity = LogIdentity.open(storage, settings);
        Quarantine quarantine = new Quarantine(storage);
        TileWriter tiles = new TileWriter(storage);
        Recovery.Recovered found = new Recovery(storage, identity.verifier(), quarantine, tiles).run();
        String origin = identity.origin();
        ClockWatch watch = new ClockWatch(settings.clockSource());
        RecordWriter records = new RecordWriter(origin, settings.clock(), identity.keys(), watch);
        Checkpoints checkpoints = new Checkpoints(storage, origin, identity.signing(), tiles, found.signed());
        tiles.publishedBefore(found.signed().covered());
        if (checkpoints.published() < 0) {
            // Before the first record, so that records without any checkpoint are always a sign of something.
            checkpoints.publish(found.range());
        } else if (found.range().size() == checkpoints.published()) {
            tiles.publish(found.range().size());
        }
        Segments segments = new Segments(storage, quarantine);
        if (found.tail() != null) {
            segments.resume(found.tail());
        }
        Reserve reserve = new Reserve(storage, settings.reserve());
        reserve.keep();
        String thread = "prakat-trafficlog-" + settings.node();
        List<SinkRelay> sinks = new ArrayList<>();
        CommitThread commits = new CommitThread(
                storage.place(),
                settings.node(),
                new LogWriter.Start(
                        origin,
                        found.end(),
                        found.range(),
                        records,
                        segments,
                        checkpoints,
                        reserve,
                        checkpointEvery,
                        note -> sinks.forEach(sink -> sink.offer(note))));
        SinkRecorder recorder = new SinkRecorder(records, commits);
        for (CheckpointSink sink : settings.sinks()) {
            if (sink instanceof SendingSink sending) {
                sending.recordWith(recorder);
            }
            sinks.add(SinkRelay.start(origin, thread + "-sink-" + sinks.size(), sink));
        }
        commits.start();
        Opened parts = new Opened(
                storage,
                settings.clock(),
                settings.clockSource(),
                watch,
                identity.keys(),
                identity.verifier(),
                records,
                commits,
                List.copyOf(sinks),
                lock);
        record(found, parts);
        watch.start(thread + "-clock", ClockWatch.EVERY, reading -> measured(parts));
        return parts;
    }

    /** A measure of the clock is a record of its own; the record itself carries it. */
    private static Pending measured(Opened parts) {
        TrafficEntry entry = new TrafficEntry(
                TrafficEntry.Kind.COMMAND,
                "api",
                "measure",
                NaCode.IN_PROCESS,
                NaCode.IN_PROCESS,
                null,
                null,
                -1,
                null);
        return parts.commits().submit(Pending.append(parts.records().write(Draft.own("clock", entry))));
    }

    /** On a full disk a measure of the clock is not recorded; the log must open all the same, to close what is open. */
    private static void awaited(Pending clock, CommitThread commits) {
        try {
            commits.await(clock, "the measure of the clock");
        } catch (PrakatException e) {
            LOG.atWarn().setCause(e).log("The measure of the clock was not recorded");
        }
    }

    private static void record(Recovery.Recovered found, Opened parts) {
        CommitThread commits = parts.commits();
        RecordWriter records = parts.records();
        try {
            List<Pending> all = new ArrayList<>();
            for (Quarantine.Notice notice : found.notices()) {
                LOG.atWarn().addKeyValue("file", notice.file()).log("An unfinished end was put into quarantine");
                all.add(commits.submit(Pending.append(records.write(LogWriter.recovered(notice)))));
            }
            found.open().forEach((index, intent) -> {
                Draft closing = OpenIntents.interrupted(index, intent);
                all.add(commits.submit(Pending.append(records.write(closing))));
            });
            Pending clock = ClockSource.NONE.equals(parts.clockSource()) ? null : measured(parts);
            all.forEach(each -> commits.await(each, "the record of recovery"));
            if (clock != null) {
                awaited(clock, commits);
            }
        } catch (RuntimeException e) {
            parts.sinks().forEach(SinkRelay::close);
            commits.stop();
            throw e;
        }
    }
}
