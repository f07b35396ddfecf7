package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that need no database load nothing of Hibernate, of the pool or of the database. */
class NoHibernateTest {

    private static final List<String> HEAVY =
            List.of("org.hibernate.", "com.zaxxer.hikari.", "org.h2.", "org.flywaydb.");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "item draft --help",
                "policy list",
                "policy show",
                "policy matrix --csv",
                "policy check none",
                "log verify none",
                "calendar holidays --year 2564",
                "screen none",
                "item show x",
            })
    void areNotLoadedWithoutADatabase(String line) throws Exception {
        assertThat(loaded(line.split(" ")))
                .contains("dev.prakat.cli.PrakatCommand")
                .noneMatch(NoHibernateTest::isHeavy);
    }

    @Test
    void areLoadedWithOneSoThatTheTestAboveCanFail() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder);

        assertThat(loaded("--data", cli.data.toString(), "--staff", cli.staff.toString(), "item", "list"))
                .anyMatch(NoHibernateTest::isHeavy);
    }

    private static boolean isHeavy(String name) {
        return HEAVY.stream().anyMatch(name::startsWith);
    }

    private List<String> loaded(String... args) throws Exception {
        Path log = folder.resolve("classes.log");
        ChildProcess.run(List.of("-Xlog:class+load:file=" + log + "::filesize=0"), List.of(args));
        return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                .map(line -> line.replaceFirst("^(\\[[^]]*\\])+ ", "").replaceFirst(" .*", ""))
                .toList();
    }
}
