package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.schema.Database;
import dev.prakat.schema.Schema;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Migrations only go forward: nothing is dropped, none is skipped, and a released one is never changed. */
class MigrationsTest {

    private static final Pattern NAME = Pattern.compile("V\\d{3}__[a-z0-9_]+\\.sql");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern DESTRUCTIVE =
            Pattern.compile("\\b(?:drop|truncate|delete\\s+from)\\b", Pattern.CASE_INSENSITIVE);

    /** The SHA-256 of every released migration by its path below {@code schema/sql}. None is released yet. */
    private static final Map<String, String> RELEASED = Map.of();

    @Test
    void noMigrationDestroysAnything() {
        assertThat(migrations().stream()
                        .filter(file -> isDestructive(Repository.read(file)))
                        .map(file -> Repository.name(file)
                                + ": found drop, truncate or delete, expected a change that keeps what is there")
                        .toList())
                .isEmpty();
    }

    @Test
    void aDropIsNoticedAndAWordInACommentIsNot() {
        assertThat(isDestructive("alter table a DROP column b;")).isTrue();
        assertThat(isDestructive("-- never drop\ncreate table backdrop (id int);"))
                .isFalse();
    }

    @Test
    void everyDatabaseHasTheSameMigrationsAndTheirNumbersRise() {
        for (Database database : Database.values()) {
            List<String> names = names(database);
            assertThat(names).as("migrations of %s", database).isNotEmpty().allMatch(NAME.asMatchPredicate());
            assertThat(names).as("migrations of %s", database).isEqualTo(names(Database.H2));
            // Chapters that grow side by side leave gaps; two of one number would be run in any order.
            assertThat(names.stream().map(name -> name.substring(0, 4)).toList())
                    .as("numbers of %s", database)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void theProgramKnowsExactlyTheMigrationsThatAreThere() {
        for (Database database : Database.values()) {
            StringWriter sql = new StringWriter();
            Schema.writeTo(sql, database);

            assertThat(sql.toString()
                            .lines()
                            .filter(line -> line.startsWith("-- V"))
                            .map(line -> line.substring(3))
                            .toList())
                    .as("the list in Schema against the files of %s", database)
                    .isEqualTo(names(database));
        }
    }

    @Test
    void noReleasedMigrationWasChanged() {
        assertThat(changed(RELEASED)).isEmpty();
    }

    @Test
    void aChangedMigrationIsNoticed() {
        Path first = migrations().get(0);
        String key = key(first);

        assertThat(changed(Map.of(key, sha256(first)))).isEmpty();
        assertThat(changed(Map.of(key, "0".repeat(64))))
                .singleElement()
                .asString()
                .contains(key, "new migration");
    }

    private static List<String> changed(Map<String, String> released) {
        List<String> found = new ArrayList<>();
        released.forEach((key, expected) -> {
            Path file = migrations().stream()
                    .filter(path -> key(path).equals(key))
                    .findFirst()
                    .orElse(null);
            String actual = file == null ? "no file" : sha256(file);
            if (!actual.equals(expected)) {
                found.add(key + ": found " + actual + ", expected the released " + expected
                        + ". Put the file back and write a new migration.");
            }
        });
        return found;
    }

    private static boolean isDestructive(String sql) {
        return DESTRUCTIVE.matcher(COMMENT.matcher(sql).replaceAll(" ")).find();
    }

    private static List<Path> migrations() {
        return Repository.mainResources(".sql");
    }

    private static List<String> names(Database database) {
        String folder = database.name().toLowerCase(Locale.ROOT);
        return migrations().stream()
                .filter(file -> file.getParent().endsWith(folder))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static String key(Path file) {
        return Stream.of(file.getParent(), file)
                .map(path -> path.getFileName().toString())
                .reduce((folder, name) -> folder + "/" + name)
                .orElseThrow();
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Repository.read(file).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
