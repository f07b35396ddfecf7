package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.problem.InvalidException;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency's own theme: when it comes into force, what stays when it is bad, and that all pages are of one kind. */
final class ThemesTest {

    private static final PublishableItem ONE = SampleItems.item("261122-themes01");
    private static final PublishableItem TWO = SampleItems.item("261122-themes02");
    private static final String FOOT = """
            <footer class="foot"><p>{{agency}} กองตัวอย่าง <a href="{{accessibility}}">{{t.accessibilityTitle}}</a></p></footer>
            </body>
            </html>
            """;

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private Path theme;
    private Site site;

    @BeforeEach
    void aThemeOfTwoFiles() throws IOException {
        theme = Files.createDirectories(folder.resolve("theme"));
        Files.writeString(theme.resolve("bottom.mustache"), FOOT);
        Files.writeString(theme.resolve("agency.css"), ":root { --band: #14532d; }\n");
        site = new Site(folder);
    }

    @Test
    void aNewSiteBeginsWithItsTheme() {
        site.target = withTheme();
        site.publish(ONE, 1);

        assertThat(site.text("index.html")).contains("กองตัวอย่าง <a href=\"accessibility/index.html\">");
        assertThat(style()).contains("--band: #14532d");
        assertThat(themeFindings()).isEmpty();
    }

    @Test
    void aChangedFolderIsToldOfAndTakenOverByARebuildForAllPagesAtOnce() throws IOException {
        site.publish(ONE, 1);
        site.takeDown(ONE, TakeDownKind.GONE, 2, List.of());
        site.publish(TWO, 1);
        site.target = withTheme();

        assertThat(themeFindings()).singleElement().satisfies(f -> {
            assertThat(f.message()).contains("digest", theme.toString());
            assertThat(f.remedy()).contains("site rebuild");
        });
        site.publish(SampleItems.item("261122-themes03"), 1);
        assertThat(pages().values()).as("one kind until then").noneMatch(html -> html.contains("กองตัวอย่าง <a"));

        site.target.rebuild(site.recorder);
        assertThat(pages().values()).isNotEmpty().allMatch(html -> html.contains("กองตัวอย่าง <a"));
        assertThat(themeFindings()).isEmpty();
        RebuildReport again = site.target.rebuild(site.recorder);
        assertThat(again.written() + again.removed()).isZero();
        assertThat(site.target.verify().findings()).isEmpty();

        Files.writeString(theme.resolve("agency.css"), ":root { --band: #7c2d12; }\n");
        assertThat(themeFindings()).hasSize(1);
    }

    @Test
    void theFolderMayGoAndThePagesStay() throws IOException {
        site.target = withTheme();
        site.publish(ONE, 1);
        SortedMap<String, String> before = site.tree();
        delete(theme);
        site.target = StaticSiteTarget.builder(site.docroot, Site.BASE)
                .httpProof(false)
                .build();

        site.publish(ONE, 2);
        assertThat(site.tree()).isEqualTo(before);
        assertThat(site.target.rebuild(site.recorder).written()).isZero();
        assertThat(site.tree()).isEqualTo(before);
    }

