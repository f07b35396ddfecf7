package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.prakat.architecture.PackageTable.Arrow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The imports between the chapters of core are those of the table, and adapters see nothing but the SPI. */
class PackageTableTest {

    private static final String OURS = "dev.prakat";
    private static final Pattern NAMED = Pattern.compile("\\bdev\\.prakat\\.([a-z]+)\\b");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package dev\\.prakat\\.([a-z]+)");

    private static List<Dependency> dependencies;

    @BeforeAll
    static void readClassFiles() {
        JavaClasses classes = new ClassFileImporter().importPath(Repository.coreClasses());
        dependencies = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .toList();
    }

    @Test
    void theChaptersOfCoreImportOnlyWhatTheTableNames() {
        List<Arrow> arrows = arrows();

        assertThat(arrows).as("imports between chapters").hasSizeGreaterThan(50);
        assertThat(PackageTable.broken(arrows)).isEmpty();
    }

    @Test
    void theTableHasNoCycle() {
        assertThat(PackageTable.cycles(PackageTable.rows())).isEmpty();
    }

    @Test
    void theCodeHasNoCycle() {
        Map<String, Set<String>> found = new HashMap<>();
        arrows().stream()
                .filter(arrow -> !arrow.from().equals(arrow.to()))
                .forEach(arrow -> found.computeIfAbsent(arrow.from(), from -> new HashSet<>())
                        .add(arrow.to()));

        assertThat(PackageTable.cycles(found)).isEmpty();
    }

    @Test
    void theSpiAndTheProblemsNeedOnlyTheJdkAndNullAnnotations() {
        List<String> found = dependencies.stream()
                .filter(dependency -> PackageTable.FOR_ALL.contains(chapter(dependency.getOriginClass())))
                .filter(dependency -> !isOfTheJdk(dependency.getTargetClass()))
                .filter(dependency ->
                        !dependency.getTargetClass().getPackageName().equals("org.jspecify.annotations"))
                .filter(dependency ->
                        !chapter(dependency.getTargetClass()).equals(chapter(dependency.getOriginClass())))
                .map(dependency -> dependency.getDescription()
                        + ": expected java.* and org.jspecify only. Hand the value over in a record of the SPI.")
                .toList();

        assertThat(found).isEmpty();
    }

    @Test
    void everyChapterOfCoreHasARow() {
        Set<String> chapters = dependencies.stream()
                .map(dependency -> chapter(dependency.getOriginClass()))
                .filter(chapter -> !chapter.equals(PackageTable.ROOT))
                .collect(Collectors.toSet());

        assertThat(PackageTable.rows().keySet())
                .as("rows of PackageTable; add a row for a new chapter and its reason in"
                        + " docs/decisions/0003-package-table.md")
                .containsAll(chapters);
    }

    @Test
    void adaptersSeeNothingOfOursButTheSpiAndTheProblems() {
        List<String> found = new ArrayList<>();
        Repository.mainSources().stream()
                .filter(file -> Repository.name(file).startsWith("cms-adapter-"))
                .forEach(file -> {
                    String code = JavaText.code(Repository.read(file));
                    Matcher own = PACKAGE.matcher(code);
                    String home = own.find() ? own.group(1) : "";
                    Matcher named = NAMED.matcher(code);
                    while (named.find()) {
                        String chapter = named.group(1);
                        if (!chapter.equals(home) && !PackageTable.FOR_ALL.contains(chapter)) {
                            found.add(Repository.name(file) + ":" + JavaText.line(code, named.start()) + ": found '"
                                    + chapter + "', expected only " + PackageTable.FOR_ALL
                                    + ". What an adapter prints arrives finished in its request.");
                        }
                    }
                });

        assertThat(found).isEmpty();
    }

    @Test
    void aReversedArrowIsNoticed() {
        List<Arrow> reversed = List.of(new Arrow("category", "policy", "CategoryTree.java:12"));

        assertThat(PackageTable.broken(reversed))
                .singleElement()
                .asString()
                .contains("CategoryTree.java:12", "'category' importing 'policy'", "0003-package-table.md");
    }

    @Test
    void anArrowFromAnUnknownChapterToTheRootOrOutOfTheSpiIsNoticed() {
        assertThat(PackageTable.broken(List.of(
                        new Arrow("helper", "item", "A.java:1"),
                        new Arrow("item", PackageTable.ROOT, "B.java:1"),
                        new Arrow("spi", "problem", "C.java:1"))))
                .hasSize(3);
    }

    @Test
    void anArrowOfTheTableIsLeftAlone() {
        assertThat(PackageTable.broken(List.of(
                        new Arrow("policy", "category", "A.java:1"),
                        new Arrow("item", "problem", "B.java:1"),
                        new Arrow(PackageTable.ROOT, "delivery", "C.java:1"),
                        new Arrow("item", "item", "D.java:1"))))
                .isEmpty();
    }

    @Test
    void aCycleOverThreeChaptersIsNoticed() {
        Map<String, Set<String>> rows = Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a"), "d", Set.of("a"));

        assertThat(PackageTable.cycles(rows)).containsExactly("a", "b", "c");
    }

    private static List<Arrow> arrows() {
        return dependencies.stream()
                .filter(dependency -> isOurs(dependency.getOriginClass()) && isOurs(dependency.getTargetClass()))
                .map(dependency -> new Arrow(
                        chapter(dependency.getOriginClass()),
                        chapter(dependency.getTargetClass()),
                        dependency.getOriginClass().getName() + " " + dependency.getSourceCodeLocation()))
                .toList();
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(OURS) || type.getPackageName().startsWith(OURS + ".");
    }

    private static boolean isOfTheJdk(JavaClass type) {
        return type.getBaseComponentType().isPrimitive()
                || type.getBaseComponentType().getPackageName().startsWith("java.");
    }

    private static String chapter(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(OURS + ".")) {
            return PackageTable.ROOT;
        }
        return name.substring(OURS.length() + 1).split("\\.", 2)[0];
    }
}
