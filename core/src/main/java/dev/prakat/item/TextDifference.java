package dev.prakat.item;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dev.prakat.item.DifferenceLine.Mark;
import dev.prakat.item.DifferenceLine.Piece;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What two texts say differently: by lines, and within a line by words, as Thai divides them although it writes no blanks
 * between. Bounded in time and memory.
 */
final class TextDifference {

    /** How many lines, or words, are compared with each other; more than these are shown as gone and come. */
    private static final int MOST = 4000;

    private static final int MOST_WORDS = 1500;

    /** Same lines that are shown before and after what differs. */
    private static final int CONTEXT = 1;

    private static final Locale THAI = Locale.forLanguageTag("th");

    private final List<DifferenceLine> lines = new ArrayList<>();

    private TextDifference() {}

    static List<DifferenceLine> of(List<String> before, List<String> after) {
        int head = 0;
        int least = Math.min(before.size(), after.size());
        while (head < least && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        TextDifference difference = new TextDifference();
        difference.same(before.subList(0, head), 0, CONTEXT);
        difference.middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
        difference.same(before.subList(before.size() - tail, before.size()), CONTEXT, 0);
        return List.copyOf(difference.lines);
    }

    private void middle(List<String> before, List<String> after) {
        if (before.size() > MOST || after.size() > MOST) {
            before.forEach(line -> lines.add(DifferenceLine.whole(Mark.REMOVED, line)));
            after.forEach(line -> lines.add(DifferenceLine.whole(Mark.ADDED, line)));
            return;
        }
        int at = 0;
        for (Edit edit : edits(before, after)) {
            same(before.subList(at, edit.from()), at == 0 ? 0 : CONTEXT, CONTEXT);
            changed(before.subList(edit.from(), edit.to()), after.subList(edit.otherFrom(), edit.otherTo()));
            at = edit.to();
        }
        same(before.subList(at, before.size()), CONTEXT, 0);
    }

    /** What stands from one place to another is replaced by what stands there in the other text; either may be nothing. */
    private record Edit(int from, int to, int otherFrom, int otherTo) {}

    /** The library may tell of what came and what went at one place one by one; here they are one edit. */
    private static List<Edit> edits(List<String> before, List<String> after) {
        List<Edit> edits = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = from + delta.getSource().size();
            int otherFrom = delta.getTarget().getPosition();
            int otherTo = otherFrom + delta.getTarget().size();
            Edit last = edits.isEmpty() ? null : edits.get(edits.size() - 1);
            if (last != null && last.to() == from && last.otherTo() == otherFrom) {
                edits.set(edits.size() - 1, new Edit(last.from(), to, last.otherFrom(), otherTo));
            } else {
                edits.add(new Edit(from, to, otherFrom, otherTo));
            }
        }
        return edits;
    }

    private void same(List<String> same, int first, int last) {
        if (same.size() <= first + last + 1) {
            same.forEach(line -> lines.add(DifferenceLine.whole(Mark.SAME, line)));
            return;
        }
        same.subList(0, first).forEach(line -> lines.add(DifferenceLine.whole(Mark.SAME, line)));
        lines.add(DifferenceLine.whole(Mark.OMITTED, Integer.toString(same.size() - first - last)));
        same.subList(same.size() - last, same.size()).forEach(line -> lines.add(DifferenceLine.whole(Mark.SAME, line)));
    }

    private void changed(List<String> before, List<String> after) {
        int pairs = Math.min(before.size(), after.size());
        for (int i = 0; i < pairs; i++) {
            pair(before.get(i), after.get(i));
        }
        before.subList(pairs, before.size()).forEach(line -> lines.add(DifferenceLine.whole(Mark.REMOVED, line)));
        after.subList(pairs, after.size()).forEach(line -> lines.add(DifferenceLine.whole(Mark.ADDED, line)));
    }

    private void pair(String before, String after) {
        List<String> from = words(before);
        List<String> to = words(after);
        List<Piece> pieces = from.size() > MOST_WORDS || to.size() > MOST_WORDS ? List.of() : pieces(from, to);
        int same = pieces.stream()
                .filter(piece -> piece.mark() == Mark.SAME)
                .mapToInt(piece -> piece.text().length())
                .sum();
        if (same * 3 < Math.min(before.length(), after.length())) {
            lines.add(DifferenceLine.whole(Mark.REMOVED, before));
            lines.add(DifferenceLine.whole(Mark.ADDED, after));
        } else {
            lines.add(new DifferenceLine(Mark.CHANGED, pieces));
        }
    }

    private static List<Piece> pieces(List<String> from, List<String> to) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Edit edit : edits(from, to)) {
            add(pieces, Mark.SAME, from.subList(at, edit.from()));
            add(pieces, Mark.REMOVED, from.subList(edit.from(), edit.to()));
            add(pieces, Mark.ADDED, to.subList(edit.otherFrom(), edit.otherTo()));
            at = edit.to();
        }
        add(pieces, Mark.SAME, from.subList(at, from.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Mark mark, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(mark, String.join("", words)));
        }
    }

    /** The words of a line with the blanks and signs between them; joined they are the line. */
    static List<String> words(String line) {
        BreakIterator words = BreakIterator.getWordInstance(THAI);
        words.setText(line);
        List<String> list = new ArrayList<>();
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; to = words.next()) {
            list.add(line.substring(from, to));
            from = to;
        }
        return list;
    }
}
