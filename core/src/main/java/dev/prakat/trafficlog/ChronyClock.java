package dev.prakat.trafficlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks the chrony of this machine what it knows of the system clock ({@code chronyc -c tracking}). It measures and sets nothing.
 * Thread-safe.
 */
public final class ChronyClock implements ClockSource {

    private static final String SOURCE = "chrony";
    private static final int FIELDS = 14;
    private static final int STRATUM = 2;
    private static final int OFFSET = 4;
    private static final int ROOT_DELAY = 10;
    private static final int ROOT_DISPERSION = 11;
    private static final int LEAP = 13;
    private static final double MILLION = 1e6;

    private final String command;
    private final Duration patience;

    /**
     * A chrony.
     *
     * @param command the program, {@code chronyc} where it is on the path
     * @param patience how long to wait for it
     */
    public ChronyClock(String command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    @Override
    public ClockReading measure() {
        try {
            Process process = new ProcessBuilder(List.of(command, "-c", "tracking"))
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return ClockReading.unknown(SOURCE, "no answer within " + patience);
            }
            return reading(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return ClockReading.unknown(SOURCE, "it cannot be asked (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ClockReading.unknown(SOURCE, "the question was interrupted");
        }
    }

    static ClockReading reading(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length < FIELDS) {
            return ClockReading.unknown(SOURCE, "found '" + RecordText.fit(line) + "', expected 14 fields");
        }
        try {
            boolean served = fields[LEAP].startsWith("Normal") || fields[LEAP].endsWith("second");
            int stratum = served ? Integer.parseInt(fields[STRATUM]) : ClockReading.UNSYNCHRONISED_STRATUM;
            double uncertainty =
                    Double.parseDouble(fields[ROOT_DELAY]) / 2 + Double.parseDouble(fields[ROOT_DISPERSION]);
            return ClockReading.of(
                    SOURCE,
                    stratum,
                    Math.round(Double.parseDouble(fields[OFFSET]) * MILLION),
                    Math.round(uncertainty * MILLION));
        } catch (NumberFormatException e) {
            return ClockReading.unknown(SOURCE, "found '" + RecordText.fit(line) + "', expected numbers");
        }
    }
}
