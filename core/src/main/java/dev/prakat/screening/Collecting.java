package dev.prakat.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects findings up to the most that are listed, and counts the others. One use, one thread. */
final class Collecting {

    private static final int LONGEST_MASK = 80;
    private static final String SHOWN = " -/.@+()";

    private final List<ScreeningFinding> kept = new ArrayList<>();
    private final Map<ScreeningAction, Long> counts = new EnumMap<>(ScreeningAction.class);
    private int blocking;
    private int others;

    /** Counts a match and, while there is room for its like, adds it to the findings of its part, not yet placed. */
    void take(String place, Match match, NormalText text, ScreeningAction action, List<ScreeningFinding> part) {
        counts.merge(action, 1L, Long::sum);
        // What blocks and what does not have room of their own: a flood of warnings hides nothing.
        int before = action == ScreeningAction.BLOCK ? blocking++ : others++;
        if (before < ScreeningReport.MOST_LISTED) {
            int start = text.start(match.from());
            int end = text.end(match.to() - 1);
            part.add(new ScreeningFinding(match.kind(), action, place, start, end, 1, 1, masked(match, text), null));
        }
    }

    void keep(List<ScreeningFinding> part) {
        kept.addAll(part);
    }

    void unscreenable(String place, UnscreenableReason reason, ScreeningRules rules) {
        ScreeningAction action =
                reason == UnscreenableReason.IMAGE ? rules.images() : rules.action(ScreeningKind.UNSCREENABLE);
        counts.merge(action, 1L, Long::sum);
        kept.add(0, new ScreeningFinding(ScreeningKind.UNSCREENABLE, action, place, 0, 0, 1, 1, "", reason));
    }

    ScreeningReport report(String hash) {
        int room = Math.max(0, ScreeningReport.MOST_LISTED - blocking);
        List<ScreeningFinding> listed = new ArrayList<>();
        for (ScreeningFinding finding : kept) {
            boolean blocks = finding.action() == ScreeningAction.BLOCK;
            if (listed.size() < ScreeningReport.MOST_LISTED && (blocks || room-- > 0)) {
                listed.add(finding);
            }
        }
        return new ScreeningReport(hash, listed, counts);
    }

    private static String masked(Match match, NormalText text) {
        StringBuilder masked = new StringBuilder();
        int to = Math.min(match.to(), match.from() + LONGEST_MASK);
        for (int i = match.from(); i < to; i++) {
            char c = text.chars()[i];
            masked.append(SHOWN.indexOf(c) >= 0 ? c : Character.isWhitespace(c) ? ' ' : '*');
        }
        return masked.toString();
    }
}
