package dev.prakat.trafficlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of the verifier. One thread, one use. */
final class Verification {

    /** How many of the newest checkpoints have their signatures checked; of the older ones the roots are. */
    static final int SIGNATURES = 1_000;

    private final Storage storage;
    private final VerifierKey key;
    private final @Nullable Checkpoint kept;
    private final List<String> notes = new ArrayList<>();
    private boolean covered = true;

    /**
     * @param kept a checkpoint that was kept elsewhere, whose signature is checked already, or null
     */
    Verification(Storage storage, VerifierKey key, @Nullable Checkpoint kept) {
        this.kept = kept;
        this.storage = storage;
        this.key = key;
    }

    /** Adds a note that forbids the verdict sound. */
    void uncovered(String note) {
        covered = false;
        notes.add(note);
    }

    VerificationReport run() throws IOException {
        // In this order: whatever a running writer signs before this line is in the files that are looked up after it.
        SignedState signed = SignedState.read(storage, key);
        List<LogScan.Segment> segments = LogScan.segments(storage);
        if (signed.damage() != null) {
            return report(VerificationReport.Verdict.TAMPERED, signed, 0, signed.damage(), null);
        }
        try (RootCheck roots = new RootCheck(storage, key, signed, SIGNATURES, kept)) {
            RecordCheck check = new RecordCheck(roots, signed.covered(), false);
            TileCheck tiles = new TileCheck(storage, signed.covered());
            LogScan.Result result = new LogScan(storage, check, tiles).run(segments);
            Damage damage =
                    result.damage() != null ? result.damage() : Recovery.missing(segments, result, signed.covered());
            if (damage == null && kept != null && kept.size() > result.end().size()) {
                damage = new Damage(
                        result.end().size(),
                        SignedState.HISTORY,
                        signed.historyLength(),
                        "found " + result.end().size() + " records, but the checkpoint that was kept covers "
                                + kept.size());
            }
            if (damage != null) {
                return report(
                        VerificationReport.Verdict.TAMPERED,
                        signed,
                        result.end().size(),
                        damage,
                        check);
            }
            note(signed, result, check);
            tiles.problems().forEach(this::uncovered);
            VerificationReport.Verdict verdict =
                    covered ? VerificationReport.Verdict.SOUND : VerificationReport.Verdict.NOT_FULLY_COVERED;
            return report(verdict, signed, result.end().size(), null, check);
        }
    }

    private void note(SignedState signed, LogScan.Result result, RecordCheck check) {
        long size = result.end().size();
        if (signed.newest() == null) {
            uncovered("nothing is signed: there is no checkpoint");
        } else if (size > signed.covered()) {
            uncovered("records " + signed.covered() + " to " + (size - 1)
                    + " are after the newest checkpoint, so not signed yet");
        }
        if (signed.behind()) {
            uncovered(
                    "the file checkpoint is older than the newest entry of checkpoints.log: a stop between the two, or an old one put back");
        }
        if (signed.tornBytes() > 0) {
            uncovered("checkpoints.log ends with " + signed.tornBytes() + " bytes of an unfinished entry");
        }
        for (LogScan.Leftover each : result.leftovers()) {
            uncovered(each.file() + " has " + each.length() + " bytes at " + each.offset()
                    + " that are no whole batch: " + each.what());
        }
        if (signed.entries() > SIGNATURES) {
            notes.add("signatures were checked for the newest " + SIGNATURES + " of " + signed.entries()
                    + " checkpoints, roots for all");
        }
        if (check.unreadable() > 0) {
            notes.add(check.unreadable()
                    + " records are not JSON objects as this version knows them; their bytes are as they were written");
        }
        if (!check.open().isEmpty()) {
            notes.add(check.open().size()
                    + " intents have no outcome: the writer is running, or it ended and was not opened again");
        }
    }

    private VerificationReport report(
            VerificationReport.Verdict verdict,
            SignedState signed,
            long size,
            @Nullable Damage damage,
            @Nullable RecordCheck check) {
        Map<String, Long> statuses = check == null ? Map.of() : check.statuses();
        long open = check == null ? 0 : check.open().size();
        return new VerificationReport(verdict, key.name(), size, signed.covered(), damage, notes, statuses, open);
    }
}
