package dev.prakat.report;

/** Text as HTML. Stateless. */
final class Markup {

    private Markup() {}

    static String text(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What a person wrote, with its lines. */
    static String lines(String value) {
        return text(value).replace("\r\n", "\n").replace("\n", "<br>");
    }
}
