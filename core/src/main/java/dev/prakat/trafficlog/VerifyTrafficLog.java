package dev.prakat.trafficlog;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verifier as a program of its own, for an auditor with a copy of a log or an export of one and nothing else of an agency: no database, no policy,
 * no configuration. Needs core's jar, {@code jackson-core} and {@code slf4j-api} on the class path.
 *
 * <p>Arguments: the folder of the log or of the export, then {@code --vkey KEY} for the public key that was kept elsewhere (once
 * for each log of an export), {@code --kept FILE} for a checkpoint that was kept elsewhere, {@code --time-stamps FILE} for the
 * certificates of the time-stamping authorities that are believed (needs Bouncy Castle too), all optional. Exit codes: 0 sound, 1 tampered, 2 wrong use, 3 unreadable, 4 sound but not
 * fully covered. Source: S001-R30
 */
public final class VerifyTrafficLog {

    private static final int WRONG_USE = 2;
    private static final String USE =
            "found no folder or an option that is unknown; expected DIR [--vkey KEY] [--kept FILE]"
                    + " [--time-stamps CERTIFICATES]";

    private VerifyTrafficLog() {}

    /**
     * Verifies a log, prints what was found, and ends the process with the exit code.
     *
     * @param args the arguments
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out));
    }

    static int run(String[] args, PrintStream out) {
        List<String> vkeys = new ArrayList<>();
        Path kept = null;
        Path certificates = null;
        if (args.length % 2 == 0) {
            out.println(USE);
            return WRONG_USE;
        }
        for (int i = 1; i < args.length; i += 2) {
            switch (args[i]) {
                case "--vkey" -> vkeys.add(args[i + 1]);
                case "--kept" -> kept = Path.of(args[i + 1]);
                case "--time-stamps" -> certificates = Path.of(args[i + 1]);
                default -> {
                    out.println(USE);
                    return WRONG_USE;
                }
            }
        }
        VerificationReport report = report(Path.of(args[0]), vkeys, kept, certificates);
        print(report, out);
        return switch (report.verdict()) {
            case SOUND -> 0;
            case TAMPERED -> 1;
            case UNREADABLE -> 3;
            case NOT_FULLY_COVERED -> 4;
        };
    }

    private static VerificationReport report(
            Path log, List<String> vkeys, @Nullable Path kept, @Nullable Path certificates) {
        if (Files.isRegularFile(log.resolve(LogExport.MANIFEST))) {
            return TrafficLogVerifier.verifyExport(log, vkeys);
        }
        String vkey = vkeys.isEmpty() ? "" : vkeys.get(0);
        try {
            if (certificates != null) {
                String earlier = kept == null ? null : Files.readString(kept);
                return TrafficLogVerifier.verify(log, vkey, earlier, certificates);
            }
            return kept == null
                    ? TrafficLogVerifier.verify(log, vkey)
                    : TrafficLogVerifier.verify(log, vkey, Files.readString(kept));
        } catch (IOException e) {
            return VerificationReport.unreadable("cannot read the kept checkpoint " + kept + " (" + e + ")");
        }
    }

    private static void print(VerificationReport report, PrintStream out) {
        out.println(report.verdict() + "  " + report.origin());
        out.println("records " + report.size() + ", covered by a signature " + report.coveredSize()
                + ", intents without an outcome " + report.openIntents());
        Damage damage = report.firstBad();
        if (damage != null) {
            out.println("first damage: " + damage.line());
        }
        report.notes().forEach(out::println);
    }
}
