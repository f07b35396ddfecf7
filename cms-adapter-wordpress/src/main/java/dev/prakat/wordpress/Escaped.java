package dev.prakat.wordpress;

/** Plain text and clean HTML as WordPress must get them to show them as they are. Stateless. */
final class Escaped {

    /** In the spelling of WordPress's own filter, so that it comes back as it was sent. */
    private static final String BRACKET = "&#091;";

    private Escaped() {}

    /** A title or a summary: WordPress prints both as HTML. */
    static String line(String text) {
        return text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Plain text inside the content. */
    static String text(String text) {
        return brackets(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }

    /** Clean HTML inside the content: what looks like a shortcode is a text and must never be run. */
    static String brackets(String html) {
        return html.replace("[", BRACKET);
    }
}
