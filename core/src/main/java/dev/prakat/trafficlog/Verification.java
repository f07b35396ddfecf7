package dev.prakat.trafficlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of the verifier. One thread, one use. */
final class Verification {

    /** How many of the newest checkpoints have their signatures checked; of the older ones the roots are. */
    static final int SIGNATURES = 1_000;

    private final Storage storage;
    private final VerifierKey key;
    private final @Nullable Checkpoint kept;
    private final int signatures;
    private final List<String> notes = new ArrayList<>();
    private boolean covered = true;

    /**
     * @param kept a checkpoint that was kept elsewhere, whose signature is checked already, or null
     */
    Verification(Storage storage, VerifierKey key, @Nullable Checkpoint kept) {
        this(storage, key, kept, SIGNATURES);
    }

    /**
     * @param signatures how many of the newest checkpoints have their signatures checked
     */
    Verification(Storage storage, VerifierKey key, @Nullable Checkpoint kept, int signatures) {
        this.signatures = signatures;
        this.kept = kept;
        this.storage = storage;
        this.key = key;
    }

    /** Adds a note that forbids the verdict sound. */
    void uncovered(String note) {
        covered = false;
        notes.add(note);
    }

    /** Looks at the beginning first: when the log is pruned while it is read, the verification is made again. */
    VerificationReport run() throws IOException {
        while (true) {
            Pruned pruned = Pruned.read(storage);
            VerificationReport report = run(pruned);
            if (report.firstBad() == null || Objects.equals(pruned, Pruned.read(storage))) {
                return report;
            }
            notes.clear();
        }
    }

    private VerificationReport run(@Nullable Pruned pruned) throws IOException {
        // In this order: whatever a running writer signs before this line is in the files that are looked up after it.
        SignedState signed = SignedState.read(storage, key);
        List<LogScan.Segment> segments = LogScan.segments(storage);
        if (signed.damage() != null) {
            return report(VerificationReport.Verdict.TAMPERED, signed, 0, signed.damage(), null);
        }
        if (pruned == null) {
            Damage bad = new Damage(0, Pruned.FILE, 0, "found no beginning of a pruned log");
            return report(VerificationReport.Verdict.TAMPERED, signed, 0, bad, null);
        }
        try (RootCheck roots = new RootCheck(storage, key, signed, signatures, kept, pruned.first())) {
            RecordCheck check = new RecordCheck(roots, signed.covered(), false);
            TileCheck tiles = new TileCheck(storage, signed.covered());
            LogScan.Result result = new LogScan(storage, check, tiles, pruned).run(segments);
            Damage damage =
                    result.damage() != null ? result.damage() : Recovery.missing(segments, result, signed.covered());
            damage = damage != null ? damage : check.beginning(pruned);
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
            beginning(pruned, segments, roots);
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
        if (signed.entries() > signatures) {
            notes.add("signatures were checked for the newest " + signatures + " of " + signed.entries()
                    + " checkpoints, roots for all");
        }
        if (check.unreadable() > 0) {
            notes.add(check.unreadable()
                    + " records are not JSON objects as this version knows them; their bytes are as they were written");
        }
        if (check.open().count() > 0) {
            notes.add(check.open().count()
                    + " intents have no outcome: the writer is running, or it ended and was not opened again");
        }
    }

    private void beginning(Pruned pruned, List<LogScan.Segment> segments, RootCheck roots) {
        if (pruned.first() > 0) {
            notes.add("the records before " + pruned.first() + " were pruned, which a signed record says; of "
                    + roots.unchecked() + " checkpoints before that only the signatures can be checked");
        }
        if (segments.stream().anyMatch(each -> each.first() < pruned.first())) {
            uncovered("segments that were to be pruned are still there; the next opening of the log removes them");
        }
        if (kept != null && kept.size() < pruned.first()) {
            uncovered("the checkpoint that was kept is of before record " + pruned.first()
                    + ", and what it covers was pruned; give a newer one");
        }
    }

    private VerificationReport report(
            VerificationReport.Verdict verdict,
            SignedState signed,
            long size,
            @Nullable Damage damage,
            @Nullable RecordCheck check) {
        Map<String, Long> statuses = check == null ? Map.of() : check.statuses();
        long open = check == null ? 0 : check.open().count();
        return new VerificationReport(verdict, key.name(), size, signed.covered(), damage, notes, statuses, open);
    }
}
