package dev.prakat.policy;

import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.Transition;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A procedure as a picture: a box for each step from the top down, an arrow for each way. What goes on stands at the right, what
 * goes back at the left, what ends beside its box. One use, one thread.
 */
final class ProcedureDiagram {

    private static final int WIDTH = 760;
    private static final int BOX_LEFT = 190;
    private static final int BOX_WIDTH = 300;
    private static final int BOX_HEIGHT = 72;
    private static final int GAP = 44;
    private static final int LINE = 19;
    private static final int LETTERS = 34;
    private static final int LANE = 18;

    private final Procedure procedure;
    private final PageWords words;
    private final StringBuilder svg = new StringBuilder();
    private final Map<String, Integer> rows = new HashMap<>();
    private int right;
    private int left;

    private ProcedureDiagram(Procedure procedure, PageWords words) {
        this.procedure = procedure;
        this.words = words;
        for (int i = 0; i < procedure.steps().size(); i++) {
            rows.putIfAbsent(procedure.steps().get(i).id(), i);
        }
    }

    static String svg(Procedure procedure, PageWords words) {
        return new ProcedureDiagram(procedure, words).draw();
    }

    private String draw() {
        int height = procedure.steps().size() * (BOX_HEIGHT + GAP) + GAP;
        String title = words.either(procedure.labelTh(), procedure.labelEn());
        svg.append("<svg role=\"img\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\" aria-label=\"")
                .append(PageWords.escaped(title))
                .append("\">\n<title>")
                .append(PageWords.escaped(title))
                .append("</title>\n");
        for (int row = 0; row < procedure.steps().size(); row++) {
            ways(procedure.steps().get(row), row);
        }
        for (int row = 0; row < procedure.steps().size(); row++) {
            box(procedure.steps().get(row), row);
        }
        return svg.append("</svg>\n").toString();
    }

    private void box(Step step, int row) {
        int top = top(row);
        svg.append("<rect class=\"")
                .append(step.kind().name().toLowerCase(Locale.ROOT))
                .append("\" x=\"")
                .append(BOX_LEFT)
                .append("\" y=\"")
                .append(top)
                .append("\" width=\"")
                .append(BOX_WIDTH)
                .append("\" height=\"")
                .append(BOX_HEIGHT)
                .append("\" rx=\"6\"/>\n");
        List<String> lines = new ArrayList<>(wrapped((row + 1) + ". " + words.step(step)));
        String limit = words.limit(step.limit());
        if (!limit.isEmpty()) {
            lines.add("≤ " + limit);
        }
        int y = top + (BOX_HEIGHT - (lines.size() - 1) * LINE) / 2 + 5;
        for (String line : lines) {
            text(BOX_LEFT + BOX_WIDTH / 2, y, "middle", line);
            y += LINE;
        }
    }

    private void ways(Step step, int row) {
        int ends = 0;
        for (Map.Entry<Outcome, Transition> way : step.on().entrySet()) {
            String label = words.text("outcome." + way.getKey());
            for (String target : way.getValue().targets()) {
                ends += way(row, target, label, ends);
            }
        }
        Transition then = step.then();
        if (then != null) {
            way(row, then.to(), "", 0);
        }
    }

    /** Draws one way; gives 1 when it ended beside the box, so that the next one stands lower. */
    private int way(int row, String target, String label, int ends) {
        Integer to = rows.get(target);
        if (to == null) {
            end(row, label, target, ends);
            return 1;
        }
        if (to == row) {
            text(BOX_LEFT + 8, top(row) - 6, "start", "↻ " + label);
        } else if (to == row + 1) {
            int x = BOX_LEFT + BOX_WIDTH / 2;
            arrow("M" + x + " " + (top(row) + BOX_HEIGHT) + "V" + (top(to) - 2));
            text(x + 8, top(row) + BOX_HEIGHT + GAP / 2 + 5, "start", label);
        } else if (to > row) {
            // Beyond what stands beside the boxes.
            int x = WIDTH - 60 + LANE * right++ % 50;
            side(BOX_LEFT + BOX_WIDTH, x, row, to);
            text(BOX_LEFT + BOX_WIDTH + 8, top(row) + BOX_HEIGHT - 10, "start", label);
        } else {
            int x = BOX_LEFT - 36 - LANE * left++ % 110;
            side(BOX_LEFT, x, row, to);
            text(x + 4, top(to) + BOX_HEIGHT + 14, "start", label);
        }
        return 0;
    }

    private void side(int edge, int x, int from, int to) {
        int start = top(from) + BOX_HEIGHT - 6;
        int end = top(to) + (to > from ? 8 : BOX_HEIGHT - 22);
        arrow("M" + edge + " " + start + "H" + x + "V" + end + "H" + (edge + (x > edge ? 2 : -2)));
    }

    private void end(int row, String label, String target, int ends) {
        int y = top(row) + 24 + ends * 20;
        int x = BOX_LEFT + BOX_WIDTH;
        arrow("M" + x + " " + y + "H" + (x + 24));
        String name = words.text("end." + target);
        text(x + 30, y + 5, "start", label.isEmpty() ? name : label + ": " + name);
    }

    private void arrow(String path) {
        svg.append("<path d=\"").append(path).append("\" marker-end=\"url(#arrow)\"/>\n");
    }

    private void text(int x, int y, String anchor, String text) {
        svg.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(PageWords.escaped(text))
                .append("</text>\n");
    }

    /** At most two lines, broken between words; Thai vowels above and below take no room of their own. */
    private static List<String> wrapped(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag("th"));
        breaks.setText(text);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String word = text.substring(start, end);
            if (lines.isEmpty() && letters(line + word.stripTrailing()) > LETTERS && line.length() > 0) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private static long letters(String text) {
        return text.codePoints()
                .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                .count();
    }

    private static int top(int row) {
        return GAP / 2 + row * (BOX_HEIGHT + GAP);
    }
}
