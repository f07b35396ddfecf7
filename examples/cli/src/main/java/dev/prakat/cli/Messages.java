package dev.prakat.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts for people, in Thai or in English. Immutable. */
final class Messages {

    private static final String BUNDLE = "dev.prakat.cli.messages";

    private final Language language;
    private final ResourceBundle bundle;

    Messages(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The languages that have a bundle. */
    enum Language {
        th,
        en;

        Locale locale() {
            return Locale.forLanguageTag(name());
        }
    }

    Language language() {
        return language;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** A text with its gaps filled; a number is printed in Arabic digits without separators. */
    String text(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : String.format(Locale.ROOT, pattern, values);
    }

    /** The text of one value of a closed list, for example of a state. */
    String of(Enum<?> value) {
        return text(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** A text that the policy has in both languages. */
    String either(String thai, String english) {
        return language == Language.th ? thai : english;
    }
}
