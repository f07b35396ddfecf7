package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every system call that a short run makes on its log fails once: the process is killed at it, or it gets EIO or ENOSPC. What was
 * acknowledged must be there at the next opening, which must not call it corrupt. {@code -Dprakat.faults=N} says how many of the
 * faults are tried, drawn at random. Needs strace.
 */
@Tag("soak")
@Tag("S001-R30")
class SystemCallFaultsTest {

    private static final int FAULTS = Integer.getInteger("prakat.faults", 6);
    private static final long SEED = Long.getLong("prakat.seed", 26112569L);
    private static final List<String> CALLS = List.of("openat", "write", "pwrite64", "fsync", "fdatasync", "rename");
    private static final List<String> KINDS = List.of("signal=KILL", "error=EIO", "error=ENOSPC");
    private static final Pattern TRACED = Pattern.compile("^(?:\\[pid )?([0-9]*)\\]? *([a-z0-9]+)\\(");
    private static final long SECONDS = 120;

    @TempDir
    Path folder;

    /** One call of one thread and what is done to it. */
    private record Fault(String call, int occurrence, String kind) {}

    private record Said(String text, String trace) {}

    @BeforeEach
    void strace() throws Exception {
        boolean works = false;
        try {
            works = new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            works = false;
        }
        if (!works) {
            String message = "SystemCallFaultsTest: NO strace that may trace. Debian: apt-get install strace";
            if ("1".equals(System.getenv("PRAKAT_REQUIRE_ALL"))) {
                throw new IllegalStateException(message + ". PRAKAT_REQUIRE_ALL=1 asks for it.");
            }
            System.err.println("!!!!!!!! SKIPPED " + message);
            Assumptions.abort(message);
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesEveryFaultOfEveryCall() throws Exception {
        List<String> paths = paths();
        List<Fault> all = faults(traced(paths, null, "script").trace());
        assertThat(all)
                .as("faults of every kind of call")
                .extracting(Fault::call)
                .contains("openat", "pwrite64", "fdatasync", "rename");
        int possible = all.size();
        if (FAULTS < possible) {
            Collections.shuffle(all, new Random(SEED));
            all = all.subList(0, FAULTS);
        }
        Map<String, Integer> tried = new TreeMap<>();
        int acknowledged = 0;
        for (Fault fault : all) {
            Map<Long, String> acks =
                    Survivors.acknowledged(traced(paths, fault, "script").text());
            assertThat(Survivors.complaint(log(), acks)).as("%s", fault).isEmpty();
            acknowledged += acks.size();
            tried.merge(fault.call() + " " + fault.kind(), 1, Integer::sum);
        }
        System.out.println("SystemCallFaultsTest: " + possible + " possible faults, tried " + tried + ", "
                + acknowledged + " records acknowledged, 0 lost");
    }

    /** Shows that the trial bites: a writer that does not hear that a write failed. */
    @Test
    void aWriterThatDoesNotHearAFailureIsCaught() throws Exception {
        List<String> paths = paths();
        int caught = 0;
        for (int occurrence = 1; occurrence <= 40 && caught == 0; occurrence++) {
            Fault fault = new Fault("pwrite64", occurrence, "error=EIO");
            Map<Long, String> acks = Survivors.acknowledged(
                    traced(paths, fault, "script", "broken").text());
            caught += Survivors.complaint(log(), acks).isEmpty() ? 0 : 1;
        }
        assertThat(caught).isPositive();
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** Every file and folder that a run without faults leaves or opens. */
    private List<String> paths() throws Exception {
        Said said = run(List.of("-e", "trace=openat,rename"), "script");
        TreeSet<String> found = new TreeSet<>(List.of(log().toString()));
        Matcher quoted = Pattern.compile("\"(" + Pattern.quote(log().toString()) + "/[^\"]*)\"")
                .matcher(said.trace());
        while (quoted.find()) {
            found.add(quoted.group(1));
        }
        return List.copyOf(found);
    }

    private Said traced(List<String> paths, Fault fault, String... how) throws Exception {
        List<String> options = new ArrayList<>();
        paths.forEach(path -> options.addAll(List.of("-P", path)));
        options.addAll(List.of("-e", "trace=" + String.join(",", CALLS)));
        if (fault != null) {
            options.addAll(
                    List.of("-e", "inject=" + fault.call() + ":" + fault.kind() + ":when=" + fault.occurrence()));
        }
        return run(options, how);
    }

    private Said run(List<String> options, String... how) throws Exception {
        if (Files.exists(log())) {
            try (Stream<Path> old = Files.walk(log())) {
                for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Path trace = folder.resolve("trace");
        List<String> command = new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-o", trace.toString()));
        command.addAll(options);
        command.addAll(Survivors.command(log(), how));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Said(said, Files.readString(trace));
    }

    /** strace counts the calls of each thread by itself, so the thread with the most says how many occurrences there are. */
    private static List<Fault> faults(String trace) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        trace.lines().forEach(line -> {
            Matcher call = TRACED.matcher(line);
            if (call.find() && CALLS.contains(call.group(2))) {
                counts.computeIfAbsent(call.group(2), name -> new HashMap<>()).merge(call.group(1), 1, Integer::sum);
            }
        });
        List<Fault> all = new ArrayList<>();
        counts.forEach((call, threads) -> {
            int most =
                    threads.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            for (int occurrence = 1; occurrence <= most; occurrence++) {
                for (String kind : KINDS) {
                    all.add(new Fault(call, occurrence, kind));
                }
            }
        });
        return all;
    }
}
