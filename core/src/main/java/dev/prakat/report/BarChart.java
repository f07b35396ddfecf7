package dev.prakat.report;

import java.util.List;
import java.util.Locale;

/**
 * A column of a table as horizontal bars, drawn inline. The table beside it says the same, and a text tells the largest ones to
 * whoever cannot see it. Prints in black and white.
 */
final class BarChart {

    private static final int MOST = 12;
    private static final int WIDTH = 400;
    private static final int BARS = 330;
    private static final int LINE = 42;
    private static final int LONGEST_LABEL = 52;

    private final ReportSection section;
    private final int column;

    BarChart(ReportSection section, int column) {
        this.section = section;
        this.column = column;
    }

    /** The largest rows, or the months, the sums left out; empty when there is nothing to draw. */
    private List<ReportRow> largest() {
        return section.rows().stream()
                .filter(row -> !row.key().equals(ReportRow.TOTAL)
                        && row.cells().get(column).length() > 0)
                .sorted(byTime() ? (a, b) -> a.key().compareTo(b.key()) : (a, b) -> Long.compare(length(b), length(a)))
                .limit(MOST)
                .toList();
    }

    /** Months stay in their order. */
    private boolean byTime() {
        return section.rows().stream()
                .allMatch(row -> row.key().equals(ReportRow.TOTAL) || row.key().matches("\\d{4}-\\d{2}"));
    }

    private long length(ReportRow row) {
        return row.cells().get(column).length();
    }

    String svg() {
        List<ReportRow> rows = largest();
        if (rows.isEmpty()) {
            return "";
        }
        long most = rows.stream().mapToLong(this::length).max().orElse(1);
        int height = rows.size() * LINE + 4;
        String id = "chart-" + section.id();
        StringBuilder svg = new StringBuilder()
                .append("<svg class=\"chart\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\">\n<title id=\"")
                .append(id)
                .append("\">")
                .append(Markup.text(told(rows)))
                .append("</title>\n");
        for (int i = 0; i < rows.size(); i++) {
            bar(svg, rows.get(i), i * LINE, most);
        }
        return svg.append("</svg>\n").toString();
    }

    /** The name stands above its bar, so that both are large enough on a telephone. */
    private void bar(StringBuilder svg, ReportRow row, int top, long most) {
        long width = Math.max(2, Math.round((double) length(row) / most * BARS));
        svg.append("<text x=\"0\" y=\"")
                .append(top + 16)
                .append("\">")
                .append(Markup.text(shortened(row.labelTh())))
                .append("</text><rect x=\"0\" y=\"")
                .append(top + 22)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"14\"/><text x=\"")
                .append(width + 6)
                .append("\" y=\"")
                .append(top + 34)
                .append("\">")
                .append(String.format(Locale.ROOT, "%,d", length(row)))
                .append("</text>\n");
    }

    private String told(List<ReportRow> rows) {
        String name = ReportTexts.THAI.text("section." + section.id()) + ": "
                + ReportTexts.THAI.text("column." + section.columns().get(column));
        StringBuilder told = new StringBuilder(name);
        for (ReportRow row : rows) {
            told.append(row.equals(rows.get(0)) ? " – " : ", ");
            told.append(row.labelTh()).append(' ').append(length(row));
        }
        return told.toString();
    }

    /** Cut between characters that people see: a vowel or tone mark is never parted from its consonant. */
    private static String shortened(String label) {
        if (label.length() <= LONGEST_LABEL) {
            return label;
        }
        int end = LONGEST_LABEL - 1;
        while (end > 0 && Character.getType(label.charAt(end)) == Character.NON_SPACING_MARK) {
            end--;
        }
        return label.substring(0, end).strip() + "…";
    }
}
