package dev.prakat.staticsite;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The texts that the theme prints, in Thai or English. Immutable. */
final class Texts {

    private final Map<String, Object> texts;
    private final Locale language;

    private Texts(Map<String, Object> texts, Locale language) {
        this.texts = texts;
        this.language = language;
    }

    /** The texts of a language; Thai for every language that there are none of. */
    static Texts of(Locale language) {
        Locale known = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("th");
        String name = "messages_" + known.getLanguage() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar of the static site lacks " + name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> texts = new HashMap<>();
        properties.forEach((key, value) -> texts.put(String.valueOf(key), value));
        return new Texts(Collections.unmodifiableMap(texts), known);
    }

    /** All of them, as a template sees them. */
    Map<String, Object> all() {
        return texts;
    }

    String get(String key) {
        Object text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("no text '" + key + "' in " + language);
        }
        return text.toString();
    }

    /** A text with one value put in. Not a format: a value is never read as one. */
    String get(String key, String value) {
        return get(key).replace("{0}", value);
    }

    Locale language() {
        return language;
    }
}
