package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a log before it is written again. Everything that is signed must be there, whole and under its root, or the log
 * is refused and nothing is touched; whole batches after that are kept; an unfinished end is put aside. Buffers are as large as
 * the data, never as large as a limit. One thread, one use.
 */
final class Recovery {

    private final Storage storage;
    private final VerifierKey key;
    private final Quarantine quarantine;
    private final MerkleRange.Nodes nodes;
    private final List<Quarantine.Notice> notices = new ArrayList<>();

    /**
     * @param nodes sees the hashes of the tree, also as it grows later
     */
    Recovery(Storage storage, VerifierKey key, Quarantine quarantine, MerkleRange.Nodes nodes) {
        this.nodes = nodes;
        this.storage = storage;
        this.key = key;
        this.quarantine = quarantine;
    }

    /** Where writing goes on. */
    record Tail(String file, long length, LocalDate day) {}

    /**
     * What was found and done.
     *
     * @param tail the last segment, or null when there is none
     * @param notices what was put aside
     * @param open the intents without an outcome by index, with what they say where that was kept
     */
    record Recovered(
            LogEnd end,
            MerkleRange range,
            SignedState signed,
            @Nullable Tail tail,
            List<Quarantine.Notice> notices,
            IntentsFound open) {}

    /**
     * Reads the whole log and repairs its end.
     *
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if anything is wrong that is not an unfinished end
     */
    Recovered run() throws IOException {
        SignedState signed = SignedState.read(storage, key);
        refuse(signed.damage(), signed);
        List<LogScan.Segment> segments = LogScan.segments(storage);
        if (signed.newest() == null && !segments.isEmpty()) {
            refuse(new Damage(0, SignedState.CHECKPOINT, 0, "there are records, but no checkpoint at all"), signed);
        }
        Pruned pruned = Pruned.read(storage);
        if (pruned == null) {
            refuse(new Damage(0, Pruned.FILE, 0, "found no beginning of a pruned log"), signed);
            throw new IllegalStateException("refused");
        }
        LogScan.Result result;
        RecordCheck check;
        try (RootCheck roots = new RootCheck(storage, key, signed, 0, null, pruned.first())) {
            check = new RecordCheck(roots, signed.covered(), true);
            result = new LogScan(storage, check, nodes, pruned).run(segments);
        }
        refuse(result.damage(), signed);
        refuse(missing(segments, result, signed.covered()), signed);
        refuse(check.beginning(pruned), signed);
        Pruning.remove(storage, pruned.first());
        if (signed.tornBytes() > 0) {
            cut(SignedState.HISTORY, signed.historyLength());
        }
        for (LogScan.Leftover each : result.leftovers()) {
            cut(each.file(), each.offset());
        }
        for (Map.Entry<String, Long> each : check.unsignedFrom().entrySet()) {
            writeAgain(each.getKey(), each.getValue());
        }
        return new Recovered(
                result.end(), result.range(), signed, tail(segments, check.last()), List.copyOf(notices), check.open());
    }

    /** Says where the signed records end too early, or null if they do not. */
    static @Nullable Damage missing(List<LogScan.Segment> segments, LogScan.Result result, long covered) {
        long size = result.end().size();
        if (size >= covered) {
            return null;
        }
        String what = "found " + size + " whole records, expected the " + covered + " that are signed for";
        if (!result.leftovers().isEmpty()) {
            LogScan.Leftover torn = result.leftovers().get(result.leftovers().size() - 1);
            return new Damage(size, torn.file(), torn.offset(), what + " (" + torn.what() + ")");
        }
        if (segments.isEmpty()) {
            return new Damage(size, LogScan.segment(size), 0, what);
        }
        LogScan.Segment last = segments.get(segments.size() - 1);
        return new Damage(size, last.file(), last.length(), what);
    }

    private void refuse(@Nullable Damage damage, SignedState signed) {
        if (damage != null) {
            throw new PrakatException(
                    ProblemCode.TRAFFIC_LOG,
                    "traffic log " + storage.place() + " is CORRUPT: " + damage.line() + ". " + signed.covered()
                            + " records are signed for. Nothing was changed. Keep this folder as it is, as evidence, and go on with"
                            + " a new log: under another node (--node NAME), or in this place after moving the folder away.");
        }
    }

    private void cut(String file, long length) throws IOException {
        notices.add(quarantine.keep(file, length));
        try (Storage.File open = storage.open(file)) {
            open.truncate(length);
            open.force();
        }
    }

    /**
     * Writes what is there once more and forces it. After a failed force the system may show bytes that the disk never got; they
     * must not be signed before they are really there.
     */
    private void writeAgain(String file, long from) throws IOException {
        try (InputStream in = storage.read(file);
                Storage.File open = storage.open(file)) {
            in.skipNBytes(from);
            byte[] buffer = new byte[1 << 16];
            long at = from;
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                open.write(at, ByteBuffer.wrap(buffer, 0, read));
                at += read;
            }
            open.force();
        }
    }

    private @Nullable Tail tail(List<LogScan.Segment> segments, @Nullable StoredRecord last) throws IOException {
        if (segments.isEmpty()) {
            return null;
        }
        String file = segments.get(segments.size() - 1).file();
        Instant at = last == null ? null : last.at();
        return new Tail(
                file, storage.size(file), at == null ? LocalDate.MIN : LocalDate.ofInstant(at, RecordWriter.BANGKOK));
    }
}
