package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private final MemoryStorage storage = new MemoryStorage();
    private final TestLog.ManualClock clock = new TestLog.ManualClock();
    private final TrafficLogSettings settings = TestLog.settings(Path.of("in-memory"), clock);

    @Test
    void aSegmentEndsAtMidnightInBangkok() {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
            // It is 12:00 in Bangkok; 11 h 59 min later it is still the same day there, and 17:00 in UTC is past.
            clock.move(Duration.ofMinutes(11 * 60 + 59));
            TestLog.files(log, 1);
            assertThat(storage.list("seg")).hasSize(1);
            clock.move(Duration.ofMinutes(1));
            TestLog.files(log, 1);
        }
        assertThat(storage.list("seg")).containsExactly("00000000000000000000.seg", "00000000000000000004.seg");
        assertThat(storage.list("keys")).contains("2569-11-22", "2569-11-23");
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void aClockThatStepsBackBeginsNoSegmentAndIsNoCorruption() {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
            clock.move(Duration.ofDays(-3));
            TestLog.files(log, 1);
        }
        try (TrafficLog log = TestLog.open(settings, storage)) {
            clock.move(Duration.ofDays(3));
            TestLog.files(log, 1);
        }
        assertThat(storage.list("seg")).hasSizeLessThanOrEqualTo(2);
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void aDayThatChangedWhileTheLogWasClosedBeginsASegment() {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
        }
        clock.move(Duration.ofDays(1));
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
        }
        assertThat(storage.list("seg")).containsExactly("00000000000000000000.seg", "00000000000000000002.seg");
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void aSegmentIsNeverLongerThanItsLimit() throws Exception {
        Segments segments = new Segments(storage, new Quarantine(storage));
        LocalDate day = LocalDate.of(2026, 11, 22);
        long index = 0;
        for (int i = 0; i < 70; i++) {
            segments.prepare(index++, day);
            segments.append(ByteBuffer.allocate(BatchFrame.LONGEST));
        }
        assertThat(storage.list("seg")).containsExactly("00000000000000000000.seg", "00000000000000000063.seg");
        assertThat(storage.size(LogScan.segment(0))).isLessThanOrEqualTo(Segments.MAX_BYTES);
    }
}
