package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process with eight writers is killed with SIGKILL after a random number of acknowledgements, again and again on the same log.
 * {@code -Dprakat.logKills=N} says how often.
 */
@Tag("soak")
@Tag("S001-R30")
class KilledWritersTest {

    private static final int KILLS = Integer.getInteger("prakat.logKills", 8);
    private static final long SEED = Long.getLong("prakat.seed", 26112569L);
    private static final int KILLS_OF_A_LOG = 25;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        Map<Long, String> acknowledged = new TreeMap<>();
        long records = 0;
        int torn = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path log = folder.resolve("log-" + kill / KILLS_OF_A_LOG);
            if (kill % KILLS_OF_A_LOG == 0) {
                acknowledged.clear();
            }
            Map<Long, String> more = killed(log);
            more.forEach((index, leaf) -> assertThat(acknowledged.put(index, leaf))
                    .as("record %d was acknowledged by two runs", index)
                    .isNull());
            records += more.size();
            assertThat(Survivors.complaint(log, acknowledged))
                    .as("kill %d of seed %d", kill, SEED)
                    .isEmpty();
            torn += new DiskStorage(log).list("quarantine").isEmpty() ? 0 : 1;
        }
        System.out.println("KilledWritersTest: " + KILLS + " kills, " + records
                + " records acknowledged, 0 lost, 0 false alarms, " + torn + " with something in quarantine");
    }

    /** Shows that the trial bites: a writer that says durable of what it has only in its memory. */
    @Test
    void aWriterThatKeepsBatchesInItsMemoryIsCaught() throws Exception {
        boolean caught = false;
        for (int kill = 0; kill < 10 && !caught; kill++) {
            Path log = folder.resolve("broken-" + kill);
            caught = !Survivors.complaint(log, killed(log, "broken")).isEmpty();
        }
        assertThat(caught).isTrue();
    }

    private Map<Long, String> killed(Path log, String... how) throws Exception {
        String[] all = how.length == 0 ? new String[] {"writers"} : new String[] {"writers", how[0]};
        Process process = new ProcessBuilder(Survivors.command(log, all))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int wanted = 1 + random.nextInt(200);
        StringBuilder said = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int lines = 0;
            String line = out.readLine();
            while (line != null) {
                said.append(line).append('\n');
                lines++;
                if (lines == wanted) {
                    // Not the process itself, which would close what it still has to say.
                    process.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        return Survivors.acknowledged(said.toString());
    }
}
