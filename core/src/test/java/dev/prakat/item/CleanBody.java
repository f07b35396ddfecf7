package dev.prakat.item;

/** For the tests of adapters: a body as it is after the way in, which is all that an adapter ever gets. */
public final class CleanBody {

    private CleanBody() {}

    /**
     * Cleans a body as a draft's is.
     *
     * @param html what an author wrote
     * @return the canonical HTML
     */
    public static String of(String html) {
        return CanonicalHtml.of(html).html();
    }
}
