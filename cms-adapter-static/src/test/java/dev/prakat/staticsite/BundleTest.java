package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States of many items in one file reach every item's own file, also after somebody was stopped on the way. */
final class BundleTest {

    @TempDir
    Path folder;

    @Test
    void whatWasInterruptedIsDoneByWhoeverComesNext() throws IOException {
        SiteSettings settings = new SiteSettings(
                folder.resolve("site"),
                folder.resolve("site-state"),
                Site.BASE,
                false,
                false,
                Duration.ZERO,
                Look.STANDARD,
                null);
        Files.createDirectories(settings.stage());
        Files.createDirectories(settings.state().resolve("items"));
        List<Bundle.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            entries.add(new Bundle.Entry(
                    "261122-item" + i, ("{\"title\":\"ประกาศ " + i + "\"}").getBytes(StandardCharsets.UTF_8)));
        }
        Change change = Bundle.stage(entries, settings, new RealDisk(), () -> "bundle");
        FaultyDisk broken = new FaultyDisk(true);
        broken.failAt(20, FaultyDisk.When.HALF);
        Set<Path> folders = new TreeSet<>();

        assertThatThrownBy(() -> Bundle.unpack(change, settings, new StateFolder(settings, broken), folders))
                .isInstanceOf(IOException.class);
        try (Stream<Path> written = Files.list(settings.state().resolve("items"))) {
            assertThat(written.count()).isLessThan(40);
        }
        Bundle.unpack(change, settings, new StateFolder(settings, new RealDisk()), folders);

        assertThat(folders).containsExactly(settings.state().resolve("items"));
        for (Bundle.Entry entry : entries) {
            assertThat(settings.state().resolve(StateFolder.itemFile(entry.item)))
                    .hasBinaryContent(entry.json);
        }
        try (Stream<Path> left = Files.list(settings.stage())) {
            assertThat(left).containsExactly(settings.stage().resolve("bundle"));
        }
    }
}
