package dev.prakat.policy;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How a policy's page looks: readable on a screen and on paper, in both schemes of colour. Stateless. */
final class PageStyle {

    private static final String FILE = "page.css";

    static final String CSS = read();

    /** The head of every arrow, once for all diagrams of the page. */
    static final String ARROW = """
            <svg class="defs" aria-hidden="true"><defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4"
            markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs></svg>
            """;

    private PageStyle() {}

    private static String read() {
        try (InputStream in = Objects.requireNonNull(PageStyle.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PrakatException(ProblemCode.BROKEN, FILE + " cannot be read from the jar: " + e, e);
        }
    }
}