    @Test
    void aBadThemeLeavesTheOneBeforeInForceAndTellsEverythingAtOnce() throws IOException {
        site.target = withTheme();
        site.publish(ONE, 1);
        SortedMap<String, String> before = site.tree();
        Files.writeString(theme.resolve("bottom.mustache"), FOOT.replace("{{agency}}", "{{{agency}}}"));
        Files.writeString(
                theme.resolve("home.mustache"),
                "{{>top}}<main id=\"main\"><h1 style=\"x\">{{t.nothing}}</h1></main>{{>bottom}}");
        Files.writeString(theme.resolve("site.js"), "alert(1)");

        assertThatThrownBy(() -> site.target.rebuild(site.recorder))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("bottom.mustache:1")
                .hasMessageContaining("{{{agency}}}")
                .hasMessageContaining("home.mustache:1")
                .hasMessageContaining("'t.nothing'")
                .hasMessageContaining("site.js");
        assertThat(site.tree()).isEqualTo(before);
        assertThat(themeFindings()).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(TargetFinding.Severity.WARNING);
            assertThat(f.message()).contains("bottom.mustache", "home.mustache", "site.js", "stays in force");
        });
        site.publish(TWO, 1);
        assertThat(site.text("d/" + TWO.id() + "/index.html")).contains("กองตัวอย่าง <a");
        site.takeDown(ONE, TakeDownKind.GONE, 2, List.of());
        assertThat(site.text("d/" + ONE.id() + "/index.html")).contains("กองตัวอย่าง <a", ":gone\"");
    }

    @Test
    void aBadThemeOfANewSiteLeavesTheDefaultOne() throws IOException {
        Files.writeString(theme.resolve("entries.mustache"), "{{#entries}}<p>{{title}}</p>{{/entries}}");
        site.target = withTheme();
        site.publish(ONE, 1);

        assertThat(site.text("index.html")).contains("foot-columns");
        assertThat(themeFindings())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("data-prakat"));
    }

    @Test
    void anEmptyFolderIsTheDefaultTheme() throws IOException {
        site.target = withTheme();
        site.publish(ONE, 1);
        delete(theme);
        Files.createDirectories(theme);

        site.target.rebuild(site.recorder);
        assertThat(site.text("index.html")).contains("foot-columns");
        assertThat(site.state.resolve("theme.json")).doesNotExist();
        assertThat(themeFindings()).isEmpty();
    }

    @Test
    void aTakeDownDoesNotWaitForAThemeThatCannotBeRead() throws IOException {
        site.target = withTheme();
        site.publish(ONE, 1);
        Files.writeString(site.state.resolve("theme.json"), "{\"digest\":\"changed");

        site.takeDown(ONE, TakeDownKind.GONE, 2, List.of());
        assertThat(site.text("d/" + ONE.id() + "/index.html")).contains(":gone\"", "foot-columns");
        assertThat(themeFindings()).anySatisfy(f -> assertThat(f.message()).contains("cannot be used"));
        site.target.rebuild(site.recorder);
        assertThat(site.text("index.html")).contains("กองตัวอย่าง <a");
    }

    @Test
    void whereverARebuildIsInterruptedAllPagesAreOfOneKindAfterTheNextChange() {
        int faults = 0;
        for (int at = 1; at > 0; at += 7) {
            site = new Site(folder.resolve("at" + at));
            site.publish(ONE, 1);
            FaultyDisk disk = new FaultyDisk(true);
            StaticSiteTarget faulty = StaticSiteTarget.builder(site.docroot, Site.BASE)
                    .httpProof(false)
                    .theme(theme)
                    .disk(disk)
                    .build();
            disk.failAt(at, FaultyDisk.When.BEFORE);
            try {
                faulty.rebuild(site.recorder);
                at = -7;
            } catch (TargetUnavailable e) {
                faults++;
            }
            site.recorder.recover();
            site.publish(TWO, 1);

            assertThat(pages().values().stream()
                            .map(html -> html.contains("กองตัวอย่าง <a"))
                            .distinct())
                    .as("fault at operation " + at)
                    .hasSize(1);
            assertThat(site.target.verify().findings()).isEmpty();
        }
        assertThat(faults).isGreaterThan(5);
    }

    @Test
    void repairDoesNotChangeTheTheme() throws IOException {
        site.publish(ONE, 1);
        SortedMap<String, String> before = site.tree();
        site.target = withTheme();
        Files.delete(site.docroot.resolve("index.html"));

        assertThat(site.target.repair(site.recorder).findings()).isEmpty();
        assertThat(site.tree()).isEqualTo(before);
    }

    @Test
    void textsOfTheAgencyAreInForceToo() throws IOException {
        Files.writeString(theme.resolve("messages_th.properties"), "homeHeading=ข่าวและประกาศของสำนักงานตัวอย่าง\n");
        site.target = withTheme();
        site.publish(ONE, 1);

        assertThat(site.text("index.html")).contains("<h1>ข่าวและประกาศของสำนักงานตัวอย่าง</h1>");
    }

    private StaticSiteTarget withTheme() {
        return StaticSiteTarget.builder(site.docroot, Site.BASE)
                .httpProof(false)
                .theme(theme)
                .build();
    }

    private List<TargetFinding> themeFindings() {
        return site.target.check().stream()
                .filter(f -> f.message().contains("theme"))
                .toList();
    }

    private String style() {
        return site.tree().entrySet().stream()
                .filter(e -> e.getKey().endsWith(".css"))
                .map(Map.Entry::getValue)
                .reduce("", String::concat);
    }

    private SortedMap<String, String> pages() {
        SortedMap<String, String> pages = site.tree();
        pages.keySet().removeIf(path -> !path.endsWith(".html"));
        return pages;
    }

    private static void delete(Path theme) throws IOException {
        try (var files = Files.newDirectoryStream(theme)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(theme);
    }
}
