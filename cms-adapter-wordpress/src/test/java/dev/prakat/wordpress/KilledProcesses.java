package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Runs {@link StubbornProcess} over many items, kills it with SIGKILL at random moments, and starts it again where it was. */
final class KilledProcesses {

    private static final int MILLIS = 1_000;

    private final URI address;
    private final String password;
    private final int items;
    private final int atOnce;
    private final Random random;
    private int kills;

    /** @param atOnce how many items in a group */
    KilledProcesses(URI address, String password, int items, int atOnce, long seed) {
        this.address = address;
        this.password = password;
        this.items = items;
        this.atOnce = atOnce;
        this.random = new Random(seed);
    }

    int kills() {
        return kills;
    }

    /**
     * Works through all items.
     *
     * @param times how often to kill
     * @param captured "up" to publish, else the file with what was captured, to take down
     * @return what the processes said of each item
     */
    List<String> run(int times, String captured) throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        int left = times;
        while (said.size() < items) {
            Process process = start(said.size() + 1, captured);
            int wanted = left > 0 ? said.size() + 1 + random.nextInt(Math.max(1, items / times)) : items;
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                while (said.size() < Math.min(wanted, items)) {
                    String line = lines.readLine();
                    assertThat(line).as("the process died by itself").isNotNull();
                    said.add(line);
                }
                if (said.size() < items) {
                    kill(process);
                    kills++;
                    left--;
                }
                // The last line of a process that was killed may be cut; its item is then done once more.
                lines.lines().filter(line -> line.endsWith("]")).forEach(said::add);
            }
            process.waitFor();
        }
        return said;
    }

    private void kill(Process process) throws InterruptedException {
        process.waitFor(random.nextInt(MILLIS), TimeUnit.MILLISECONDS); // it works meanwhile
        process.toHandle().destroyForcibly(); // the process object would close what is still to be read
    }

    private Process start(int from, String captured) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StubbornProcess.class.getName(),
                        address.toString(),
                        password,
                        Integer.toString(from),
                        Integer.toString(items),
                        captured,
                        Integer.toString(atOnce))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
