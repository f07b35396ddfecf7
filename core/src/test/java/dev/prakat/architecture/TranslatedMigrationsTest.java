package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The migrations of the other databases are those of H2, translated by the table of docs/how-to/add-a-database.md. */
class TranslatedMigrationsTest {

    private static final String GUIDE = "docs/how-to/add-a-database.md";
    private static final Pattern CELL = Pattern.compile("`([^`]*)`");

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "MariaDB"})
    void aMigrationIsWhatTheTableMakesOfTheOneForH2(String database) {
        List<String[]> words = words(database);
        List<Path> ofH2 = folder("h2");
        assertThat(ofH2).isNotEmpty();
        for (Path file : ofH2) {
            String expected = translated(Repository.read(file), words);
            Path theirs = file.getParent()
                    .resolveSibling(database.toLowerCase(Locale.ROOT))
                    .resolve(file.getFileName());
            assertThat(Repository.read(theirs))
                    .as("%s, translated by the table of %s", Repository.name(theirs), GUIDE)
                    .isEqualTo(expected);
        }
        assertThat(folder(database.toLowerCase(Locale.ROOT))).hasSameSizeAs(ofH2);
    }

    @Test
    void theTableHasAWordForEachTypeThatDiffers() {
        assertThat(words("MariaDB")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(translated("a timestamp(6) with time zone\n);\n", words("MariaDB")))
                .startsWith("a datetime(6)\n) engine = InnoDB");
    }

    private static String translated(String sql, List<String[]> words) {
        String text = sql;
        for (String[] word : words) {
            text = text.replace(word[0], word[1]);
        }
        return text;
    }

    private static List<String[]> words(String database) {
        String guide = Repository.read(Repository.root().resolve(GUIDE));
        int column = database.equals("PostgreSQL") ? 1 : 2;
        List<String[]> words = new ArrayList<>();
        boolean inside = false;
        for (String line : guide.lines().toList()) {
            if (line.startsWith("| H2 | PostgreSQL | MariaDB |")) {
                inside = true;
            } else if (inside && line.startsWith("| `")) {
                List<String> cells = new ArrayList<>();
                Matcher cell = CELL.matcher(line);
                while (cell.find()) {
                    cells.add(cell.group(1).replace("\\n", "\n"));
                }
                words.add(new String[] {cells.get(0), cells.get(column)});
            } else if (!line.startsWith("|")) {
                inside = false;
            }
        }
        return words;
    }

    private static List<Path> folder(String name) {
        return Repository.mainResources(".sql").stream()
                .filter(file -> file.getParent().endsWith(name))
                .toList();
    }
}
