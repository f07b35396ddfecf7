package dev.prakat.wordpress;

/** A site without our plugin: a plain WordPress can do everything but redirect. */
final class WordPressContractTest extends RealWordPressContract {

    @Override
    WordPressSite settings() {
        return front.site(real);
    }
}
