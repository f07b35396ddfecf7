package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An authority says when a checkpoint was there, and no key of ours can say otherwise later. */
@Tag("S001-R30")
class TimeStampTest {

    @TempDir
    private Path folder;

    private final TestLog.ManualClock clock = new TestLog.ManualClock();
    private TestAuthority authority;
    private Path log;
    private Path pem;

    @BeforeEach
    void begin() throws Exception {
        authority = new TestAuthority(Instant.parse("2026-11-22T05:00:00Z"));
        log = folder.resolve("log");
        pem = authority.pem(folder.resolve("root.pem"));
    }

    @AfterEach
    void end() {
        authority.close();
    }

    @Test
    void theTimeOfACheckpointIsProvenOffline() throws IOException {
        stampedLog();
        VerificationReport report = verify();
        assertThat(report.verdict()).as("%s", report.notes()).isEqualTo(Verdict.SOUND);
        assertThat(report.notes())
                .contains(
                        "1 time-stamp: what is before record 4 was there on 2026-11-22T05:00:00Z, says CN=Example Time");
        authority.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = VerifyTrafficLog.run(
                new String[] {log.toString(), "--time-stamps", pem.toString()},
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2026-11-22T05:00:00Z");
    }

    /** A program that knows nothing of us comes to the same; where there is no OpenSSL this is skipped. */
    @Test
    void openSslProvesItToo() throws Exception {
        stampedLog();
        List<String> command = new ArrayList<>(List.of("openssl", "ts", "-verify", "-attime", "1795323600", "-data"));
        command.addAll(
                List.of(only(".checkpoint").toString(), "-in", only(".tsr").toString(), "-CAfile", pem.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Process process = null;
        try {
            process = builder.start();
        } catch (IOException e) {
            assumeTrue(
                    false,
                    "SKIPPED: OpenSSL is not here, so no other program checked the time-stamp: " + e.getMessage());
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("Verification: OK");
    }

    @Test
    void oneIsAskedForWhenTheLastIsAnHourOld() throws IOException {
        TimeStampSink sink = sink();
        stampedLog();
        String note = Files.readString(log.resolve("checkpoint"));
        int before = authority.asked;
        sink.accept("any", 4, note);
        clock.move(Duration.ofMinutes(59));
        sink.accept("any", 4, note);
        assertThat(authority.asked - before)
                .as("another life of the sink asked before")
                .isZero();
        clock.move(Duration.ofMinutes(1));
        sink.accept("any", 4, note);
        sink.accept("any", 4, note);
        assertThat(authority.asked - before).isEqualTo(1);
        clock.move(Duration.ofDays(-3));
        sink.accept("any", 4, note);
        assertThat(authority.asked - before).as("the clock was set back").isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = TestAuthority.Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anAnswerThatProvesNothingIsNotKept(TestAuthority.Fault fault) {
        authority.fault = fault;
        assertThatThrownBy(() -> sink().accept("any", 4, "a note")).isInstanceOf(IOException.class);
        assertThat(log).doesNotExist();
        authority.fault = TestAuthority.Fault.NONE;
        assertThat(log.resolve("anchors")).doesNotExist();
    }

    @Test
    void anAuthorityThatIsNotTrustedProvesNothing() throws Exception {
        stampedLog();
        try (TestAuthority other = new TestAuthority(authority.now)) {
            Path others = other.pem(folder.resolve("other.pem"));
            assertThatThrownBy(() -> new TimeStampSink(
                                    TimeStampAuthority.of(authority.address(), others), log, Duration.ZERO, clock)
                            .accept("any", 4, "a note"))
                    .isInstanceOf(IOException.class);
            VerificationReport report = TrafficLogVerifier.verify(log, "", null, others);
            assertThat(report.verdict()).isEqualTo(Verdict.NOT_FULLY_COVERED);
            assertThat(report.notes()).anyMatch(note -> note.contains("proves nothing"));
        }
    }

    @Test
    void aCertificateThatHasEndedSignsNothingAndWhatItSignedBeforeStaysGood() throws IOException {
        stampedLog();
        authority.now = authority.now.plus(Duration.ofDays(300));
        TimeStampSink next =
                new TimeStampSink(TimeStampAuthority.of(authority.address(), pem), log, Duration.ZERO, clock);
        assertThatThrownBy(() -> next.accept("any", 4, "a note")).isInstanceOf(IOException.class);
        assertThat(verify().verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void everyChangedByteOfAStampIsSeen() throws IOException {
        stampedLog();
        Path stamp = only(".tsr");
        byte[] good = Files.readAllBytes(stamp);
        int unseen = 0;
        for (int i = 0; i < good.length; i += 3) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(stamp, bad);
            unseen += verify().verdict() == Verdict.SOUND ? 1 : 0;
        }
        assertThat(unseen)
                .as("a status text or the root's own copy may differ and prove the same")
                .isLessThan(good.length / 30);
        Files.write(stamp, good);
        Files.delete(only(".checkpoint"));
        assertThat(verify().verdict()).isEqualTo(Verdict.NOT_FULLY_COVERED);
    }

    @Test
    void whoHoldsAllKeysCannotWriteAnewWhatWasStamped() throws IOException {
        Path early = folder.resolve("early");
        try (TrafficLog writing = TrafficLog.open(TestLog.settings(log, clock))) {
            TestLog.files(writing, 1);
        }
        copy(log, early);
        try (TrafficLog writing = TrafficLog.open(withSink(log))) {
            TestLog.files(writing, 1);
        }
        assertThat(verify().verdict()).isEqualTo(Verdict.SOUND);
        // The holder of the keys goes on from the earlier state with something else.
        try (TrafficLog writing = TrafficLog.open(TestLog.settings(early, clock))) {
            TestLog.files(writing, 3);
        }
        assertThat(TrafficLogVerifier.verify(early).verdict()).isEqualTo(Verdict.SOUND);
        copy(log.resolve("anchors"), early.resolve("anchors"));
        VerificationReport report = TrafficLogVerifier.verify(early, "", null, pem);
        assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
        assertThat(report.firstBad().line()).contains("the history does not have it");
    }

    @Test
    void aLogWithoutAnyIsNotFullyCovered() {
        TrafficLog.open(TestLog.settings(log, clock)).close();
        assertThat(verify().verdict()).isEqualTo(Verdict.NOT_FULLY_COVERED);
        assertThat(TrafficLogVerifier.verify(log, "", null, folder.resolve("none.pem"))
                        .verdict())
                .isEqualTo(Verdict.UNREADABLE);
    }

    /** Four records, all stamped: with an hour between them the checkpoint at the beginning of the log would be the only one. */
    private void stampedLog() throws IOException {
        try (TrafficLog writing = TrafficLog.open(TestLog.settings(log, clock))) {
            TestLog.files(writing, 2);
        }
        sink().accept("any", 4, Files.readString(log.resolve("checkpoint")));
    }

    private TrafficLogSettings withSink(Path at) {
        TimeStampSink sink =
                new TimeStampSink(TimeStampAuthority.of(authority.address(), pem), at, Duration.ZERO, clock);
        return TestLog.settings(at, clock).withSinks(List.of(sink));
    }

    private TimeStampSink sink() {
        return new TimeStampSink(TimeStampAuthority.of(authority.address(), pem), log, TimeStampSink.HOURLY, clock);
    }

    private VerificationReport verify() {
        return TrafficLogVerifier.verify(log, "", null, pem);
    }

    private Path only(String ending) throws IOException {
        try (Stream<Path> files = Files.list(log.resolve("anchors"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
