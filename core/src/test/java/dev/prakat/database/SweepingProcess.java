package dev.prakat.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.prakat.Prakat;
import dev.prakat.SampleAgency;
import dev.prakat.delivery.SweepSummary;
import dev.prakat.item.FileAttachmentStore;
import dev.prakat.schema.SchemaMode;
import dev.prakat.testkit.ManualClock;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that sweeps until nothing is due: it says {@code ready}, waits for a line, sweeps, says what it did. */
final class SweepingProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;

    private SweepingProcess(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What a process needs to know. */
    record Office(String jdbcUrl, String user, Path folder, String node, String instant) {}

    static SweepingProcess start(Office office) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SweepingProcess.class.getName()));
        command.addAll(
                List.of(office.jdbcUrl(), office.user(), office.folder().toString(), office.node(), office.instant()));
        return new SweepingProcess(new ProcessBuilder(command)
                .redirectError(new File(office.folder().toFile(), office.node() + ".err"))
                .start());
    }

    void expect(String word) {
        String line = line();
        if (line == null || !line.startsWith(word)) {
            throw new IllegalStateException("the process said '" + line + "', expected '" + word + "'");
        }
    }

    /** Its next line, or null when it died. */
    String line() {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void go() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it ends by itself within a time. */
    boolean ends(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit);
    }

    /** As {@code kill -9} does, and gone when this returns. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] given) throws IOException {
        Path folder = Path.of(given[2]);
        HikariConfig config = DatabaseServer.pool(given[0], given[1]);
        try (HikariDataSource database = new HikariDataSource(config);
                Prakat prakat = Prakat.builder()
                        .dataSource(database)
                        .schema(SchemaMode.VALIDATE)
                        .policy(SampleAgency.socialSecurityOffice().policy())
                        .target("www", new FolderTarget(folder.resolve("website")))
                        .trafficLog(folder.resolve("log-" + given[3]))
                        .attachments(new FileAttachmentStore(folder.resolve("attachments")))
                        .staff(SampleAgency.socialSecurityOffice().directory())
                        .node(given[3])
                        .clock(ManualClock.at(given[4]))
                        .build()) {
            System.out.println("ready");
            if (System.in.read() < 0) {
                return;
            }
            System.out.println("sweeping");
            int published = 0;
            int takenDown = 0;
            SweepSummary summary = prakat.sweep();
            published += summary.published();
            takenDown += summary.takenDown();
            while (summary.skipped() > 0) {
                summary = prakat.sweep();
                published += summary.published();
                takenDown += summary.takenDown();
            }
            System.out.println("done " + published + " " + takenDown + " " + summary.failed());
        }
    }
}
