package dev.prakat.trafficlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The time-stamps in a log's folder {@code anchors}, and what they prove of its checkpoints. One thread, one use. */
final class TimeStamps {

    static final String FOLDER = "anchors";

    private static final String NOTE = ".checkpoint";
    private static final String ANSWER = ".tsr";

    private final Storage storage;
    private final VerifierKey key;
    private final List<Stamp> stamps = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private TimeStamps(Storage storage, VerifierKey key) {
        this.storage = storage;
        this.key = key;
    }

    /** A checkpoint that an authority saw. */
    record Stamp(Checkpoint checkpoint, Rfc3161.Proven proven) {}

    static String note(long size) {
        return String.format(Locale.ROOT, "%s/%020d%s", FOLDER, size, NOTE);
    }

    static String answer(long size) {
        return String.format(Locale.ROOT, "%s/%020d%s", FOLDER, size, ANSWER);
    }

    /** The files with answers, in the order of the sizes that they are about; none where there is no folder. */
    static List<String> answers(Storage storage) throws IOException {
        return storage.list(FOLDER).stream()
                .filter(name -> name.endsWith(ANSWER))
                .map(name -> FOLDER + "/" + name)
                .toList();
    }

    /** Reads and checks all. */
    static TimeStamps read(Storage storage, VerifierKey key, List<X509Certificate> trusted) throws IOException {
        TimeStamps found = new TimeStamps(storage, key);
        Rfc3161 check = new Rfc3161(trusted);
        for (String path : answers(storage)) {
            try {
                found.add(path, check);
            } catch (IOException e) {
                found.problems.add(path + " proves nothing: " + e.getMessage());
            }
        }
        found.stamps.sort(Comparator.comparingLong(each -> each.checkpoint().size()));
        return found;
    }

    /** What a verification of the log comes to with what they prove. A log without any is not fully covered. */
    VerificationReport added(VerificationReport report) {
        List<String> notes = new ArrayList<>(report.notes());
        notes.addAll(problems);
        if (stamps.isEmpty()) {
            notes.add("no time-stamp proves when any record was there");
        } else {
            Stamp newest = stamps.get(stamps.size() - 1);
            notes.add(stamps.size() + (stamps.size() == 1 ? " time-stamp" : " time-stamps") + ": what is before record "
                    + newest.checkpoint().size() + " was there on "
                    + newest.proven().time() + ", says " + newest.proven().authority());
        }
        boolean covered = problems.isEmpty() && !stamps.isEmpty();
        boolean sound = report.verdict() == VerificationReport.Verdict.SOUND;
        return new VerificationReport(
                sound && !covered ? VerificationReport.Verdict.NOT_FULLY_COVERED : report.verdict(),
                report.origin(),
                report.size(),
                report.coveredSize(),
                report.firstBad(),
                notes,
                report.byStatus(),
                report.openIntents());
    }

    /** What was seen and is not in the history, or null: the log was written anew, or cut, after that. */
    @Nullable
    Damage contradiction() throws IOException {
        Map<Long, Stamp> missing = new HashMap<>();
        stamps.forEach(each -> missing.put(each.checkpoint().size(), each));
        long limit = storage.exists(SignedState.HISTORY) ? storage.size(SignedState.HISTORY) : 0;
        try (HistoryReader history = new HistoryReader(storage, limit)) {
            for (byte[] note = history.next(); note != null && !missing.isEmpty(); note = history.next()) {
                Checkpoint entry = key.checkpoint(note, false);
                Stamp stamp = entry == null ? null : missing.get(entry.size());
                if (entry != null && stamp != null && stamp.checkpoint().equals(entry)) {
                    missing.remove(entry.size());
                }
            }
        }
        return stamps.stream()
                .filter(each -> missing.containsKey(each.checkpoint().size()))
                .findFirst()
                .map(each -> new Damage(
                        agreed(each.checkpoint().size()),
                        answer(each.checkpoint().size()),
                        0,
                        "a checkpoint of " + each.checkpoint().size() + " records was there on "
                                + each.proven().time() + ", says "
                                + each.proven().authority() + ", and the history does not have it"))
                .orElse(null);
    }

    /** The last size below another one that was seen; the first that is missing comes first, so everything before it agreed. */
    private long agreed(long size) {
        return stamps.stream()
                .mapToLong(each -> each.checkpoint().size())
                .filter(each -> each < size)
                .max()
                .orElse(0);
    }

    private void add(String path, Rfc3161 check) throws IOException {
        String beside = path.substring(0, path.length() - ANSWER.length()) + NOTE;
        if (!storage.exists(beside)) {
            throw new IOException("there is no " + beside + " beside it");
        }
        byte[] note = storage.readAll(beside);
        Rfc3161.Proven proven =
                check.check(storage.readAll(path), Hashes.sha256().digest(note), null);
        Checkpoint checkpoint = key.checkpoint(note, true);
        if (checkpoint == null) {
            String text = new String(note, StandardCharsets.UTF_8);
            throw new IOException("it is no checkpoint of " + key.name() + " but of "
                    + text.lines().findFirst().orElse("nothing"));
        }
        stamps.add(new Stamp(checkpoint, proven));
    }
}
