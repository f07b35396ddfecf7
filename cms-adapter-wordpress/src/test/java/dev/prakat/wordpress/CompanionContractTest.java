package dev.prakat.wordpress;

import dev.prakat.wordpress.site.Installed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A site with our plugin, which redirects too. A long trial, because a build has the one without, and the plugin its own tests. */
@Tag("soak")
@EnabledIfSystemProperty(named = "prakat.wordpressHostile", matches = "true")
@Tag("one-jdk")
final class CompanionContractTest extends RealWordPressContract {

    private static Installed plugin;

    @BeforeAll
    static void install() throws IOException {
        try (InputStream in = WordPressTarget.class.getResourceAsStream("prakat-companion.php")) {
            plugin = real.installPlugin(
                    "prakat-companion", new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void uninstall() {
        plugin.close();
    }

    @Override
    WordPressSite settings() {
        return front.site(real).withCompanionPlugin(true);
    }
}
