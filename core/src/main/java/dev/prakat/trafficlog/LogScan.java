package dev.prakat.trafficlog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads all segments once, in order, and says where the sequence of whole batches ends and why. It knows the framing only:
 * whether the records are those that were signed is for its visitor. Writes nothing. One thread, one use.
 */
final class LogScan {

    /** The folder of the segments. */
    static final String FOLDER = "seg";

    private static final Pattern NAME = Pattern.compile("0[0-9]{19}\\.seg");

    /** Sees every record of every good batch, in order. */
    interface Visitor {

        /** A batch begins. */
        void batch(String file, long offset);

        void record(RawRecord record);

        /** The tree has grown by the record that was shown before; called once before the first record, too. */
        void grown(MerkleRange range);

        /** What the visitor found wrong, which ends the scan after the batch. */
        @Nullable
        Damage damage();
    }

    /** A segment and its length when it was looked up. */
    record Segment(String file, long first, long length) {}

    /**
     * Bytes that belong to no batch: what a crash or a failed write left.
     *
     * @param torn true for the end of the last segment, false for the end of an earlier one
     */
    record Leftover(String file, long offset, long length, boolean torn, String what) {}

    /**
     * What the scan came to.
     *
     * @param damage what is wrong within the batches, or null
     */
    record Result(
            LogEnd end,
            MerkleRange range,
            List<Leftover> leftovers,
            @Nullable Damage damage) {}

    private final Storage storage;
    private final Visitor visitor;
    private final MessageDigest digest = Hashes.sha256();
    private final MerkleRange range;
    private final List<Leftover> leftovers = new ArrayList<>();
    private final Pruned pruned;
    private LogEnd end;
    private @Nullable Damage damage;

    LogScan(Storage storage, Visitor visitor, MerkleRange.Nodes nodes, Pruned pruned) {
        this.range = new MerkleRange(nodes, pruned);
        this.pruned = pruned;
        this.end = pruned.end();
        this.storage = storage;
        this.visitor = visitor;
    }

    /** The name of the segment that begins with a record. */
    static String segment(long firstIndex) {
        String digits = Long.toString(firstIndex);
        return FOLDER + "/" + "0".repeat(20 - digits.length()) + digits + ".seg";
    }

    /**
     * The segments with their lengths. First all names, then the lengths: when a name is there, every earlier segment has its
     * last batch.
     */
    static List<Segment> segments(Storage storage) throws IOException {
        List<Segment> found = new ArrayList<>();
        for (String name : storage.list(FOLDER)) {
            if (NAME.matcher(name).matches()) {
                String file = FOLDER + "/" + name;
                found.add(new Segment(file, Long.parseLong(name.substring(0, 20)), storage.size(file)));
            }
        }
        return found;
    }

    /** Reads what is kept; segments before that, whose deletion was cut short, are passed over. */
    Result run(List<Segment> all) throws IOException {
        List<Segment> segments =
                all.stream().filter(each -> each.first() >= pruned.first()).toList();
        visitor.grown(range);
        damage = visitor.damage();
        for (int i = 0; i < segments.size() && damage == null; i++) {
            Segment segment = segments.get(i);
            if (segment.first() != end.size()) {
                String expected = segment(end.size());
                damage = new Damage(end.size(), expected, 0, "expected this segment, found " + segment.file());
            } else {
                scan(segment, i + 1 < segments.size() ? segments.get(i + 1) : null);
            }
        }
        return new Result(end, range, List.copyOf(leftovers), damage);
    }

    private void scan(Segment segment, @Nullable Segment next) throws IOException {
        try (SegmentReader reader = new SegmentReader(storage.read(segment.file()), segment.length())) {
            try {
                while (damage == null && step(segment, next, reader)) {
                    // step does the work
                }
            } catch (BadBatch bad) {
                bad(segment, reader.offset(), bad, next == null);
            }
        }
    }

    private boolean step(Segment segment, @Nullable Segment next, SegmentReader reader) throws IOException, BadBatch {
        long offset = reader.offset();
        if (next != null && next.first() == end.size()) {
            ends(segment, offset);
            return false;
        }
        BatchHeader header = reader.next();
        if (header != null) {
            accept(segment, offset, header, reader);
        }
        return header != null;
    }

    private void accept(Segment segment, long offset, BatchHeader header, SegmentReader reader) {
        if (header.number() != end.batches()
                || header.firstIndex() != end.size()
                || header.previous() != end.headerChecksum()) {
            damage = new Damage(
                    end.size(),
                    segment.file(),
                    offset,
                    "found batch " + header.number() + " with first record " + header.firstIndex() + ", expected batch "
                            + end.batches() + " with first record " + end.size() + " after the batch before it");
            return;
        }
        visitor.batch(segment.file(), offset);
        reader.records(header, digest, range, visitor);
        end = end.after(header.count(), reader.headerChecksum());
        damage = visitor.damage();
    }

    /** An earlier segment: what lies behind its last batch was written by a batch that failed and was never acknowledged. */
    private void ends(Segment segment, long offset) {
        if (offset < segment.length()) {
            leftovers.add(new Leftover(
                    segment.file(), offset, segment.length() - offset, false, "left by a write that failed"));
        }
    }

    private void bad(Segment segment, long offset, BadBatch bad, boolean last) throws IOException {
        if (last && !laterBatch(segment, offset)) {
            String what = String.valueOf(bad.getMessage());
            leftovers.add(new Leftover(segment.file(), offset, segment.length() - offset, true, what));
        } else {
            String after = last ? ", and a good batch follows" : ", and another segment follows";
            damage = new Damage(end.size(), segment.file(), offset, bad.getMessage() + after);
        }
    }

    /** Whether a good batch with a later number begins after an offset: a batch is written only when those before it are durable. */
    private boolean laterBatch(Segment segment, long after) throws IOException {
        try (InputStream in = new BufferedInputStream(storage.read(segment.file()), 1 << 16)) {
            in.skipNBytes(after + 1);
            long last = 0;
            for (long at = after + 1; at < segment.length(); at++) {
                last = last << Byte.SIZE | in.read();
                long start = at - Long.BYTES + 1;
                if (last == BatchFrame.MAGIC && start > after && laterBatchAt(segment, start)) {
                    return true;
                }
            }
            return false;
        }
    }

    private boolean laterBatchAt(Segment segment, long offset) throws IOException {
        try (InputStream in = storage.read(segment.file())) {
            in.skipNBytes(offset);
            SegmentReader reader = new SegmentReader(in, segment.length() - offset);
            BatchHeader header = reader.next();
            return header != null && header.number() > end.batches();
        } catch (BadBatch e) {
            return false;
        }
    }
}
