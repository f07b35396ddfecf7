package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PreviewRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TargetRefused;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preview is the page that readers will get, to the byte, and opens from any folder. */
final class PreviewTest {

    private static final PublishableItem ITEM = SampleItems.item("261122-preview01");
    private static final Pattern LINKED =
            Pattern.compile("(?:rel=\"stylesheet\"|class=\"file-name\") href=\"([^\"]*)\"");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private Site site;

    @BeforeEach
    void anEmptySite() {
        site = new Site(folder);
    }

    @Test
    void theFilesOnTheSiteAreTheOnesThatWereShown() throws IOException {
        List<Preview.Page> shown = preview(ITEM);
        site.publish(ITEM, 1);

        assertThat(shown).extracting(Preview.Page::path).contains("d/261122-preview01/index.html");
        for (Preview.Page page : shown) {
            assertThat(site.docroot.resolve(page.path())).hasBinaryContent(bytes(page));
            assertThat(page.address()).isEqualTo(SitePath.address(Site.BASE, page.path()));
        }
    }

    @Test
    void nothingIsWrittenNotEvenTheStateFolder() throws IOException {
        preview(ITEM);

        assertThat(site.docroot).doesNotExist();
        assertThat(site.state).doesNotExist();
    }

    @Test
    void whatThePageLoadsIsBesideIt() throws IOException {
        Path out = folder.resolve("look");
        String html = "";
        for (Preview.Page page : preview(ITEM)) {
            Path file = out.resolve(page.path());
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(page));
            html = page.kind() == Preview.Kind.PAGE ? Files.readString(file) : html;
        }
        Matcher link = LINKED.matcher(html);
        int found = 0;
        while (link.find()) {
            found++;
            assertThat(out.resolve("d/261122-preview01").resolve(link.group(1))).isRegularFile();
        }
        assertThat(found).as("the style sheet and the attachment").isEqualTo(2);
    }

    @Test
    void anItemThatPublishingRefusesIsRefusedHereToo() {
        PublishableItem bad = Site.in(ITEM, List.of(new CategoryLabel("../up", "ขึ้นไป")));

        assertThatThrownBy(() -> preview(bad)).isInstanceOf(TargetRefused.class).hasMessageContaining("../up");
        assertThatThrownBy(() -> site.publish(bad, 1)).isInstanceOf(TargetRefused.class);
    }

    private List<Preview.Page> preview(PublishableItem item) {
        return site.target
                .preview(new PreviewRequest(item, SampleItems.untouchedSite()))
                .pages();
    }

    private static byte[] bytes(Preview.Page page) throws IOException {
        try (InputStream in = page.source().open()) {
            return in.readAllBytes();
        }
    }
}
