package dev.prakat.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A canonical body as lines that a person reads: a line for each heading, paragraph, entry and row. */
final class ReadableBody implements NodeVisitor {

    private static final Set<String> CELLS = Set.of("td", "th");

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int cells;

    private ReadableBody() {}

    static List<String> lines(String html) {
        ReadableBody reader = new ReadableBody();
        CanonicalHtml.parse(html).body().traverse(reader);
        reader.end();
        return reader.lines;
    }

    /** The HTML itself, an element or text a line, for what reading does not show. */
    static List<String> source(String html) {
        return Stream.of(html.split("(?=<)|\n")).filter(part -> !part.isEmpty()).toList();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            text(text);
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void text(TextNode text) {
        String whole = text.getWholeText();
        int from = 0;
        for (int at = whole.indexOf('\n'); at >= 0; at = whole.indexOf('\n', from)) {
            line.append(whole, from, at);
            end();
            from = at + 1;
        }
        line.append(whole, from, whole.length());
    }

    private void element(Element element) {
        String tag = element.normalName();
        if (CELLS.contains(tag)) {
            cells++;
            line.append("| ");
        } else if (cells == 0 && (SafeHtml.BLOCKS.contains(tag) || tag.equals("br"))) {
            end();
            line.append(sign(tag));
        } else if (SafeHtml.BLOCKS.contains(tag) || tag.equals("br")) {
            line.append(' ');
        }
        if (tag.equals("img")) {
            line.append('[')
                    .append(element.attr("alt"))
                    .append("](")
                    .append(element.attr("src"))
                    .append(')');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String tag = element.normalName();
        if (CELLS.contains(tag)) {
            cells--;
            line.append(' ');
        } else if (tag.equals("a") && element.hasAttr("href")) {
            line.append(" (").append(element.attr("href")).append(')');
        } else if (cells == 0 && SafeHtml.BLOCKS.contains(tag)) {
            end();
        }
    }

    private static String sign(String tag) {
        return switch (tag) {
            case "h2", "h3", "h4", "h5", "h6" -> "#".repeat(tag.charAt(1) - '0') + " ";
            case "li" -> "- ";
            case "blockquote" -> "> ";
            case "hr" -> "---";
            default -> "";
        };
    }

    private void end() {
        if (!line.isEmpty()) {
            String text = line.toString().strip();
            if (!text.isEmpty()) {
                lines.add(text);
            }
            line.setLength(0);
        }
    }
}
