package dev.prakat.item;

import dev.prakat.item.Removal.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Writes a clean body in its one form: nothing empty, blanks only where they separate words, attributes in order. */
final class HtmlForm {

    private final Removals removals;

    HtmlForm(Removals removals) {
        this.removals = removals;
    }

    String write(Element body) {
        // Bottom-up, so that what becomes empty is seen to be so.
        List<Element> elements = new ArrayList<>(body.getAllElements());
        Collections.reverse(elements);
        elements.forEach(this::tidy);
        texts(body).forEach(HtmlForm::blanks);
        body.getElementsByTag("pre").forEach(HtmlForm::firstLine);
        paragraphs(body);
        body.getAllElements().forEach(HtmlForm::order);
        settings(body);
        return body.childNodes().stream().map(Node::outerHtml).collect(Collectors.joining("\n"));
    }

    private void tidy(Element element) {
        String tag = element.normalName();
        boolean bare = element.attributesSize() == 0;
        if (isEmpty(element) && !SafeHtml.MAY_BE_EMPTY.contains(tag) && !element.hasAttr("id")) {
            removals.add(Kind.EMPTY, "<" + tag + ">", () -> HtmlPlace.of(element));
            if (element.childNodeSize() > 0 && !SafeHtml.BLOCKS.contains(tag)) {
                element.replaceWith(new TextNode(" "));
            } else {
                element.remove();
            }
        } else if (bare && (tag.equals("span") || tag.equals("a"))) {
            element.unwrap();
        }
    }

    private static boolean isEmpty(Element element) {
        for (Node child : element.childNodes()) {
            if (!(child instanceof TextNode text) || !saysNothing(text.getWholeText())) {
                return false;
            }
        }
        return true;
    }

    private static boolean saysNothing(String text) {
        return text.chars()
                .allMatch(c -> c == ' ' || c == '\n' || c == 0xA0 || c == 0x200B || c == 0x2060 || c == 0xAD);
    }

    private static List<TextNode> texts(Element body) {
        List<TextNode> texts = new ArrayList<>();
        body.traverse((node, depth) -> {
            if (node instanceof TextNode text && !HtmlPlace.keepsLines(text)) {
                texts.add(text);
            }
        });
        return texts;
    }

    /** Between blocks and at their ends a blank separates nothing. */
    private static void blanks(TextNode text) {
        String value = text.getWholeText();
        if (breaks(text.previousSibling(), text)) {
            value = withoutLeading(value);
        }
        if (breaks(text.nextSibling(), text)) {
            value = withoutTrailing(value);
        }
        if (value.isEmpty()) {
            text.remove();
        } else {
            text.text(value);
        }
    }

    /** A reader of HTML drops the line feed after {@code <pre>}; it is dropped here, so that nothing changes later. */
    private static void firstLine(Element pre) {
        if (pre.firstChild() instanceof TextNode text) {
            String value = text.getWholeText();
            int from = 0;
            while (from < value.length() && value.charAt(from) == '\n') {
                from++;
            }
            text.text(value.substring(from));
        }
    }

    private static String withoutLeading(String value) {
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    private static String withoutTrailing(String value) {
        return value.endsWith(" ") ? value.substring(0, value.length() - 1) : value;
    }

    private static boolean breaks(@Nullable Node sibling, Node text) {
        Node node = sibling == null ? Objects.requireNonNull(text.parent()) : sibling;
        return SafeHtml.BLOCKS.contains(node.normalName()) || node.nameIs("br");
    }

    /** Text that stands in no block gets a paragraph, as WordPress would give it one when it shows the page. */
    private static void paragraphs(Element body) {
        @Nullable Element paragraph = null;
        for (Node node : List.copyOf(body.childNodes())) {
            if (node instanceof Element element && holdsBlock(element)) {
                paragraph = null;
            } else {
                if (paragraph == null) {
                    paragraph = new Element("p");
                    node.before(paragraph);
                }
                paragraph.appendChild(node);
            }
        }
    }

    private static boolean holdsBlock(Element element) {
        return element.stream().anyMatch(below -> SafeHtml.BLOCKS.contains(below.normalName()));
    }

    private static void order(Element element) {
        if (element.attributesSize() > 1) {
            List<Attribute> attributes = new ArrayList<>(element.attributes().asList());
            attributes.sort(Comparator.comparing(Attribute::getKey));
            element.clearAttributes();
            attributes.forEach(attribute -> element.attr(attribute.getKey(), attribute.getValue()));
        }
    }

    private static void settings(Element body) {
        Document document = Objects.requireNonNull(body.ownerDocument());
        document.outputSettings()
                .prettyPrint(false)
                .escapeMode(EscapeMode.xhtml)
                .charset(StandardCharsets.UTF_8);
    }
}
