package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan of a whole site is no item's, also one that an earlier version wrote down. */
final class PlanTest {

    /** The key that plans of whole sites had, which an item may have. */
    private static final String OF_THEN = "whole-site";

    private static final String RENAMED = "สำนักงานที่เปลี่ยนชื่อ";
    private static final PublishableItem ITEM = SampleItems.item(OF_THEN);
    private static final PublishableItem OTHER = SampleItems.item("261122-plan01");

    @TempDir
    Path folder;

    @Test
    void thePlanOfAWholeSiteHasTheKeyOfNoItem() throws IOException {
        assertThat(SitePath.isItem(OF_THEN)).isTrue();
        Site site = interrupted();
        StateFolder state = new StateFolder(
                new SiteSettings(site.docroot, site.state, Site.BASE, false, false, Duration.ZERO, Look.STANDARD, null),
                new RealDisk());
        assertThat(SitePath.isItem(state.journal().orElseThrow().item())).isFalse();
        ofAnEarlierVersion(site);
        assertThat(SitePath.isItem(state.journal().orElseThrow().item()))
                .as("of an earlier version")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneOfAnEarlierVersionIsFinishedWhoeverComesNext(boolean down) throws IOException {
        Site site = interrupted();
        ofAnEarlierVersion(site);
        if (down) {
            site.takeDown(ITEM, TakeDownKind.GONE, 2, List.of());
        } else {
            site.target.recover(site.recorder);
        }

        assertThat(site.state.resolve(StateFolder.JOURNAL)).doesNotExist();
        assertThat(site.text(SitePath.page(OTHER.id()))).contains(RENAMED);
        assertThat(site.tree().containsKey(SitePath.gone(ITEM.id()))).isEqualTo(down);
        assertThat(site.target.verify().findings()).isEmpty();
    }

    /** A site that was being rendered whole when its disk stopped. */
    private Site interrupted() throws IOException {
        Site site = new Site(folder);
        site.publish(ITEM, 1);
        site.publish(OTHER, 1);
        Path view = site.state.resolve(StateFolder.VIEW);
        Files.writeString(view, Files.readString(view).replace("สำนักงานตัวอย่าง", RENAMED));
        StoppingDisk disk = site.onAStoppingDisk();
        disk.stopAfter(2);
        assertThatThrownBy(() -> site.target.rebuild(site.recorder)).isInstanceOf(TargetUnavailable.class);
        disk.goOn();
        return site;
    }

    private static void ofAnEarlierVersion(Site site) throws IOException {
        Path journal = site.state.resolve(StateFolder.JOURNAL);
        String plan = Files.readString(journal);
        Files.writeString(journal, plan.replaceFirst("\"item\":\"[^\"]*\"", "\"item\":\"" + OF_THEN + "\""));
    }
}
