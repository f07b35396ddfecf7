package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an officer can read in Thai can be read in English, and the other way round. */
class MessageBundlesTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)");

    @Test
    void thaiAndEnglishHaveTheSameKeysAndPlaces() {
        List<Path> thai = Repository.mainResources("_th.properties");

        assertThat(thai).as("Thai bundles").isNotEmpty();
        assertThat(thai.stream()
                        .flatMap(file -> faults(file, other(file, "_th", "_en")).stream())
                        .toList())
                .isEmpty();
    }

    @Test
    void noEnglishBundleStandsAlone() {
        assertThat(Repository.mainResources("_en.properties").stream()
                        .filter(file -> !Files.exists(other(file, "_en", "_th")))
                        .map(file -> Repository.name(file) + ": found no Thai bundle beside it, expected "
                                + other(file, "_en", "_th").getFileName())
                        .toList())
                .isEmpty();
    }

    @Test
    void aMissingKeyAnEmptyTextAndALostPlaceAreNoticed() {
        Properties thai = texts("a=\u0e01\nb={0} {1}\nc=x");
        Properties english = texts("a=\nb={0}\nd=y");

        assertThat(differences("t", thai, english)).hasSize(4);
    }

    private static List<String> faults(Path thai, Path english) {
        if (!Files.exists(english)) {
            return List.of(
                    Repository.name(thai) + ": found no English bundle beside it, expected " + english.getFileName());
        }
        return differences(Repository.name(thai), texts(Repository.read(thai)), texts(Repository.read(english)));
    }

    private static List<String> differences(String file, Properties thai, Properties english) {
        List<String> found = new ArrayList<>();
        Set<String> keys = new TreeSet<>(thai.stringPropertyNames());
        keys.addAll(english.stringPropertyNames());
        for (String key : keys) {
            String th = thai.getProperty(key);
            String en = english.getProperty(key);
            if (th == null || en == null) {
                found.add(file + ": found the key '" + key + "' in one language only; write the other text");
            } else if (th.isBlank() || en.isBlank()) {
                found.add(file + ": found an empty text for '" + key + "'; write it");
            } else if (!places(th).equals(places(en))) {
                found.add(file + ": '" + key + "' has the places " + places(th) + " in Thai and " + places(en)
                        + " in English, expected the same");
            }
        }
        return found;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static Properties texts(String source) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Path other(Path file, String from, String to) {
        return file.resolveSibling(file.getFileName().toString().replace(from + ".properties", to + ".properties"));
    }
}
