package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/how-to/make-a-theme.md, followed word for word. */
final class HowToMakeAThemeTest {

    private static final Pattern FILE = Pattern.compile(
            "^ *`([a-z_]+\\.[a-z]+)`:\\n\\n *```[a-z]+\\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void theThemeOfThePageIsTakenOver() throws IOException {
        Path theme = Files.createDirectories(folder.resolve("theme"));
        Set<String> names = new TreeSet<>();
        Matcher block = FILE.matcher(Files.readString(page()));
        while (block.find()) {
            names.add(block.group(1));
            Files.writeString(theme.resolve(block.group(1)), block.group(2).replaceAll("(?m)^   ", ""));
        }
        assertThat(names).containsExactly("agency.css", "bottom.mustache", "messages_th.properties");
        Site site = new Site(folder);
        site.publish(SampleItems.item("261122-howto01"), 1);
        StaticSiteTarget target = StaticSiteTarget.builder(site.docroot, URI.create("https://www.example.go.th/"))
                .httpProof(false)
                .theme(theme)
                .build();

        target.rebuild(site.recorder);
        assertThat(site.text("index.html")).contains("ข่าวและประกาศของสำนักงาน", "อาคารตัวอย่าง");
        assertThat(site.tree().keySet()).filteredOn(p -> p.endsWith(".css")).hasSize(2);
    }

    /** Tests run in their module's folder, or in the root. */
    private static Path page() {
        Path here = Path.of("docs/how-to/make-a-theme.md");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }
}
