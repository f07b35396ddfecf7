package dev.prakat.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lines and columns in a text, counted in code points, in one pass over it. One use, one thread. */
final class Positions {

    private final String text;
    private int at;
    private int line = 1;
    private int column = 1;

    Positions(String text) {
        this.text = text;
    }

    /** The findings in the order of the text, with their lines and columns. */
    List<ScreeningFinding> placed(List<ScreeningFinding> findings) {
        List<ScreeningFinding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparingInt(ScreeningFinding::start).thenComparingInt(ScreeningFinding::end));
        sorted.replaceAll(this::place);
        return sorted;
    }

    private ScreeningFinding place(ScreeningFinding finding) {
        advance(finding.start());
        return new ScreeningFinding(
                finding.kind(),
                finding.action(),
                finding.place(),
                finding.start(),
                finding.end(),
                line,
                column,
                finding.masked(),
                finding.unscreenable());
    }

    private void advance(int to) {
        while (at < to) {
            char c = text.charAt(at++);
            boolean ends = c == '\n' || (c == '\r' && (at == text.length() || text.charAt(at) != '\n'));
            if (ends) {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c) || at < 2 || !Character.isHighSurrogate(text.charAt(at - 2))) {
                column++;
            }
        }
    }
}
