package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a change leaves nothing behind once that change is tried again. */
final class KillTest {

    private static final int KILLS = Integer.getInteger("prakat.siteKills", 3);
    private static final int STEPS = 12;
    private static final int NANOS = 30_000_000;

    /** How long at most after a plan was written down; most are carried out in little more. */
    private static final int MIDDLE_NANOS = 1_000_000;

    private static final int ENOUGH_TO_HIT = 20;

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    @Tag("soak")
    void afterEveryKillTheSiteIsTheOneThatNobodyKilled() throws Exception {
        long seed = Long.getLong("prakat.seed", 2569_1126L);
        Random random = new Random(seed);
        Site killed = new Site(folder.resolve("killed"));
        Site clean = new Site(folder.resolve("clean"));
        long next = 0;
        int interrupted = 0;
        int preparing = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long done = runAndKill(killed, next, random, kill % 2 == 0);
            boolean halfDone = Files.exists(killed.state.resolve("journal.json"));
            interrupted += halfDone ? 1 : 0;
            preparing += !halfDone && stageOf(killed) > 0 ? 1 : 0;
            KillSteps.step(killed, done + 1);
            for (; next <= done + 1; next++) {
                KillSteps.step(clean, next);
            }

            assertThat(Tree.changes(clean.tree(), killed.tree()))
                    .as("seed " + seed + ", kill " + kill + " in step " + (done + 1))
                    .isEmpty();
            assertThat(killed.target.verify().findings()).isEmpty();
            assertThat(stageOf(killed)).isZero();
        }
        if (KILLS >= ENOUGH_TO_HIT) {
            assertThat(interrupted).as("kills that hit a change in its middle").isPositive();
        }
        System.out.println("kill -9: " + KILLS + " kills, " + interrupted + " of them in the middle of a change, "
                + preparing + " while one was prepared, "
                + next + " changes, 0 differences, seed " + seed);
    }

    /**
     * Gives the number of the last step that the process said was done.
     *
     * @param inTheMiddle whether to wait for a plan that is being carried out
     */
    private static long runAndKill(Site site, long from, Random random, boolean inTheMiddle) throws Exception {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        path,
                        KillSteps.class.getName(),
                        site.docroot.getParent().toString(),
                        Long.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long done = from - 1;
        try (BufferedReader said = process.inputReader()) {
            long wanted = from + random.nextInt(STEPS);
            while (done < wanted) {
                String line = said.readLine();
                assertThat(line).as("the process died by itself").isNotNull();
                done = Long.parseLong(line);
            }
            int delay = random.nextInt(inTheMiddle ? MIDDLE_NANOS : NANOS);
            Path journal = site.state.resolve("journal.json");
            while (inTheMiddle && process.isAlive() && !Files.exists(journal)) {
                Thread.onSpinWait();
            }
            long end = System.nanoTime() + delay;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            process.toHandle().destroyForcibly(); // the process object would close what is still to be read
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                done = Long.parseLong(line);
            }
        }
        process.waitFor();
        return done;
    }

    private static long stageOf(Site site) throws IOException {
        try (Stream<Path> files = Files.list(site.state.resolve("stage"))) {
            return files.count();
        }
    }
}
