package dev.prakat.trafficlog;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every record of a scan: that its sealed part is the one it names, that the signed roots are right, which intents are
 * open. One thread, one use.
 */
final class RecordCheck implements LogScan.Visitor {

    private final RootCheck roots;
    private final long covered;
    private final boolean keep;
    private final MessageDigest digest = Hashes.sha256();
    private final IntentsFound open = new IntentsFound();
    private final Map<String, Long> statuses = new TreeMap<>();
    private final Map<String, Long> unsignedFrom = new LinkedHashMap<>();
    private String file = "";
    private long batchOffset;
    private long unreadable;
    private final Set<Long> prunable = new HashSet<>();
    private @Nullable StoredRecord last;
    private @Nullable Damage damage;

    /**
     * @param covered how many records are signed for
     * @param keep whether to remember what the open intents say
     */
    RecordCheck(RootCheck roots, long covered, boolean keep) {
        this.roots = roots;
        this.covered = covered;
        this.keep = keep;
    }

    @Override
    public void batch(String segment, long offset) {
        file = segment;
        batchOffset = offset;
    }

    @Override
    public void record(RawRecord raw) {
        if (raw.index() >= covered) {
            unsignedFrom.putIfAbsent(file, batchOffset);
        }
        StoredRecord record = keep ? StoredRecord.parse(raw) : StoredRecord.gist(raw);
        if (record == null) {
            unreadable++;
            return;
        }
        checkSealed(raw, record);
        last = record;
        if ("intent".equals(record.phase)) {
            open.add(raw.index(), keep ? record : null);
        } else if ("outcome".equals(record.phase)) {
            open.remove(record.ref);
        }
        if (raw.index() < covered) {
            prunable.add(record.prunedTo());
        }
        if (record.status != null) {
            statuses.merge(record.status, 1L, Long::sum);
        }
    }

    @Override
    public void grown(MerkleRange range) {
        roots.grown(range);
    }

    @Override
    public @Nullable Damage damage() {
        return damage != null ? damage : roots.damage();
    }

    /** The open intents, with what they say where that was kept. */
    IntentsFound open() {
        return open;
    }

    /** How many records there are by status of their ending. */
    Map<String, Long> statuses() {
        return statuses;
    }

    /** Where in each segment the first batch begins that holds an unsigned record. */
    Map<String, Long> unsignedFrom() {
        return unsignedFrom;
    }

    /** What is wrong with where the log begins, or null: what is missing there must be covered by a signed record of its pruning. */
    @Nullable
    Damage beginning(Pruned pruned) {
        return pruned.first() == 0 || prunable.contains(pruned.first())
                ? null
                : new Damage(
                        0,
                        Pruned.FILE,
                        0,
                        "the records before " + pruned.first()
                                + " are gone, and no signed record says that they were pruned");
    }

    /** How many records are not one JSON object. */
    long unreadable() {
        return unreadable;
    }

    /** The last record that could be read; without {@code keep} only the gist of it. */
    @Nullable
    StoredRecord last() {
        return last;
    }

    private void checkSealed(RawRecord raw, StoredRecord record) {
        String named = record.sealedHash;
        boolean nothingSealed = raw.sealedLength() == 0 && named != null && named.startsWith("na:");
        if (damage != null || nothingSealed) {
            return;
        }
        digest.update(raw.buffer(), raw.sealedAt(), raw.sealedLength());
        if (!Base64.getEncoder().encodeToString(digest.digest()).equals(named)) {
            damage = new Damage(
                    raw.index(),
                    file,
                    batchOffset + raw.sealedAt(),
                    "the sealed part is not the one that the record names");
        }
    }
}
