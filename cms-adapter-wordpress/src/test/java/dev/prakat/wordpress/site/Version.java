package dev.prakat.wordpress.site;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The versions of WordPress that tests run on. */
public enum Version {

    /** What Debian 12 has: 6.1.x, the oldest. */
    DEBIAN("/usr/share/wordpress", true),

    /** Out of a package of npm; never changes. */
    WP_6_5("6.5.5", true),

    /** What Debian 13 has: 6.8.x. */
    WP_6_8("6.8", true),

    /**
     * What Debian's unstable suite has today. It changes from week to week, so that a build does not depend on it: its tests are
     * skipped but with {@code -Dprakat.wordpress.newest=true}.
     */
    NEWEST("newest", false);

    private static final Path SCRIPT = Path.of("src/test/wordpress/fetch.sh").toAbsolutePath();
    private static final Map<Version, Path> FOLDERS = new EnumMap<>(Version.class);

    private final String name;
    private final boolean required;

    Version(String name, boolean required) {
        this.name = name;
        this.required = required;
    }

    /**
     * Where it is unpacked; it is fetched when the first test asks, and kept for the next build. Where it cannot be had the test is
     * skipped with a loud line; with {@code PRAKAT_REQUIRE_ALL=1} it fails, but for the newest.
     */
    Path folder() {
        synchronized (FOLDERS) {
            return FOLDERS.computeIfAbsent(this, Version::found);
        }
    }

    private static Path found(Version wanted) {
        if (wanted == DEBIAN) {
            return Path.of(wanted.name);
        }
        if (wanted == NEWEST && !Boolean.getBoolean("prakat.wordpress.newest")) {
            return Assumptions.abort("the newest WordPress is for -Dprakat.wordpress.newest=true");
        }
        try {
            return Path.of(Programs.run(List.of("bash", SCRIPT.toString(), wanted.name), Map.of()));
        } catch (IllegalStateException e) {
            String message = "NO WordPress " + wanted.name + " could be fetched: " + e.getMessage();
            if (WordPressCondition.REQUIRED && wanted.required) {
                throw new IllegalStateException(message + " PRAKAT_REQUIRE_ALL=1 asks for it.", e);
            }
            System.err.println("!!!!!!!! SKIPPED " + message);
            return Assumptions.abort(message);
        }
    }
}
