package dev.prakat.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** The few words that stand around an item's text, in Thai or English. Immutable. */
final class Labels {

    private final Properties words;

    private Labels(Properties words) {
        this.words = words;
    }

    /** The words of a language; Thai for every language that there are none of. */
    static Labels of(Locale language) {
        String name = language.getLanguage().equals("en") ? "labels_en.properties" : "labels_th.properties";
        Properties words = new Properties();
        try (InputStream in = Labels.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar of the WordPress adapter lacks " + name);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Labels(words);
    }

    String get(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalStateException("no word '" + key + "'");
        }
        return word;
    }

    /** A text with one value put in. Not a format: a value is never read as one. */
    String get(String key, String value) {
        return get(key).replace("{0}", value);
    }
}
