package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/reference/sizes.md names core's dependencies and what they weigh. */
class DependencySizesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+\\.jar)` \\| ([0-9 ]+) \\|$");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern TOTAL = Pattern.compile("Compile dependencies, (\\d+) jars, ([0-9 ]+) bytes");

    private final String document = Repository.read(Repository.root().resolve("docs/reference/sizes.md"));
    private final Map<String, Long> rows = rows();

    @Test
    void everyRowIsAJarOfThisSize() {
        Map<String, Long> jars = new TreeMap<>();
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .forEach(path ->
                        jars.put(path.getFileName().toString(), path.toFile().length()));

        List<String> found = new ArrayList<>();
        rows.forEach((jar, bytes) -> {
            if (!bytes.equals(jars.get(jar))) {
                found.add("docs/reference/sizes.md: " + jar + " has " + jars.get(jar)
                        + " bytes on the class path, the row" + " says " + bytes
                        + ". Weigh the new version and write it down, and the total too.");
            }
        });
        assertThat(rows).isNotEmpty();
        assertThat(found).isEmpty();
    }

    @Test
    void everyCompileDependencyOfCoreHasARow() {
        String pom = Repository.read(Repository.root().resolve("core/pom.xml"));
        List<String> missing = DEPENDENCY
                .matcher(pom)
                .results()
                .map(match -> match.group(1))
                .filter(dependency -> !dependency.contains("<scope>") && !dependency.contains("<optional>"))
                .map(dependency -> ARTIFACT.matcher(dependency)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1))
                .filter(artifact -> rows.keySet().stream().noneMatch(jar -> jar.matches(artifact + "-\\d.*")))
                .map(artifact ->
                        "docs/reference/sizes.md: found no row for " + artifact + "; weigh its jar and add one")
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void theTotalIsTheSumOfTheRows() {
        Matcher total = TOTAL.matcher(document);

        assertThat(total.find()).isTrue();
        assertThat(Integer.parseInt(total.group(1))).isEqualTo(rows.size());
        assertThat(number(total.group(2)))
                .isEqualTo(rows.values().stream().mapToLong(Long::longValue).sum());
    }

    private Map<String, Long> rows() {
        Map<String, Long> found = new TreeMap<>();
        Matcher row = ROW.matcher(document);
        while (row.find()) {
            found.put(row.group(1), number(row.group(2)));
        }
        return found;
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(" ", ""));
    }
}
