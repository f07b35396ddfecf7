package dev.prakat.item;

import java.util.List;

/**
 * A line of a readable difference of two texts. Immutable.
 *
 * @param mark what happened to the line
 * @param pieces its text in order; more than one only where words within the line differ
 */
public record DifferenceLine(Mark mark, List<Piece> pieces) {

    /** Copies the list. */
    public DifferenceLine {
        pieces = List.copyOf(pieces);
    }

    /** What happened to a line or to words. */
    public enum Mark {
        /** It stands in both texts. */
        SAME,
        /** It stood in the first text only. */
        REMOVED,
        /** It stands in the second text only. */
        ADDED,
        /** Some of its words differ. */
        CHANGED,
        /** Lines that are the same in both, left out; the one piece is their number. */
        OMITTED
    }

    /**
     * Words in a row with one fate.
     *
     * @param mark {@code SAME}, {@code REMOVED} or {@code ADDED}; of an omission {@code OMITTED}
     * @param text the words, with the blanks that belong to them
     */
    public record Piece(Mark mark, String text) {}

    static DifferenceLine whole(Mark mark, String text) {
        return new DifferenceLine(mark, List.of(new Piece(mark, text)));
    }

    /**
     * The line as text: {@code -} and {@code +} before a line that went or came, {@code [-…-]} and {@code {+…+}} around words.
     *
     * @return the line
     */
    public String line() {
        StringBuilder line = new StringBuilder(
                switch (mark) {
                    case REMOVED -> "- ";
                    case ADDED -> "+ ";
                    case CHANGED -> "~ ";
                    case SAME, OMITTED -> "  ";
                });
        for (Piece piece : pieces) {
            String open = mark == Mark.CHANGED && piece.mark() == Mark.REMOVED ? "[-" : "";
            String close = open.isEmpty() ? "" : "-]";
            boolean came = mark == Mark.CHANGED && piece.mark() == Mark.ADDED;
            line.append(came ? "{+" : open).append(piece.text()).append(came ? "+}" : close);
        }
        return mark == Mark.OMITTED ? "  … " + pieces.get(0).text() : line.toString();
    }
}
