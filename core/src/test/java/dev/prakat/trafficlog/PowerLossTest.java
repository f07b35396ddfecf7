package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.problem.PrakatException;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The power fails right before a force: of what was not forced a random part of the 512-byte sectors is on the disk. What was
 * acknowledged must be there, whole; {@code -Dprakat.powerLosses=N} says how often.
 */
@Tag("soak")
@Tag("S001-R30")
class PowerLossTest {

    private static final int LOSSES = Integer.getInteger("prakat.powerLosses", 30);
    private static final long SEED = Long.getLong("prakat.seed", 26112569L);
    private static final int SECTOR = 512;
    private static final int RECORDS = 12;

    /** What was on the disk when the power failed, and what had been acknowledged before. */
    private record Loss(MemoryStorage left, List<LogReceipt> acknowledged) {}

    @Test
    void whatWasAcknowledgedIsThereAfterEveryLossOfPower() throws Exception {
        int torn = 0;
        for (int round = 0; round < LOSSES; round++) {
            Loss loss = loss(new MemoryStorage(), false, new Random(SEED + round));
            assertThat(complaint(loss)).as("round %d of seed %d", round, SEED).isEmpty();
            torn += loss.left().list("quarantine").isEmpty() ? 0 : 1;
        }
        assertThat(torn).as("losses that left something torn").isPositive();
        System.out.println(
                "PowerLossTest: " + LOSSES + " losses, " + torn + " with a torn end, 0 acknowledged records lost");
    }

    /** Shows that the trial bites: a disk that says it forced and did not. */
    @Test
    void aWriterThatDoesNotForceIsCaught() throws Exception {
        int caught = 0;
        for (int round = 0; round < 20; round++) {
            caught += complaint(loss(new MemoryStorage(), true, new Random(SEED + round)))
                            .isEmpty()
                    ? 0
                    : 1;
        }
        assertThat(caught).isGreaterThan(15);
    }

    private static Loss loss(MemoryStorage disk, boolean lying, Random random) {
        Storage storage = lying ? lying(disk) : disk;
        List<LogReceipt> acknowledged = new CopyOnWriteArrayList<>();
        AtomicReference<Loss> found = new AtomicReference<>();
        try (TrafficLog log = TestLog.open(storage)) {
            AtomicInteger left = new AtomicInteger(random.nextInt(RECORDS - 1));
            disk.failForce(file -> {
                if (left.getAndDecrement() == 0) {
                    found.set(new Loss(sectors(disk, random), List.copyOf(acknowledged)));
                }
                return false;
            });
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "power");
            for (int i = 0; i < RECORDS; i++) {
                int page = i;
                acknowledged.addAll(recorder.intents(IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(part -> TestLog.write("page-" + page + "-" + part + ".html"))
                        .toList()));
                if (random.nextInt(4) == 0) {
                    log.checkpoint();
                }
            }
        }
        Loss during = found.get();
        return during != null ? during : new Loss(sectors(disk, random), List.copyOf(acknowledged));
    }

    /** What the disk holds: of each sector that was not forced the old or the new state. */
    private static MemoryStorage sectors(MemoryStorage disk, Random random) {
        MemoryStorage left = new MemoryStorage();
        Map<String, byte[]> files = new TreeMap<>(disk.files);
        files.forEach((name, seen) -> {
            byte[] forced = disk.forced.getOrDefault(name, new byte[0]);
            int more = Math.max(0, seen.length - forced.length);
            int length = more == 0 ? seen.length : forced.length + random.nextInt(more + 1);
            byte[] held = Arrays.copyOf(forced, length);
            for (int at = 0; at < length; at += SECTOR) {
                if (random.nextBoolean()) {
                    System.arraycopy(seen, at, held, at, Math.min(SECTOR, length - at));
                }
            }
            left.files.put(name, held);
        });
        left.forced.putAll(left.files);
        return left;
    }

    /** What is wrong after the loss, or an empty text. */
    private static String complaint(Loss loss) {
        try {
            TestLog.open(loss.left()).close();
        } catch (PrakatException e) {
            return "refused: " + e.getMessage();
        }
        List<StoredLog.Parts> parts = new ArrayList<>(StoredLog.parts(loss.left()));
        for (LogReceipt each : loss.acknowledged()) {
            boolean there = each.index() < parts.size();
            byte[] leaf = there
                    ? Hashes.leaf(
                            Hashes.sha256(),
                            parts.get((int) each.index()).pub,
                            0,
                            parts.get((int) each.index()).pub.length)
                    : new byte[0];
            if (!HexFormat.of().formatHex(leaf).equals(each.leafHash())) {
                return "record " + each.index() + " is lost or another one";
            }
        }
        VerificationReport report = TrafficLogVerifier.verify(loss.left(), "");
        return report.verdict() == Verdict.SOUND ? "" : report.toString();
    }

    private static Storage lying(Storage disk) {
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, given) -> {
                    Object result = called(disk, proxy, method, given);
                    boolean segment = given != null && String.valueOf(given[0]).startsWith(LogScan.FOLDER + "/");
                    return segment && result instanceof Storage.File file ? deaf(file) : result;
                });
    }

    private static Storage.File deaf(Storage.File file) {
        return (Storage.File) Proxy.newProxyInstance(
                Storage.class.getClassLoader(),
                new Class<?>[] {Storage.File.class},
                (proxy, method, given) -> method.getName().equals("force") ? null : called(file, proxy, method, given));
    }

    private static Object called(Object target, Object proxy, Method method, Object[] given) throws Throwable {
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, given);
        }
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
