package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a document links to is there. */
class DocumentLinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(?:#[^)\\s]*)?\\)");
    private static final Pattern CITED = Pattern.compile("docs/[a-z/]+/[A-Za-z0-9-]+\\.md");

    @Test
    void everyLinkInTheDocumentsLeadsSomewhere() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Repository.read(document));
            while (link.find()) {
                if (!link.group(1).matches("[a-z]+:.*") && !Files.exists(document.resolveSibling(link.group(1)))) {
                    found.add(Repository.name(document) + ": found no file behind the link " + link.group(1)
                            + "; mend the link, or write the page");
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPageThatTheCodeCitesExists() {
        List<String> found = new ArrayList<>();
        Repository.mainSources().forEach(file -> {
            Matcher cited = CITED.matcher(Repository.read(file));
            while (cited.find()) {
                if (!Files.exists(Repository.root().resolve(cited.group()))) {
                    found.add(Repository.name(file) + ": found no page " + cited.group()
                            + "; mend the name, or write it");
                }
            }
        });
        assertThat(found).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Repository.root());
                Stream<Path> docs = Files.walk(Repository.root().resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
