package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher says what is wrong with the machine's Java before it does anything. */
class LauncherTest {

    @TempDir
    private Path home;

    @Test
    void aJavaThatIsTooOldIsRefusedWithTheVersionFound() throws Exception {
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho started\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

        ProcessBuilder launcher = new ProcessBuilder("../prakat", "--version").redirectErrorStream(true);
        launcher.environment().put("JAVA_HOME", home.toString());
        Process process = launcher.start();
        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).isEqualTo(ExitCode.BROKEN);
        assertThat(said).startsWith("prakat: found Java 11.0.2").contains("17").doesNotContain("started");
    }
}
