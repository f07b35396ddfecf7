package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentAppendTest {

    private static final int CALLERS = 8;
    private static final int FILES = 100;

    @TempDir
    private Path folder;

    @Test
    void everyRecordIsThereOnceAndInTheOrderOfItsCaller() throws Exception {
        List<List<LogReceipt>> receipts;
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            receipts = inParallel(log);
            assertThat(log.size()).isEqualTo(2L * CALLERS * FILES);
        }
        VerificationReport report = TrafficLogVerifier.verify(folder);
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        assertThat(report.size()).isEqualTo(2L * CALLERS * FILES);
        assertThat(report.openIntents()).isZero();
        List<StoredLog.Parts> stored = StoredLog.parts(new DiskStorage(folder));
        for (int caller = 0; caller < CALLERS; caller++) {
            assertThat(receipts.get(caller))
                    .extracting(LogReceipt::index)
                    .isSorted()
                    .doesNotHaveDuplicates();
            for (int i = 0; i < receipts.get(caller).size(); i++) {
                LogReceipt receipt = receipts.get(caller).get(i);
                StoredLog.Parts parts = stored.get((int) receipt.index());
                JsonNode record = parts.json();
                assertThat(record.get("corr").asText()).isEqualTo("caller-" + caller);
                assertThat(record.get("path").asText()).isEqualTo(i / 2 + ".html");
                assertThat(record.get("ph").asText()).isEqualTo(i % 2 == 0 ? "intent" : "outcome");
                byte[] leaf = Hashes.leaf(Hashes.sha256(), parts.pub, 0, parts.pub.length);
                assertThat(receipt.leafHash()).isEqualTo(HexFormat.of().formatHex(leaf));
            }
        }
    }

    @Test
    void aVerificationBesideTheWriterRaisesNoFalseAlarm() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            Future<List<VerificationReport>> reports = beside.submit(() -> {
                List<VerificationReport> all = new ArrayList<>();
                while (writing.get()) {
                    all.add(TrafficLogVerifier.verify(folder));
                }
                return all;
            });
            inParallel(log);
            log.checkpoint();
            writing.set(false);
            assertThat(reports.get())
                    .extracting(VerificationReport::verdict)
                    .isSubsetOf(Verdict.SOUND, Verdict.NOT_FULLY_COVERED);
        } finally {
            beside.shutdownNow();
        }
    }

    @Test
    void anInterruptedCallerHasItsReceiptAndHurtsNobody() {
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "interrupted");
            Thread.currentThread().interrupt();
            LogReceipt receipt = recorder.intent(TestLog.write("a.html"));
            assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
            assertThat(receipt.index()).isZero();
            recorder.outcome(receipt, TrafficOutcome.ok(1));
        }
        assertThat(TrafficLogVerifier.verify(folder).verdict()).isEqualTo(Verdict.SOUND);
    }

    private static List<List<LogReceipt>> inParallel(TrafficLog log) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<List<LogReceipt>>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "caller-" + caller);
                callers.add(() -> {
                    List<LogReceipt> all = new ArrayList<>();
                    for (int i = 0; i < FILES; i++) {
                        LogReceipt intent = recorder.intent(TestLog.write(i + ".html"));
                        all.add(intent);
                        all.add(recorder.outcome(intent, TrafficOutcome.ok(i)));
                    }
                    return all;
                });
            }
            List<List<LogReceipt>> receipts = new ArrayList<>();
            for (Future<List<LogReceipt>> each : pool.invokeAll(callers)) {
                receipts.add(each.get());
            }
            return receipts;
        } finally {
            pool.shutdownNow();
        }
    }
}
