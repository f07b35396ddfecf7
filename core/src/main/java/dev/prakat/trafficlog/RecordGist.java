package dev.prakat.trafficlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads of each record only what a check of all records needs: which intent it opens or closes, how it ended, the hash of its
 * sealed part. Of a record that begins and ends as our writer spells it nothing else is looked at, since to read all texts costs more
 * than to hash them; any other is given to the parser, and so is a pruning, of which more must be known. One thread; the next
 * record replaces what was read.
 */
final class RecordGist {

    private static final byte[] BEGINS = ascii("{\"v\":1,\"kind\":\"");
    private static final byte[] PHASE = ascii("\",\"ph\":\"");
    private static final byte[] ID = ascii("\",\"id\":\"");
    private static final byte[] CORRELATION = ascii("\",\"corr\":\"");
    private static final byte[] REF = ascii("\",\"ref\":");
    private static final byte[] TIME = ascii("\",\"ts\":\"");
    private static final byte[] TIME_AFTER_REF = ascii(",\"ts\":\"");
    private static final byte[] STATUS = ascii(",\"st\":\"");
    private static final byte[] SEALED = ascii(",\"sc\":\"");
    private static final byte[] ENDS = ascii("\"}");
    private static final byte[] INTENT = ascii("intent");
    private static final byte[] OUTCOME = ascii("outcome");
    private static final byte[] PRUNING = ascii(StoredRecord.PRUNING);
    private static final List<String> STATUSES = List.of("ok", "failed", "denied", "unknown");
    private static final List<byte[]> STATUS_BYTES =
            STATUSES.stream().map(RecordGist::ascii).toList();

    /** The characters of a hash in base64. */
    private static final int HASH = 44;

    /** Fits into a long whatever the digits are. */
    private static final int MOST_DIGITS = 18;

    private boolean intent;
    private boolean outcome;
    private long ref;
    private @Nullable String status;
    private byte[] sealedHashIn = {};
    private int sealedHashAt;
    private int sealedHashLength;
    private long prunedTo;

    /**
     * Reads a record.
     *
     * @return false if it is not one JSON object
     */
    boolean read(RawRecord raw) {
        clear();
        if (spelt(raw.buffer(), raw.pubAt(), raw.pubAt() + raw.pubLength())) {
            return true;
        }
        StoredRecord record = StoredRecord.parse(raw);
        if (record != null) {
            read(record);
        }
        return record != null;
    }

    /** Takes it from a record that was parsed. */
    void read(StoredRecord record) {
        clear();
        intent = "intent".equals(record.phase);
        outcome = "outcome".equals(record.phase);
        ref = record.ref;
        status = intent ? null : record.status; // nothing has ended yet, whatever an intent says
        prunedTo = record.prunedTo();
        if (record.sealedHash != null) {
            sealedHashIn = record.sealedHash.getBytes(StandardCharsets.UTF_8);
            sealedHashLength = sealedHashIn.length;
        }
    }

    private void clear() {
        intent = false;
        outcome = false;
        ref = -1;
        status = null;
        sealedHashAt = 0;
        sealedHashLength = 0;
        prunedTo = 0;
    }

    boolean isIntent() {
        return intent;
    }

    boolean isOutcome() {
        return outcome;
    }

    /** The index of the intent that an outcome closes, -1 without one. */
    long ref() {
        return ref;
    }

    /** How it ended, or null if it does not say so. */
    @Nullable
    String status() {
        return status;
    }

    /** For the record of a pruning the first record that was kept, else 0. */
    long prunedTo() {
        return prunedTo;
    }

    /** Whether it names this hash, in base64, as that of its sealed part. */
    boolean namesSealed(byte[] hash) {
        return is(sealedHashIn, sealedHashAt, sealedHashAt + sealedHashLength, hash);
    }

    /** Whether it says that nothing is sealed. */
    boolean namesNothing() {
        return sealedHashLength >= 3
                && sealedHashIn[sealedHashAt] == 'n'
                && sealedHashIn[sealedHashAt + 1] == 'a'
                && sealedHashIn[sealedHashAt + 2] == ':';
    }

    /**
     * In JSON a quotation mark within a text has a backslash before it. So a key with a comma before it and a colon behind it is a key,
     * wherever one meets it, and what follows the keys at the end is known without what lies between.
     */
    private boolean spelt(byte[] bytes, int from, int end) {
        int kind = after(bytes, from, end, BEGINS);
        int kindEnds = text(bytes, kind, end);
        int phase = after(bytes, kindEnds, end, PHASE);
        int phaseEnds = text(bytes, phase, end);
        int id = after(bytes, phaseEnds, end, ID);
        int correlation = after(bytes, text(bytes, id, end), end, CORRELATION);
        int correlationEnds = text(bytes, correlation, end);
        int sealed = after(bytes, end - ENDS.length - HASH - SEALED.length, end, SEALED);
        if (correlationEnds < 0
                || sealed < correlationEnds
                || text(bytes, sealed, end) != sealed + HASH
                || after(bytes, sealed + HASH, end, ENDS) != end
                || is(bytes, kind, kindEnds, PRUNING)) {
            return false;
        }
        sealedHashIn = bytes;
        sealedHashAt = sealed;
        sealedHashLength = HASH;
        intent = is(bytes, phase, phaseEnds, INTENT);
        outcome = is(bytes, phase, phaseEnds, OUTCOME);
        return (outcome
                        ? ref(bytes, after(bytes, correlationEnds, end, REF), end)
                        : after(bytes, correlationEnds, end, TIME) > 0)
                && (intent || status(bytes, correlationEnds, sealed - SEALED.length));
    }

    private boolean ref(byte[] bytes, int from, int end) {
        int at = from;
        long value = 0;
        while (at > 0 && at < end && at - from < MOST_DIGITS && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at] - '0';
            at++;
        }
        ref = value;
        return at > from && after(bytes, at, end, TIME_AFTER_REF) > 0;
    }

    /** Backwards, for it is nearer to the end. */
    private boolean status(byte[] bytes, int from, int end) {
        for (int at = end - STATUS.length; at > from; at--) {
            if (bytes[at] == ',' && bytes[at + 2] == 's' && after(bytes, at, end, STATUS) > 0) {
                int value = at + STATUS.length;
                int ends = text(bytes, value, end);
                for (int i = 0; ends > 0 && i < STATUSES.size(); i++) {
                    if (is(bytes, value, ends, STATUS_BYTES.get(i))) {
                        status = STATUSES.get(i);
                        return true;
                    }
                }
                return false;
            }
        }
        return false;
    }

    /** Where that ends which must stand at a place, or -1. */
    private static int after(byte[] bytes, int at, int end, byte[] expected) {
        int ends = at + expected.length;
        return at >= 0 && ends <= end && Arrays.equals(bytes, at, ends, expected, 0, expected.length) ? ends : -1;
    }

    /** Where a text of plain ASCII ends that begins at a place, or -1. */
    private static int text(byte[] bytes, int from, int end) {
        int at = from;
        while (at >= 0 && at < end && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at >= 0 && at < end && bytes[at] == '"' ? at : -1;
    }

    private static boolean is(byte[] bytes, int from, int to, byte[] expected) {
        return Arrays.equals(bytes, from, to, expected, 0, expected.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
