package dev.prakat.staticsite;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts that the theme prints, in Thai or English. Immutable. */
final class Texts {

    /** Where a template prints a text; three braces are none of ours. */
    private static final Pattern PRINTED = Pattern.compile("(?<!\\{)\\{\\{\\s*t\\.(\\w+)\\s*}}(?!})");

    private final Map<String, Object> texts;
    private final Map<String, Object> words = new HashMap<>();
    private final Locale language;

    private Texts(Map<String, Object> texts, Locale language) {
        this.texts = texts;
        this.language = language;
        texts.forEach((key, text) -> words.put(key, WholeWords.parts(text.toString())));
    }

    /** The texts of a language; Thai for every language that there are none of. */
    static Texts of(Locale language) {
        return of(language, new ThemeFiles());
    }

    /** The same, with an agency's own in place of those that its theme has. */
    static Texts of(Locale language, ThemeFiles theme) {
        Locale known = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("th");
        String name = "messages_" + known.getLanguage() + ".properties";
        Map<String, Object> texts = new HashMap<>(packaged(name));
        String own = theme.own().get(name);
        if (own != null) {
            texts.putAll(read(new String(own.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
        }
        return new Texts(Collections.unmodifiableMap(texts), known);
    }

    /** The texts in the jar, by key. */
    static Map<String, String> packaged(String name) {
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar of the static site lacks " + name);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads texts in the form of the shipped ones.
     *
     * @throws IllegalArgumentException for a broken escape
     */
    static Map<String, String> read(String properties) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        read.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }

    /** All of them, as a template sees them. */
    Map<String, Object> all() {
        return texts;
    }

    /** All of them in parts, so that a template can keep words together ({@link WholeWords}). */
    Map<String, Object> words() {
        return Collections.unmodifiableMap(words);
    }

    /**
     * A template with the texts that it prints put in, as they would be printed, so that they are not looked up again for every page.
     * What is no text here, and one that could be read as a tag or as no text, stays as it is.
     */
    String in(String template) {
        return PRINTED.matcher(template).replaceAll(found -> {
            String text = String.valueOf(texts.getOrDefault(found.group(1), ""));
            boolean plain = !text.isBlank() && text.indexOf('{') < 0 && text.indexOf('}') < 0;
            return Matcher.quoteReplacement(plain ? MustacheTemplates.escape(text) : found.group());
        });
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
