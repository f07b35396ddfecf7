package dev.prakat.item;

import dev.prakat.problem.Finding;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Makes the canonical HTML of a body: what Thai government pages need and nothing that runs, in the one form that every target
 * delivers unchanged. The same input always gives the same output, and the output cleans to itself. Bounded in time and
 * memory, whatever comes in.
 */
final class CanonicalHtml {

    /** A body with at most this many elements below one another is read. */
    static final int MAX_DEPTH = 200;

    /** A body with at most this many elements is read; a hostile one can make far more than its length shows. */
    static final int MAX_ELEMENTS = 100_000;

    /** Cleaning is repeated until it changes nothing more; two rounds are usual. */
    private static final int MAX_ROUNDS = 6;

    private CanonicalHtml() {}

    /** A cleaned body, what was taken out of it, and what the author must mend. */
    record Cleaned(String html, List<Removal> removed, List<Finding> findings) {}

    /**
     * Cleans a body.
     *
     * @throws IllegalArgumentException if it is nested deeper than {@link #MAX_DEPTH}, has more elements than {@link
     *     #MAX_ELEMENTS}, or has no stable form
     */
    static Cleaned of(String html) {
        Removals removals = new Removals();
        List<Finding> findings = new ArrayList<>();
        String before = html;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            HtmlPass pass = new HtmlPass(removals);
            String after = pass.over(parse(before));
            if (round == 0) {
                findings.addAll(pass.findings());
            }
            if (after.equals(before)) {
                return new Cleaned(after, removals.list(), List.copyOf(findings));
            }
            before = after;
        }
        throw new IllegalArgumentException(
                "found elements in an order that every reader takes differently; write the text with simpler HTML");
    }

    /** Reads step by step, so that a body that grows while it is read is given up in time. */
    static Document parse(String html) {
        try (StreamParser parser = new StreamParser(Parser.htmlParser().setMaxDepth(MAX_DEPTH + 20))) {
            parser.parse("<!doctype html><html><head></head><body>" + html, "");
            int elements = 0;
            for (Iterator<Element> read = parser.iterator(); read.hasNext(); read.next()) {
                elements++;
                if (elements > MAX_ELEMENTS) {
                    throw new IllegalArgumentException("found more than " + MAX_ELEMENTS
                            + " elements; divide the text into several items, or attach it as a file");
                }
            }
            Document document = parser.document();
            requireDepth(document);
            return document;
        }
    }

    private static void requireDepth(Document document) {
        document.body().traverse((node, depth) -> {
            if (depth > MAX_DEPTH) {
                throw new IllegalArgumentException(
                        "found elements nested deeper than " + MAX_DEPTH + "; write the text with fewer levels");
            }
        });
    }
}
