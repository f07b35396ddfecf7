package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/reference/items.md lists the elements and attributes that are let through, and the limits, as they are. */
class ItemsDocumentTest {

    private static final Pattern CODE = Pattern.compile("`([a-z0-9]+)`");
    private static final List<String> ATTRIBUTES = List.of(
            "lang",
            "dir",
            "id",
            "title",
            "href",
            "src",
            "alt",
            "width",
            "height",
            "scope",
            "colspan",
            "rowspan",
            "headers",
            "abbr",
            "span",
            "start",
            "type",
            "value",
            "class",
            "style",
            "target",
            "rel",
            "name",
            "role",
            "data-x",
            "aria-label",
            "onclick",
            "srcset",
            "download",
            "hreflang",
            "datetime",
            "cite",
            "align");
    private static final Map<String, String> SOUND = Map.of(
            "href", "https://example.go.th/",
            "src", "https://example.go.th/",
            "scope", "col",
            "type", "a",
            "dir", "ltr",
            "lang", "th");

    private String page;

    @BeforeEach
    void read() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        page = Files.readString(folder.resolve("docs/reference/items.md"));
    }

    @Test
    void theTableOfElementsIsTheSafelist() {
        String table = page.substring(page.indexOf("| elements |"), page.indexOf("- The title of the page"));
        Map<String, Set<String>> told = new TreeMap<>();
        table.lines().skip(2).filter(line -> line.startsWith("|")).forEach(line -> {
            String[] cells = line.split("\\|");
            Set<String> attributes = new TreeSet<>(List.of("dir", "id", "lang", "title"));
            String second = cells.length > 2 ? cells[2].replaceAll("\\([^)]*\\)", "") : "";
            attributes.addAll(codes(second));
            codes(cells[1]).forEach(element -> told.put(element, attributes));
        });
        Map<String, Set<String>> kept = new TreeMap<>();
        told.keySet().forEach(element -> kept.put(element, attributes(element)));

        assertThat(kept).isEqualTo(told);
        assertThat(Stream.concat(SafeHtml.BLOCKS.stream(), SafeHtml.MAY_BE_EMPTY.stream())
                        .filter(SafeHtml.LIST::isSafeTag))
                .allMatch(told::containsKey);
        assertThat(told.keySet()).hasSize(59).allMatch(SafeHtml.LIST::isSafeTag);
    }

    @Test
    void theLimitsAreThoseOfTheCode() {
        assertThat(page)
                .contains(
                        DraftCheck.MAX_TITLE + " characters",
                        "5 000 000 characters, 100 000 elements, " + CanonicalHtml.MAX_DEPTH + " levels",
                        AttachmentName.MAX_BYTES + " bytes",
                        "100 000 000 pixels, 30 000 a side",
                        ArchiveLook.MAX_RATIO + " times its size",
                        DraftCheck.MAX_ATTACHMENTS + ", each at most 200 MiB",
                        Removals.MOST + " kinds of things");
        assertThat(List.of(
                        DraftCheck.MAX_BODY,
                        CanonicalHtml.MAX_ELEMENTS,
                        (int) ImageSize.MAX_PIXELS,
                        ImageSize.MAX_SIDE,
                        DraftCheck.MAX_TEXT,
                        ArchiveLook.MAX_ENTRIES))
                .containsExactly(5_000_000, 100_000, 100_000_000, 30_000, 4_000, 10_000);
    }

    private static Set<String> attributes(String tag) {
        Set<String> kept = new TreeSet<>();
        for (String name : ATTRIBUTES) {
            String value = SOUND.getOrDefault(name, "1");
            Element element = new Element(tag).attr(name, value);
            if (SafeHtml.keeps(element, new Attribute(name, value))) {
                kept.add(name);
            }
        }
        return kept;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
