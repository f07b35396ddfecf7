package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsWordPress
class CompanionPluginFileTest {

    @TempDir
    Path folder;

    @Test
    void phpTakesIt() throws Exception {
        Path file = folder.resolve(CompanionPlugin.path());
        Files.createDirectories(file.getParent());
        Files.writeString(file, CompanionPlugin.text());
        assertThat(Programs.run(List.of("php", "-l", file.toString()), Map.of()))
                .contains("No syntax errors");
        assertThat(Programs.run(List.of("php", file.toString()), Map.of()))
                .as("called by itself it does nothing")
                .isEmpty();
        assertThat(CompanionPlugin.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(CompanionPlugin.text()).startsWith("<?php\n").contains("Licensed under the Apache License");
    }
}
