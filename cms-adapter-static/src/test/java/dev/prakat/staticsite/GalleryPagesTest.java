package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Puts a page of every type, in both languages, where vnu and html-validate find them ({@code .ci/run}). */
final class GalleryPagesTest {

    private static final Path OUT = Path.of("target", "gallery");

    /** The first element of a page's content that no other type of page has. */
    private static final Pattern MAIN = Pattern.compile("<main id=\"main\"[^>]*>\\s*<(\\w+)(?: class=\"([a-z]+))?");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void everyTypeOfPageIsThereForTheCheckers() throws IOException {
        delete(OUT);
        List<String> written = new ArrayList<>();
        Set<String> kinds = new TreeSet<>();
        try (Gallery gallery = new Gallery(folder);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                String path = folder.relativize(file).toString();
                if (path.startsWith("th/") || path.startsWith("en/")) {
                    Path to = OUT.resolve(path);
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                    written.add(path);
                    Matcher main = MAIN.matcher(Files.readString(file));
                    assertThat(main.find()).as(path).isTrue();
                    kinds.add(main.group(1) + " " + main.group(2));
                }
            }
            assertThat(gallery.docroot).isDirectory();
        }
        assertThat(written)
                .contains("th/404.html", "th/410.html", "th/search/index.html", "en/transparency/index.html")
                .contains("th/c/procurement-plan/2566/index.html", "en/accessibility/index.html")
                .contains("th/d/261122-gallery3/index.html", "th/d/261122-gallery4/index.html");
        assertThat(kinds).contains("article item", "article notice", "div hero", "h1 null");
    }

    private static void delete(Path old) throws IOException {
        if (!Files.exists(old)) {
            return;
        }
        try (Stream<Path> files = Files.walk(old)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
