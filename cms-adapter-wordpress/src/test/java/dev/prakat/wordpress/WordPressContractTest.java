package dev.prakat.wordpress;

import org.junit.jupiter.api.Tag;

/** A site without our plugin: a plain WordPress can do everything but redirect. */
@Tag("one-jdk")
final class WordPressContractTest extends RealWordPressContract {

    @Override
    WordPressSite settings() {
        return front.site(real);
    }
}
