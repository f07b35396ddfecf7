package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is read without a parser is what the parser reads, whatever stands in the record. */
@Tag("S001-R30")
class RecordGistTest {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private static final List<String> TEXTS = List.of(
            "a/page.html",
            "ประกาศ/หน้า-๑.html",
            "a\",\"st\":\"denied\",\"sc\":\"x",
            "back\\slash\\",
            ",\"st\":\"failed\"",
            "\u0001\n\t\uD83D\uDE00",
            "");

    private final Random random = new Random(30);

    @Test
    void everyRecordThatTheLogWritesIsReadAlike() {
        List<byte[]> records = records();
        assertThat(records).hasSizeGreaterThan(2 * TEXTS.size() * TEXTS.size());
        for (byte[] each : records) {
            assertThat(same(each)).as(text(each)).isTrue();
        }
    }

    @Test
    void everyEditedRecordThatIsStillJsonIsReadAlike() {
        List<byte[]> records = records();
        List<String> different = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            byte[] edited = records.get(random.nextInt(records.size())).clone();
            int at = random.nextInt(edited.length);
            switch (i % 4) {
                case 0 -> edited[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                case 1 -> edited[at] = edited[random.nextInt(edited.length)];
                case 2 -> edited = Arrays.copyOf(edited, at);
                default -> {
                    int to = Math.min(edited.length, at + random.nextInt(60));
                    byte[] shorter = Arrays.copyOf(edited, edited.length - (to - at));
                    System.arraycopy(edited, to, shorter, at, edited.length - to);
                    edited = shorter;
                }
            }
            if (!repeatsAKey(edited) && !same(edited)) {
                different.add(text(edited));
            }
        }
        assertThat(different).isEmpty();
    }

    /** JSON leaves open which of two equal keys counts, and the writer never writes two. */
    private static boolean repeatsAKey(byte[] record) {
        try {
            JSON.readTree(record);
            return false;
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).contains("Duplicate field");
        }
    }

    /** What is no JSON any more counts as the same: there the parser has nothing to compare with. */
    private static boolean same(byte[] record) {
        RawRecord raw = raw(record);
        RecordGist bytes = new RecordGist();
        boolean read = bytes.read(raw);
        StoredRecord parsed = StoredRecord.parse(raw);
        if (parsed == null) {
            return true;
        }
        RecordGist whole = new RecordGist();
        whole.read(parsed);
        String hash = parsed.sealedHash;
        boolean named = hash == null || bytes.namesSealed(hash.getBytes(StandardCharsets.UTF_8));
        return read
                && named
                && bytes.isIntent() == whole.isIntent()
                && bytes.isOutcome() == whole.isOutcome()
                && bytes.ref() == whole.ref()
                && bytes.prunedTo() == whole.prunedTo()
                && bytes.namesNothing() == whole.namesNothing()
                && String.valueOf(bytes.status()).equals(String.valueOf(whole.status()));
    }

    private static List<byte[]> records() {
        MemoryStorage storage = new MemoryStorage();
        try (TrafficLog log = TestLog.open(storage)) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "correlation-1");
            for (String path : TEXTS) {
                for (String why : TEXTS) {
                    LogReceipt intent = recorder.intent(new TrafficEntry(
                            TrafficEntry.Kind.FILE_WRITE, "file", "write", why, path, path, null, 12, why));
                    TrafficOutcome.Status status = TrafficOutcome.Status.values()[
                            (path.length() + why.length()) % TrafficOutcome.Status.values().length];
                    recorder.outcome(intent, TrafficOutcome.of(status, why));
                }
            }
            log.recorder(Actor.system("sweep"), "งาน\"1\"").intent(TestLog.write("x"));
        }
        List<byte[]> all = new ArrayList<>();
        StoredLog.parts(storage).forEach(each -> all.add(each.pub));
        String pruning = text(all.get(0)).replace("\"kind\":\"file.write\"", "\"kind\":\"log.prune\"");
        all.add(pruning.replace("a/page.html", "records/0-41").getBytes(StandardCharsets.UTF_8));
        String ended = text(all.get(1));
        all.add(ended.replaceFirst("\"sc\":\"[^\"]*\"", "\"sc\":\"na:nothing\"").getBytes(StandardCharsets.UTF_8));
        return all;
    }

    private static RawRecord raw(byte[] pub) {
        ByteBuffer frame = ByteBuffer.allocate(2 * Integer.BYTES + pub.length);
        frame.putInt(pub.length).put(pub).putInt(0);
        RawRecord raw = new RawRecord();
        raw.move(frame.array(), 0, 0, 7);
        return raw;
    }

    private static String text(byte[] record) {
        return new String(record, StandardCharsets.UTF_8);
    }
}
