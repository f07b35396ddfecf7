package dev.prakat.staticsite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The agency's theme that a site is rendered with, as the state folder keeps it: the folder that it came from may change or go, and
 * the pages stay of one kind. Immutable.
 *
 * @param digest over the names and bytes of the files
 * @param standard the digest of the theme that they were tried together with, the one in the jar
 * @param files the bytes of its files as ISO 8859-1, by name
 */
record KeptTheme(String digest, String standard, SortedMap<String, String> files) {

    KeptTheme {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static KeptTheme of(Map<String, String> files) {
        return new KeptTheme(digest(files), ThemeFiles.STANDARD_DIGEST, new TreeMap<>(files));
    }

    /** Remembers what a site is rendered with from now on; of the default theme nothing is kept. */
    static void remember(Theme theme, StateChanges changes) throws IOException {
        Map<String, String> own = theme.files().own();
        if (own.isEmpty()) {
            changes.remove(StateFolder.THEME);
        } else {
            changes.put(StateFolder.THEME, of(own));
        }
    }

    /** Whether the files are those that were kept. */
    boolean isWhole() {
        return digest.equals(digest(files));
    }

    static String digest(Map<String, String> files) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(files)
                .forEach((name, bytes) -> all.append(name)
                        .append(' ')
                        .append(Hashes.of(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                        .append('\n'));
        return Hashes.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
