package dev.prakat.item;

import dev.prakat.item.Characters.Layout;
import dev.prakat.item.Removal.Kind;
import dev.prakat.problem.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.select.NodeVisitor;

/** One round of cleaning over a body. Used once. */
final class HtmlPass {

    /** Own ids, so that a link within a body finds its place and none takes the name of a part of the site. */
    private static final String ID_PREFIX = "c-";

    private static final int SHOWN = 30;

    private final Removals removals;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    HtmlPass(Removals removals) {
        this.removals = removals;
    }

    List<Finding> findings() {
        return findings;
    }

    String over(Document dirty) {
        Element body = dirty.body();
        if (!body.normalName().equals("body")) {
            removals.add(Kind.ELEMENT_AND_CONTENT, "<" + body.normalName() + ">", () -> HtmlPlace.of(body));
            return "";
        }
        body.attributes()
                .forEach(attribute -> removals.add(kind(attribute), shown(body, attribute), () -> HtmlPlace.of(body)));
        List<Node> doomed = new ArrayList<>();
        look(body, doomed);
        doomed.forEach(Node::remove);
        Document clean = new Cleaner(SafeHtml.LIST).clean(dirty);
        return new HtmlForm(removals).write(clean.body());
    }

    /** Tells what will go, and puts right what may stay. What is inside something that goes is not told of. */
    private void look(Element body, List<Node> doomed) {
        body.traverse(new NodeVisitor() {
            private int within = -1;

            @Override
            public void head(Node node, int depth) {
                if (within < 0 && depth > 0 && goes(node)) {
                    within = depth;
                    doomed.add(node);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (depth == within) {
                    within = -1;
                }
            }
        });
    }

    private boolean goes(Node node) {
        if (node instanceof TextNode text) {
            Layout layout = HtmlPlace.keepsLines(text) ? Layout.PREFORMATTED : Layout.HTML;
            String whole = text.getWholeText();
            String cleaned = Characters.clean(whole, layout, removals, () -> HtmlPlace.of(node));
            if (!cleaned.equals(whole)) {
                text.text(cleaned);
            }
            return false;
        }
        if (!(node instanceof Element element)) {
            removals.add(Kind.COMMENT, shortened(node.outerHtml()), () -> HtmlPlace.of(node));
            return true;
        }
        String tag = element.normalName();
        if (SafeHtml.DROPPED.contains(tag)) {
            removals.add(Kind.ELEMENT_AND_CONTENT, "<" + tag + ">", () -> HtmlPlace.of(node));
            return true;
        }
        String other = SafeHtml.REPLACED.get(tag);
        if (other != null) {
            removals.add(Kind.REPLACED, "<" + tag + "> → <" + other + ">", () -> HtmlPlace.of(node));
            element.tagName(other);
        } else if (!SafeHtml.LIST.isSafeTag(tag)) {
            removals.add(Kind.ELEMENT, "<" + shortened(tag) + ">", () -> HtmlPlace.of(node));
            return false;
        }
        attributes(element);
        return tag.equals("img") && !image(element);
    }

    private void attributes(Element element) {
        for (Attribute attribute : List.copyOf(element.attributes().asList())) {
            rewrite(attribute);
            boolean again = attribute.getKey().equals("id") && !ids.add(attribute.getValue());
            if (again || !SafeHtml.keeps(element, attribute)) {
                removals.add(kind(attribute), shown(element, attribute), () -> HtmlPlace.of(element));
                element.removeAttr(attribute.getKey());
            } else {
                element.attr(attribute.getKey(), attribute.getValue());
            }
        }
    }

    private static Kind kind(Attribute attribute) {
        if (SafeHtml.isEventHandler(attribute)) {
            return Kind.EVENT_HANDLER;
        }
        return SafeHtml.isAddress(attribute) ? Kind.ADDRESS : Kind.ATTRIBUTE;
    }

    private void rewrite(Attribute attribute) {
        String value = attribute.getValue().strip();
        switch (attribute.getKey()) {
            case "id" -> attribute.setValue(own(value));
            case "headers" ->
                attribute.setValue(Stream.of(value.split("\\s+"))
                        .filter(id -> !id.isEmpty())
                        .map(HtmlPass::own)
                        .collect(Collectors.joining(" ")));
            case "href" ->
                attribute.setValue(value.startsWith("#") && value.length() > 1 ? "#" + own(value.substring(1)) : value);
            case "src" -> attribute.setValue(value);
            case "alt", "title", "abbr" -> attribute.setValue(Characters.clean(value, Layout.LINE));
            default -> {}
        }
    }

    private static String own(String id) {
        return id.isEmpty() || id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id;
    }

    /** An image without an address is nothing; one without a text is nothing to those who cannot see it. */
    private boolean image(Element image) {
        if (!image.hasAttr("src")) {
            return false;
        }
        if (!image.hasAttr("alt")) {
            findings.add(new Finding(
                    "body, image " + shortened(image.attr("src")),
                    "prakat",
                    "found no alt, the text that stands for the image",
                    "write alt with what the image shows, or alt=\"\" if it only decorates"));
        }
        return true;
    }

    private static String shown(Element element, Attribute attribute) {
        return "<" + element.normalName() + " " + shortened(attribute.getKey()) + "=\""
                + shortened(attribute.getValue()) + "\">";
    }

    /** Short, on one line, and without characters that would disturb a terminal. */
    static String shortened(String value) {
        String line = value.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip().toLowerCase(Locale.ROOT);
        int end = Math.min(SHOWN, line.length());
        if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.length() <= SHOWN ? line : line.substring(0, end) + "…";
    }
}
