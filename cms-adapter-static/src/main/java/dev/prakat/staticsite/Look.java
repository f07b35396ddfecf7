package dev.prakat.staticsite;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a site was told to look. Immutable.
 *
 * @param language the language of the texts that the theme prints
 * @param theme the folder of the agency's theme that the next rebuild takes over, or null for the one in force
 * @param otherLanguage the address of the same site in the other language, ending in a slash; or null
 * @param integrity whether pages tell the hash of the style sheet; a browser then refuses it on pages opened from a folder
 * @param preview whether every page says that it is not the real one
 */
record Look(Locale language, @Nullable Path theme, @Nullable URI otherLanguage, boolean integrity, boolean preview) {

    /** Thai, the default theme, nothing else. */
    static final Look STANDARD = new Look(Locale.forLanguageTag("th"), null, null, false, false);
}
