package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody changes below the docroot is found, and nothing else is. */
final class SiteVerifyTest {

    private static final int FILES = Integer.getInteger("prakat.siteFiles", 2_000);
    private static final int MUTATIONS = Integer.getInteger("prakat.mutations", 200);
    private static final int OF_AN_ITEM = 50;

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void aSiteAsItWasWrittenHasNoFindings() {
        Site site = new Site(folder);
        assertThat(site.target.verify()).isEqualTo(new SiteReport(0, List.of()));
        TakeDownKind[] kinds = TakeDownKind.values();
        for (int i = 0; i < kinds.length; i++) {
            PublishableItem item = SampleItems.item("261122-verify0" + i);
            site.publish(item, 1);
            site.takeDown(item, kinds[i], 2, List.of());
        }
        site.publish(SampleItems.item("261122-verify09"), 1);

        assertThat(site.target.verify()).isEqualTo(new SiteReport(site.tree().size(), List.of()));
    }

    @Test
    void anInterruptedChangeIsSaid() {
        Site site = new Site(folder);
        site.publish(SampleItems.item("261122-verify01"), 1);
        site.onAStoppingDisk().stopAfter(2);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> site.publish(SampleItems.item("261122-verify02"), 1))
                .isInstanceOf(dev.prakat.spi.TargetUnavailable.class);

        assertThat(site.target.verify().findings())
                .extracting(SiteReport.Finding::kind)
                .contains(SiteReport.Kind.INTERRUPTED);
    }

    @Test
    @Tag("soak")
    void everySeededMutationIsFoundAndNothingElse() throws IOException {
        long seed = Long.getLong("prakat.seed", 25690826L);
        Random random = new Random(seed);
        Site site = new Site(folder);
        List<String> paths = large(site);
        assertThat(site.target.verify().findings()).isEmpty();
        Collections.shuffle(paths, random);
        TreeSet<String> expected = new TreeSet<>();
        for (int i = 0; i < MUTATIONS; i++) {
            expected.add(mutate(site.docroot, paths.get(i), random.nextInt(5), i));
        }
        long start = System.nanoTime();
        SiteReport report = site.target.verify();
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        TreeSet<String> found = new TreeSet<>();
        report.findings().forEach(f -> found.add(f.kind() + " " + f.path()));
        assertThat(found).as("seed " + seed).isEqualTo(expected);
        assertThat(took).isLessThan(Duration.ofSeconds(15));
        System.out.println("verify: " + report.files() + " files, " + expected.size() + " mutations, " + found.size()
                + " found, " + took.toMillis() + " ms, seed " + seed);
    }

    private static String mutate(Path docroot, String path, int kind, int number) throws IOException {
        Path file = docroot.resolve(path);
        switch (kind) {
            case 0 -> {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
                return "MODIFIED " + path;
            }
            case 1 -> {
                Files.delete(file);
                return "MISSING " + path;
            }
            case 2 -> {
                Files.writeString(file.resolveSibling("new" + number), "theirs");
                return "UNKNOWN " + path.substring(0, path.lastIndexOf('/') + 1) + "new" + number;
            }
            case 3 -> {
                Path elsewhere = Files.move(file, docroot.resolveSibling("moved" + number));
                Files.createSymbolicLink(file, elsewhere);
                return "NOT_A_FILE " + path;
            }
            default -> {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
                return "PERMISSIONS " + path;
            }
        }
    }

    /** Items with many files each, put there as publishing would, without waiting for a disk so often. */
    private static List<String> large(Site site) throws IOException {
        SiteSettings settings = new SiteSettings(
                site.docroot, site.state, Site.BASE, false, false, Duration.ofSeconds(1), Look.STANDARD, null);
        StateFolder state = new StateFolder(settings, new RealDisk());
        Files.createDirectories(site.state);
        state.bind();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < FILES / OF_AN_ITEM; i++) {
            String item = String.format(Locale.ROOT, "261122-large%05d", i);
            SortedMap<String, String> files = new TreeMap<>();
            for (int j = 0; j < OF_AN_ITEM; j++) {
                String path = SitePath.folder(item) + "f/" + j + ".txt";
                byte[] bytes = ("เนื้อหา " + i + "/" + j + " ").repeat(200).getBytes(StandardCharsets.UTF_8);
                Files.createDirectories(site.docroot.resolve(path).getParent());
                Files.write(site.docroot.resolve(path), bytes);
                files.put(path, Hashes.of(bytes));
                paths.add(path);
            }
            Path known = state.file(StateFolder.itemFile(item));
            Files.createDirectories(known.getParent());
            Files.write(known, StateFolder.json(ItemState.unseen(item, "pl").withFiles(files)));
        }
        return paths;
    }
}
