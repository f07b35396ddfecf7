package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.testkit.SampleItems;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which folders are ours, and which never are. */
final class FoldersTest {

    private static final PublishableItem ITEM = SampleItems.item("261122-folder01");

    @TempDir
    Path folder;

    @Test
    void aFolderOfOthersIsRefusedAndLeftAlone() throws Exception {
        Site site = new Site(folder);
        foreign(site, "index.html");

        assertThatThrownBy(() -> site.publish(ITEM, 1))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining(site.docroot.toString())
                .hasMessageContaining("adopt(true)");
        assertThat(site.tree()).containsOnlyKeys("index.html").containsValue("theirs");
        assertThat(errors(site.target)).singleElement().asString().contains(site.docroot.toString());
    }

    @Test
    void adoptingReplacesOurNamesAndLeavesAllOthers() throws Exception {
        Site site = new Site(folder);
        foreign(site, "index.html");
        foreign(site, "photos/theirs.html");
        site.target = StaticSiteTarget.builder(site.docroot, Site.BASE)
                .adopt(true)
                .httpProof(false)
                .build();
        site.publish(ITEM, 1);
        site.takeDown(ITEM, TakeDownKind.GONE, 2, List.of());

        assertThat(site.text("index.html")).contains("prakat:site:1");
        assertThat(site.text("photos/theirs.html")).isEqualTo("theirs");
    }

    @Test
    void aFileOfOthersThatAppearsLaterIsNotReplaced() throws Exception {
        Site site = new Site(folder);
        site.publish(SampleItems.item("261122-folder02"), 1);
        foreign(site, "d/" + ITEM.id() + "/index.html");

        assertThatThrownBy(() -> site.publish(ITEM, 1))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining(ITEM.id());
        assertThat(site.text("d/" + ITEM.id() + "/index.html")).isEqualTo("theirs");
        assertThat(site.text("index.html")).doesNotContain(ITEM.title());
    }

    @Test
    void aFileOfOthersBesideOursSurvivesATakeDown() throws Exception {
        Site site = new Site(folder);
        Receipt live = site.publish(ITEM, 1);
        foreign(site, "d/" + ITEM.id() + "/f/theirs.txt");
        site.takeDown(ITEM, TakeDownKind.VANISH, 2, live.artefacts());

        assertThat(site.text("d/" + ITEM.id() + "/f/theirs.txt")).isEqualTo("theirs");
    }

    @Test
    void aTakeDownSucceedsEvenWhenTheStateFolderWasLost() throws Exception {
        Site site = new Site(folder);
        Receipt live = site.publish(ITEM, 1);
        Files.move(site.state, folder.resolve("lost"));
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());

