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

    private static final Base64.Encoder ENCODER = Base64.getEncoder();

    /** The characters of a hash in base64. */
    private static final int BASE64 = 44;

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
    private final RecordGist gist = new RecordGist();
    private final byte[] hash = new byte[Hashes.LENGTH];
    private final byte[] hashText = new byte[BASE64];
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
        StoredRecord record = keep ? StoredRecord.parse(raw) : null;
        if (record != null) {
            gist.read(record);
            last = record;
        } else if (keep || !gist.read(raw)) {
            unreadable++;
            return;
        }
        checkSealed(raw);
        if (gist.isIntent()) {
            open.add(raw.index(), record);
        } else if (gist.isOutcome()) {
            open.remove(gist.ref());
        }
        if (raw.index() < covered && gist.prunedTo() > 0) {
            prunable.add(gist.prunedTo());
        }
        String status = gist.status();
        if (status != null) {
            statuses.merge(status, 1L, Long::sum);
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

    /** The last record that could be read; null without {@code keep}. */
    @Nullable
    StoredRecord last() {
        return last;
    }

    private void checkSealed(RawRecord raw) {
        if (damage != null || (raw.sealedLength() == 0 && gist.namesNothing())) {
            return;
        }
        digest.update(raw.buffer(), raw.sealedAt(), raw.sealedLength());
        Hashes.finish(digest, hash, 0);
        ENCODER.encode(hash, hashText);
        if (!gist.namesSealed(hashText)) {
            damage = new Damage(
                    raw.index(),
                    file,
                    batchOffset + raw.sealedOffset(),
                    "the sealed part is not the one that the record names");
        }
    }
}
