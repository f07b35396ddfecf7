package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds a log against what its writer had said of it before something happened. */
final class Survivors {

    private Survivors() {}

    /** The command that runs a {@link FaultyRun}. */
    static List<String> command(Path log, String... how) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                FaultyRun.class.getName(),
                log.toString()));
        command.addAll(List.of(how));
        return command;
    }

    /** The acknowledged records in what a run said, by index; a line that was cut by a kill is none. */
    static Map<Long, String> acknowledged(String said) {
        Map<Long, String> found = new TreeMap<>();
        said.lines().filter(line -> line.matches("ack [0-9]+ [0-9a-f]{64}")).forEach(line -> {
            String[] parts = line.split(" ");
            String before = found.put(Long.valueOf(parts[1]), parts[2]);
            if (before != null) {
                throw new AssertionError("record " + parts[1] + " was acknowledged twice");
            }
        });
        return found;
    }

    /** What is wrong with the log after the next opening, or an empty text. */
    static String complaint(Path log, Map<Long, String> acknowledged) {
        if (!new File(log.toFile(), "vkey").exists() && acknowledged.isEmpty()) {
            return "";
        }
        try {
            TrafficLog.open(TestLog.settings(log)).close();
        } catch (PrakatException e) {
            return "refused: " + e.getMessage();
        }
        List<StoredLog.Parts> parts = StoredLog.parts(new DiskStorage(log));
        for (Map.Entry<Long, String> each : acknowledged.entrySet()) {
            if (each.getKey() >= parts.size()) {
                return "record " + each.getKey() + " is lost";
            }
            byte[] pub = parts.get(Math.toIntExact(each.getKey())).pub;
            String leaf = HexFormat.of().formatHex(Hashes.leaf(Hashes.sha256(), pub, 0, pub.length));
            if (!leaf.equals(each.getValue())) {
                return "record " + each.getKey() + " is another one";
            }
        }
        VerificationReport report = TrafficLogVerifier.verify(log);
        return report.verdict() == Verdict.SOUND && report.openIntents() == 0 ? "" : report.toString();
    }
}
