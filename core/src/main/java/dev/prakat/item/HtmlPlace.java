package dev.prakat.item;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Says where in a body something stands, in words that an author finds again. */
final class HtmlPlace {

    private static final int WORDS = 25;

    private HtmlPlace() {}

    /** The nearest block and the first words in it. */
    static Removals.Place of(Node node) {
        @Nullable Node at = node;
        while (at != null && !(at instanceof Element element && SafeHtml.BLOCKS.contains(element.normalName()))) {
            at = at.parent();
        }
        return at instanceof Element block
                ? new Removals.Place(block.normalName(), firstWords(block))
                : new Removals.Place("body", "");
    }

    static boolean keepsLines(Node node) {
        for (@Nullable Node at = node.parent(); at != null; at = at.parent()) {
            if (at.nameIs("pre")) {
                return true;
            }
        }
        return false;
    }

    /** Reads no further than it needs to. */
    private static String firstWords(Element block) {
        StringBuilder words = new StringBuilder();
        block.filter((node, depth) -> {
            if (node instanceof TextNode text) {
                String whole = text.getWholeText();
                int most = Math.min(whole.length(), 200);
                words.append(whole, 0, most).append(' ');
            }
            return words.toString().strip().length() > WORDS
                    ? NodeFilter.FilterResult.STOP
                    : NodeFilter.FilterResult.CONTINUE;
        });
        String line = Characters.clean(words.toString().replaceAll("\\s+", " "), Characters.Layout.LINE);
        int end = line.offsetByCodePoints(0, Math.min(WORDS, line.codePointCount(0, line.length())));
        return end == line.length() ? line : line.substring(0, end) + "…";
    }
}
