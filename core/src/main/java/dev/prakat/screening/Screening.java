package dev.prakat.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for personal data before anything is public. It keeps nothing and logs nothing; what it found comes back masked. Safe for
 * use by many threads. Texts of any length and any characters come through; the time grows with the length and with nothing else.
 * Source: PRAKAT-SCREENING.
 */
public final class Screening {

    private static final char INK = '\u2588';
    private static final String STAYS = " -./@()\n\t,:";

    private final ScreeningRules rules;

    /**
     * Screens by an agency's rules.
     *
     * @param rules the rules
     */
    public Screening(ScreeningRules rules) {
        this.rules = rules;
    }

    /**
     * Looks at every part of a subject.
     *
     * @param subject what is to be public
     * @return everything that was found, allowed things too
     */
    public ScreeningReport screen(ScreeningSubject subject) {
        Collecting collecting = new Collecting();
        for (ScreeningPart part : subject.parts()) {
            Positions positions = new Positions(part.text());
            List<ScreeningFinding> found = new ArrayList<>();
            for (NormalText text : part.normal()) {
                Scan.of(text, match -> collecting.take(part.place(), match, text, rules.action(match, text), found));
            }
            collecting.keep(positions.placed(found));
        }
        subject.unscreenable().forEach((place, reason) -> collecting.unscreenable(place, reason, rules));
        return collecting.report(subject.hash());
    }

    /**
     * Blackens what must not be public, for an author who wants to mend a part. Everything else stays as it is, dashes and
     * markup too; a second look at the result finds nothing of it.
     *
     * @param part the part
     * @return its text with a full block in the place of each letter and digit of every finding that blocks
     */
    public String redact(ScreeningPart part) {
        BitSet ink = new BitSet();
        BitSet gone = new BitSet();
        for (NormalText text : part.normal()) {
            Scan.of(text, match -> {
                if (rules.action(match, text) == ScreeningAction.BLOCK) {
                    blacken(match, text, ink, gone);
                }
            });
        }
        if (ink.isEmpty()) {
            return part.text();
        }
        StringBuilder redacted = new StringBuilder(part.text().length());
        for (int i = 0; i < part.text().length(); i++) {
            if (ink.get(i)) {
                redacted.append(INK);
            } else if (!gone.get(i)) {
                redacted.append(part.text().charAt(i));
            }
        }
        return redacted.toString();
    }

    private static void blacken(Match match, NormalText text, BitSet ink, BitSet gone) {
        for (int i = match.from(); i < match.to(); i++) {
            if (STAYS.indexOf(text.chars()[i]) < 0) {
                int start = text.start(i);
                ink.set(start);
                gone.set(start + 1, Math.max(start + 1, text.end(i)));
            }
        }
    }
}
