package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody who knows the format edits a log at random, and makes the checksums right again. No edit may be called sound.
 * {@code -Dprakat.edits=N} and {@code -Dprakat.editedRecords=N} say how many and of how large a log; {@code -Dprakat.bits=N} how many
 * single bits of a log of 100 records, 0 for every one.
 */
@Tag("soak")
@Tag("S001-R30")
class RandomEditsTest {

    private static final int EDITS = Integer.getInteger("prakat.edits", 150);
    private static final int RECORDS = Integer.getInteger("prakat.editedRecords", 600);
    private static final int BITS = Integer.getInteger("prakat.bits", 1_500);
    private static final long SEED = Long.getLong("prakat.seed", 26112569L);
    private static final int HEADER = 36;

    private final MemoryStorage storage = new MemoryStorage();
    private final Random random = new Random(SEED);
    private final Map<String, Integer> found = new TreeMap<>();
    private String keptEarly = "";

    /** An edit of one kind; false when it changed nothing. */
    private interface Edit {
        boolean on(Map<String, byte[]> files) throws IOException;
    }

    @BeforeEach
    void aLogOfSeveralDays() throws IOException {
        write(RECORDS, 5);
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void noEditIsCalledSound() throws IOException {
        Map<String, Edit> edits = new TreeMap<>(Map.of(
                "flip a bit", this::flip,
                "flip a bit of a record, checksum made right", this::flipRecord,
                "insert bytes", this::insert,
                "remove bytes", this::cut,
                "exchange two batches", files -> batches(files, 0),
                "repeat a batch", files -> batches(files, 1),
                "leave out a batch", files -> batches(files, 2),
                "remove, exchange or rename segments", this::segments,
                "change a tile", this::tile,
                "put an old checkpoint back", this::oldCheckpoint));
        List<String> names = List.copyOf(edits.keySet());
        String kept = new String(storage.readAll("checkpoint"), StandardCharsets.UTF_8);
        for (int i = 0; i < EDITS; i++) {
            String name = names.get(i % names.size());
            MemoryStorage edited = storage.copy();
            if (edits.get(name).on(edited.files)) {
                VerificationReport report = TrafficLogVerifier.verify(edited, "");
                assertThat(report.verdict())
                        .as("edit %d of seed %d, %s: %s", i, SEED, name, report)
                        .isNotEqualTo(Verdict.SOUND);
                found.merge(report.verdict() + ": " + name, 1, Integer::sum);
            }
        }
        cutBackToEachCheckpoint(kept);
        System.out.println("RandomEditsTest: " + EDITS + " edits of " + RECORDS + " records, 0 called sound: " + found);
    }

    @Test
    void everyFlippedBitOfAHundredRecordsIsReported() throws IOException {
        storage.files.clear();
        write(100, 1);
        List<String> names = storage.files.keySet().stream()
                .filter(name -> name.startsWith("seg/") || name.startsWith("checkpoint"))
                .toList();
        long total =
                names.stream().mapToLong(name -> storage.files.get(name).length).sum() * Byte.SIZE;
        VerifierKey key = LogIdentity.verifier(storage);
        long step = BITS == 0 ? 1 : Math.max(1, total / BITS);
        long tried = 0;
        long bit = 0;
        for (String name : names) {
            byte[] bytes = storage.files.get(name);
            for (int i = 0; i < bytes.length * Byte.SIZE; i++, bit++) {
                if (bit % step == 0) {
                    bytes[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
                    VerificationReport report = new Verification(storage, key, null).run();
                    assertThat(report.verdict())
                            .as("bit %d of %s: %s", i, name, report)
                            .isIn(Verdict.TAMPERED, Verdict.NOT_FULLY_COVERED);
                    bytes[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
                    tried++;
                }
            }
        }
        System.out.println("RandomEditsTest: " + tried + " of " + total + " bits flipped, 0 called sound");
    }

    private void write(int records, int days) throws IOException {
        TestLog.ManualClock clock = new TestLog.ManualClock();
        try (TrafficLog log = TestLog.open(TestLog.settings(Path.of("in-memory"), clock), storage)) {
            for (int day = 0; day < days; day++) {
                TestLog.files(log, records / days / 4);
                log.checkpoint();
                keptEarly = day == 0 ? new String(storage.readAll("checkpoint"), StandardCharsets.UTF_8) : keptEarly;
                TestLog.files(log, records / days / 2 - records / days / 4);
                log.checkpoint();
                clock.move(Duration.ofDays(1));
            }
        }
    }

    private boolean flip(Map<String, byte[]> files) {
        List<String> names = files.keySet().stream()
                .filter(name -> name.startsWith("seg/") || name.startsWith("checkpoint") || name.equals("vkey"))
                .toList();
        byte[] bytes = files.get(names.get(random.nextInt(names.size())));
        // The last line feed of vkey says nothing.
        bytes[random.nextInt(bytes.length - 1)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return true;
    }

    private boolean flipRecord(Map<String, byte[]> files) {
        byte[] segment = files.get(segment(files));
        List<Integer> starts = starts(segment);
        int batch = starts.get(random.nextInt(starts.size()));
        int length = ByteBuffer.wrap(segment).getInt(batch + 28);
        segment[batch + HEADER + random.nextInt(length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        checksum(segment, batch);
        return true;
    }

    private boolean insert(Map<String, byte[]> files) {
        String name = segment(files);
        byte[] old = files.get(name);
        int at = random.nextInt(old.length);
        byte[] more = new byte[1 + random.nextInt(64)];
        random.nextBytes(more);
        files.put(name, joined(Arrays.copyOf(old, at), more, Arrays.copyOfRange(old, at, old.length)));
        return true;
    }

    private boolean cut(Map<String, byte[]> files) {
        String name = segment(files);
        byte[] old = files.get(name);
        int at = random.nextInt(old.length);
        int end = Math.min(old.length, at + 1 + random.nextInt(2_000));
        files.put(name, joined(Arrays.copyOf(old, at), Arrays.copyOfRange(old, end, old.length)));
        return true;
    }

    /** 0 exchanges two batches, 1 repeats one, 2 leaves one out; numbers and checksums stay as they were in each. */
    private boolean batches(Map<String, byte[]> files, int how) {
        String name = segment(files);
        byte[] old = files.get(name);
        List<Integer> starts = starts(old);
        if (starts.size() < 3) {
            return false;
        }
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : old.length;
            all.add(Arrays.copyOfRange(old, starts.get(i), end));
        }
        int one = random.nextInt(all.size() - 1);
        switch (how) {
            case 0 -> all.add(one, all.remove(one + 1));
            case 1 -> all.add(one, all.get(one));
            default -> all.remove(one);
        }
        files.put(name, joined(all.toArray(byte[][]::new)));
        return true;
    }

    private boolean segments(Map<String, byte[]> files) {
        List<String> names =
                files.keySet().stream().filter(name -> name.startsWith("seg/")).toList();
        int one = random.nextInt(names.size() - 1);
        byte[] first = files.get(names.get(one));
        switch (random.nextInt(3)) {
            case 0 -> files.remove(names.get(one));
            case 1 -> {
                files.put(names.get(one), files.get(names.get(one + 1)));
                files.put(names.get(one + 1), first);
            }
            default -> files.put(LogScan.segment(random.nextInt(1_000_000) + 1_000_000L), files.remove(names.get(one)));
        }
        return true;
    }

    private boolean tile(Map<String, byte[]> files) {
        List<String> full = files.keySet().stream()
                .filter(name -> name.matches("tile/0/[0-9]{3}"))
                .toList();
        if (full.isEmpty()) {
            return false;
        }
        byte[] bytes = files.get(full.get(random.nextInt(full.size())));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return true;
    }

    private boolean oldCheckpoint(Map<String, byte[]> files) {
        files.put("checkpoint", keptEarly.getBytes(StandardCharsets.UTF_8));
        if (random.nextBoolean()) {
            String history = new String(files.get("checkpoints.log"), StandardCharsets.UTF_8);
            int end = history.indexOf(keptEarly) + keptEarly.length() + 1;
            files.put("checkpoints.log", history.substring(0, end).getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }

    /** Nothing in the folder can show that; a checkpoint that was kept elsewhere does. */
    private void cutBackToEachCheckpoint(String kept) throws IOException {
        String history = new String(storage.readAll("checkpoints.log"), StandardCharsets.UTF_8);
        List<String> notes = List.of(history.split("(?<=\n)\n(?=www)"));
        for (String note : notes.subList(1, notes.size() - 1)) {
            MemoryStorage edited = storage.copy();
            int end = history.indexOf(note) + note.length();
            String only = note.endsWith("\n\n") ? note.substring(0, note.length() - 1) : note;
            edited.files.put("checkpoints.log", (history.substring(0, end) + "\n").getBytes(StandardCharsets.UTF_8));
            edited.files.put("checkpoint", only.getBytes(StandardCharsets.UTF_8));
            long size = Long.parseLong(note.split("\n")[1]);
            cutTo(edited.files, size);
            VerificationReport report = TrafficLogVerifier.verify(edited, "", kept);
            assertThat(report.verdict()).as("cut back to %d: %s", size, report).isEqualTo(Verdict.TAMPERED);
            found.merge(report.verdict() + ": cut back to a checkpoint, with one kept elsewhere", 1, Integer::sum);
        }
    }

    private static void cutTo(Map<String, byte[]> files, long size) {
        for (String name :
                files.keySet().stream().filter(each -> each.startsWith("seg/")).toList()) {
            byte[] segment = files.get(name);
            int end = 0;
            for (int start : starts(segment)) {
                ByteBuffer view = ByteBuffer.wrap(segment);
                boolean stays = view.getLong(start + 16) + view.getInt(start + 24) <= size;
                end = stays ? start + HEADER + view.getInt(start + 28) + 4 : end;
            }
            if (end == 0) {
                files.remove(name);
            } else {
                files.put(name, Arrays.copyOf(segment, end));
            }
        }
    }

    private String segment(Map<String, byte[]> files) {
        List<String> names =
                files.keySet().stream().filter(name -> name.startsWith("seg/")).toList();
        return names.get(random.nextInt(names.size()));
    }

    private static List<Integer> starts(byte[] segment) {
        List<Integer> all = new ArrayList<>();
        ByteBuffer view = ByteBuffer.wrap(segment);
        for (int at = 0; at < segment.length; at += HEADER + view.getInt(at + 28) + 4) {
            all.add(at);
        }
        return all;
    }

    private static void checksum(byte[] segment, int batch) {
        ByteBuffer view = ByteBuffer.wrap(segment);
        int body = HEADER + view.getInt(batch + 28);
        CRC32C crc = new CRC32C();
        crc.update(segment, batch, body);
        view.putInt(batch + body, (int) crc.getValue());
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
