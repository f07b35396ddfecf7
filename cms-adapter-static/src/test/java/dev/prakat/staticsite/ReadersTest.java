package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.PublishableItem;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers who go from link to link while the site changes meet no half file and no link that leads nowhere. */
final class ReadersTest {

    private static final long READS = Long.getLong("prakat.siteReads", 5_000);
    private static final int CHANGES = Integer.getInteger("prakat.siteReadChanges", 60);
    private static final int READERS = 2;
    private static final Pattern LINK = Pattern.compile("(?:href=\"|<loc>)([^\"<#]+)");

    private static final PublishableItem RENAMED = SampleItems.item("261122-renamed1");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private final Queue<String> found = new ConcurrentLinkedQueue<>();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private Site site;

    @Test
    @Tag("soak")
    void nothingIsTornAndNoLinkIsDead() throws Exception {
        site = new Site(folder);
        readDuringChanges(0);
    }

    /** A new name of the agency touches every page, as a new theme does. */
    @Test
    void nothingIsTornWhileEveryPageChanges() throws Exception {
        site = new Site(folder.resolve("in-place"));
        readDuringChanges(4);
    }

    @Test
    void nothingIsTornWhileADocrootThatIsALinkChanges() throws Exception {
        site = new Site(folder.resolve("linked"));
        site.publish(RENAMED, 1);
        site.linkDocroot();
        readDuringChanges(4);
        assertThat(site.docroot.toRealPath().getFileName().toString()).startsWith("www-gen-");
    }

    /** Reads while items change, and in every so manieth change all pages. */
    private void readDuringChanges(int everyPage) throws Exception {
        RandomChanges changes = new RandomChanges(site, Long.getLong("prakat.seed", 2569_1127L), CHANGES);
        for (int i = 0; i < 40; i++) {
            changes.next();
        }
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            long seed = i;
            Thread reader = new Thread(() -> read(new Random(seed)), "reader-" + i);
            reader.start();
            readers.add(reader);
        }
        int made = 0;
        while (made < CHANGES || (reads.get() < READS && found.isEmpty())) {
            changes.next();
            made++;
            if (everyPage > 0 && made % everyPage == 0) {
                site.rename(RENAMED, made + 2L, "สำนักงานชื่อที่ " + made);
            }
        }
        over.set(true);
        for (Thread reader : readers) {
            reader.join();
        }

        assertThat(found).isEmpty();
        System.out.println("readers: " + reads + " reads during " + made + " changes, 0 torn, 0 dead links");
    }

    /** Walks along links, and begins again at the home page now and then. */
    private void read(Random random) {
        String at = SitePath.HOME;
        while (!over.get()) {
            try {
                Optional<String> next = page(at, random);
                at = random.nextInt(12) == 0 ? SitePath.HOME : next.orElse(SitePath.HOME);
            } catch (IOException | RuntimeException e) {
                found.add(at + ": " + e);
                return;
            }
        }
    }

    /** Reads a page, looks whether every link of it leads somewhere, gives one of them. */
    private Optional<String> page(String path, Random random) throws IOException {
        Path file = site.docroot.resolve(path);
        Object before = key(file);
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // it went between the page that linked to it and now
        }
        reads.incrementAndGet();
        if (!whole(path, text)) {
            found.add("torn: " + path);
        }
        List<String> links = new ArrayList<>();
        List<String> dead = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            Optional<String> to = target(path, link.group(1));
            if (to.isPresent() && !Files.exists(site.docroot.resolve(to.get()))) {
                dead.add(to.get());
            } else if (to.isPresent() && (to.get().endsWith(".html") || to.get().endsWith(".atom"))) {
                links.add(to.get());
            }
        }
        // A page that is still the same afterwards had these links while nothing was there.
        if (!dead.isEmpty() && before != null && before.equals(key(file))) {
            found.add("dead links of " + path + ": " + dead);
        }
        return links.isEmpty() ? Optional.empty() : Optional.of(links.get(random.nextInt(links.size())));
    }

    private static Object key(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() + "/" + attributes.lastModifiedTime();
        } catch (NoSuchFileException e) {
            return "none";
        }
    }

    private static boolean whole(String path, String text) {
        String end = path.endsWith(".atom") ? "</feed>\n" : "</html>\n";
        return text.endsWith(end) || !(path.endsWith(".atom") || path.endsWith(".html"));
    }

    private static Optional<String> target(String from, String link) {
        if (link.startsWith("http:") || link.startsWith("mailto:") || link.startsWith("data:")) {
            return Optional.empty();
        }
        if (link.startsWith("https:")) {
            return link.equals(Site.BASE + "more")
                    ? Optional.empty()
                    : SitePath.of(Site.BASE, java.net.URI.create(link));
        }
        if (link.startsWith("/")) {
            return Optional.of(link.substring(1));
        }
        return Optional.of(Path.of(from).resolveSibling(link).normalize().toString());
    }
}
