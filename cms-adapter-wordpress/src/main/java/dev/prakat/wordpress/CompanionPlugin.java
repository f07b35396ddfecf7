package dev.prakat.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our must-use plugin for WordPress. The adapter works without it. With it a post is made once even when the answer is lost, and
 * what is over goes from the site at its hour even when nobody comes to take it down. A site's administrator puts
 * {@link #text()} into the file {@link #path()} below WordPress's folder; WordPress then runs it without being asked to.
 */
public final class CompanionPlugin {

    private static final String NAME = "prakat-companion.php";

    private CompanionPlugin() {}

    /**
     * The plugin.
     *
     * @return PHP, UTF-8; runs on PHP 7.4 and WordPress 6.1 and later
     */
    public static String text() {
        try (InputStream in = CompanionPlugin.class.getResourceAsStream(NAME)) {
            return new String(Objects.requireNonNull(in, NAME).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where it belongs.
     *
     * @return the path below the folder of WordPress, with slashes
     */
    public static String path() {
        return "wp-content/mu-plugins/" + NAME;
    }

    /**
     * Its version, to compare with what a site has.
     *
     * @return three numbers
     */
    public static String version() {
        Matcher matcher = Pattern.compile("(?m)^ \\* Version: (\\S+)$").matcher(text());
        if (!matcher.find()) {
            throw new IllegalStateException(NAME + ": found no version, expected a line \" * Version: 1.2.3\"");
        }
        return matcher.group(1);
    }
}