        List<Observation> seen = site.target.observe(SampleItems.observe(
                ITEM.id(), live.artefacts().stream().filter(a -> !a.shared()).toList(), site.recorder));
        assertThat(seen).hasSize(3).allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.ABSENT));
        assertThatThrownBy(() -> site.publish(ITEM, 3)).isInstanceOf(TargetRefused.class);
    }

    @Test
    void aSymbolicLinkInsideTheDocrootIsNotFollowed() throws Exception {
        Site site = new Site(folder);
        site.publish(SampleItems.item("261122-folder02"), 1);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(site.docroot.resolve("d").resolve(ITEM.id()), elsewhere);

        assertThatThrownBy(() -> site.publish(ITEM, 1))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void theStateFolderMayNotBeServed() {
        assertThatThrownBy(() -> StaticSiteTarget.builder(folder, Site.BASE)
                        .state(folder.resolve("s"))
                        .build())
                .isInstanceOfSatisfying(
                        PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFIGURATION))
                .hasMessageContaining("must not be served");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.example.go.th",
                "ftp://a.example/",
                "https://a.example/?x",
                "https://me@a.example/",
                "mailto:a"
            })
    void aBaseAddressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> StaticSiteTarget.at(folder, URI.create(address)))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining(address);
    }

    @Test
    void anAttachmentWithOtherBytesThanApprovedIsRefusedAndNothingIsShown() {
        Site site = new Site(folder);
        var real = ITEM.attachments().get(0);
        var forged = new dev.prakat.spi.AttachmentContent(
                real.name(),
                real.mediaType(),
                real.bytes(),
                real.sha256(),
                () -> new ByteArrayInputStream(new byte[] {1}));

        assertThatThrownBy(() -> site.publish(SampleItems.item(ITEM.id(), 1, ITEM.title(), List.of(forged)), 1))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining(real.sha256());
        assertThat(site.tree()).isEmpty();
    }

    @Test
    void keysThatAreNoPathsAreRefused() {
        Site site = new Site(folder);
        assertThatThrownBy(() -> site.publish(SampleItems.item("../../etc"), 1)).isInstanceOf(TargetRefused.class);
        assertThatThrownBy(() -> site.takeDown(SampleItems.item("../../etc"), TakeDownKind.GONE, 1, List.of()))
                .isInstanceOf(TargetRefused.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherProcessIsWaitedForAndThenNamed() throws Exception {
        Site site = new Site(folder);
        site.publish(ITEM, 1);
        StaticSiteTarget hasty = StaticSiteTarget.builder(site.docroot, Site.BASE)
                .httpProof(false)
                .lockWait(Duration.ofMillis(50))
                .build();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(LockHolder.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        LockHolder.class.getName(),
                        site.state.resolve("lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("held");
            assertThatThrownBy(() -> hasty.publish(SampleItems.publish(ITEM, 2, site.recorder)))
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("another process")
                    .hasMessageContaining(site.state.resolve("lock").toString());
        } finally {
            other.getOutputStream().close();
            assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThatCode(() -> hasty.publish(SampleItems.publish(ITEM, 2, site.recorder)))
                .doesNotThrowAnyException();
    }

    @Test
    void aStateFileThatCannotBeReadIsNamed() throws Exception {
        Site site = new Site(folder);
        site.publish(ITEM, 1);
        Path file = site.state.resolve("items").resolve(ITEM.id() + ".json");
        Files.writeString(file, "{broken");

        assertThatThrownBy(() -> site.publish(ITEM, 1))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aStateFolderOfANewerVersionIsRefused() throws Exception {
        Site site = new Site(folder);
        site.publish(ITEM, 1);
        Files.writeString(site.state.resolve("site.json"), "{\"format\":99,\"base\":\"https://www.example.go.th/\"}");

        assertThatThrownBy(() -> site.publish(ITEM, 1))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("format 99");
    }

    @Test
    void aFileSystemWithRoomForFewFilesIsNamed() {
        assertThat(SiteCheck.inodes(folder, Inodes.parse("1000000 9999\n")))
                .get()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(TargetFinding.Severity.WARNING))
                .satisfies(f -> assertThat(f.message()).contains("9999 more files", folder.toString()));
        assertThat(SiteCheck.inodes(folder, Inodes.parse("1000000 0\n")))
                .get()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(TargetFinding.Severity.ERROR));
        assertThat(SiteCheck.inodes(folder, Inodes.parse("1000000 10000\n"))).isEmpty();
        assertThat(Inodes.parse("0 0\n")).as("inodes made as they are needed").isEmpty();
        assertThat(Inodes.parse("-c /srv")).as("a system whose stat is another").isEmpty();
        assertThat(Inodes.free(folder.resolve("nowhere"))).isEmpty();
    }

    private static List<String> errors(StaticSiteTarget target) {
        return target.check().stream()
                .filter(f -> f.severity() == TargetFinding.Severity.ERROR)
                .map(TargetFinding::message)
                .toList();
    }

    private static void foreign(Site site, String path) throws Exception {
        Path file = site.docroot.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "theirs");
    }
}
