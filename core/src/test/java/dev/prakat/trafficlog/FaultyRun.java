package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that writes a log while faults are done to it, and prints a line for every record that it was told is durable.
 *
 * <p>Arguments: the log's folder; {@code script} for a short run of one thread with an end, {@code writers} for eight threads without
 * one; {@code broken} for a writer with a fault of its own, which the trials must catch.
 */
final class FaultyRun {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int WRITERS = 8;

    private FaultyRun() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Storage disk = new DiskStorage(folder);
        boolean broken = List.of(args).contains("broken");
        boolean script = List.of(args).contains("script");
        Storage storage = !broken ? disk : script ? deaf(disk) : lazy(disk);
        try (TrafficLog log = TrafficLog.open(
                TestLog.settings(folder), storage, script ? Duration.ofDays(1) : Duration.ofMillis(20))) {
            OUT.println("open");
            if (script) {
                script(log);
            } else {
                writers(log);
            }
        } catch (PrakatException e) {
            OUT.println("failed " + e.getMessage());
        }
    }

    private static void script(TrafficLog log) {
        TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "script");
        for (int i = 0; i < 4; i++) {
            try {
                LogReceipt intent = recorder.intent(TestLog.write("page-" + i + ".html"));
                said(intent);
                if (i % 2 == 0) {
                    log.checkpoint();
                }
                said(recorder.outcome(intent, TrafficOutcome.ok(120)));
            } catch (PrakatException e) {
                OUT.println("failed " + e.getMessage());
            }
        }
    }

    private static void writers(TrafficLog log) {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Thread thread = new Thread(() -> {
                TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "writers");
                while (!Thread.currentThread().isInterrupted()) {
                    LogReceipt intent = recorder.intent(TestLog.write("page.html"));
                    said(intent);
                    said(recorder.outcome(intent, TrafficOutcome.ok(120)));
                    List<LogReceipt> together =
                            recorder.intents(List.of(TestLog.write("list.html"), TestLog.write("feed.atom")));
                    together.forEach(FaultyRun::said);
                    recorder.outcomes(together.stream()
                                    .map(each -> new TrafficRecorder.Ended(each, TrafficOutcome.ok(120)))
                                    .toList())
                            .forEach(FaultyRun::said);
                }
            });
            thread.start();
            all.add(thread);
        }
        for (Thread each : all) {
            try {
                each.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void said(LogReceipt receipt) {
        OUT.println("ack " + receipt.index() + " " + receipt.leafHash());
    }

    /** Does not hear that a write failed. */
    private static Storage deaf(Storage disk) {
        return files(
                disk,
                file -> wrapped(Storage.File.class, (proxy, method, given) -> {
                    try {
                        return called(file, proxy, method, given);
                    } catch (IOException e) {
                        return null;
                    }
                }));
    }

    /** Says durable of what it has only in its memory. */
    private static Storage lazy(Storage disk) {
        List<Runnable> later = new ArrayList<>();
        return files(
                disk,
                file -> wrapped(Storage.File.class, (proxy, method, given) -> {
                    if (!method.getName().equals("write")) {
                        return method.getName().equals("force") ? null : called(file, proxy, method, given);
                    }
                    ByteBuffer from = (ByteBuffer) given[1];
                    ByteBuffer copy =
                            ByteBuffer.allocate(from.remaining()).put(from).flip();
                    later.add(() -> {
                        try {
                            file.write((long) given[0], copy);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                    if (later.size() > 20) {
                        later.forEach(Runnable::run);
                        later.clear();
                    }
                    return null;
                }));
    }

    private interface Wrapping {
        Storage.File of(Storage.File file);
    }

    private static Storage files(Storage disk, Wrapping wrapping) {
        return wrapped(Storage.class, (proxy, method, given) -> {
            Object result = called(disk, proxy, method, given);
            boolean segment = given != null && String.valueOf(given[0]).startsWith(LogScan.FOLDER + "/");
            return segment && result instanceof Storage.File file ? wrapping.of(file) : result;
        });
    }

    private static <T> T wrapped(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
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
