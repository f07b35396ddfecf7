package dev.prakat.screening;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What screening found in one subject. Immutable. */
public final class ScreeningReport {

    /** The most findings that are listed; the counts go on. */
    public static final int MOST_LISTED = 10_000;

    private final String subjectHash;
    private final List<ScreeningFinding> findings;
    private final Map<ScreeningAction, Long> counts;

    ScreeningReport(String subjectHash, List<ScreeningFinding> findings, Map<ScreeningAction, Long> counts) {
        this.subjectHash = subjectHash;
        this.findings = List.copyOf(findings);
        this.counts = new EnumMap<>(counts);
    }

    /**
     * The hash of what was looked at; a waiver counts for this hash and a finding's key only.
     *
     * @return {@link ScreeningSubject#hash()} of the subject
     */
    public String subjectHash() {
        return subjectHash;
    }

    /**
     * The findings by part and place, of all actions.
     *
     * @return at most {@link #MOST_LISTED}; those that block before others when there are more
     */
    public List<ScreeningFinding> findings() {
        return findings;
    }

    /**
     * The listed findings that ask for one action.
     *
     * @param action the action
     * @return the findings in order
     */
    public List<ScreeningFinding> of(ScreeningAction action) {
        return findings.stream().filter(finding -> finding.action() == action).toList();
    }

    /**
     * How many findings ask for one action, listed or not.
     *
     * @param action the action
     * @return 0 or more
     */
    public long count(ScreeningAction action) {
        return counts.getOrDefault(action, 0L);
    }

    /** {@return how many findings are counted and not listed} */
    public long unlisted() {
        return counts.values().stream().mapToLong(Long::longValue).sum() - findings.size();
    }

    /** {@return whether something must be taken out before anybody may approve} */
    public boolean blocks() {
        return count(ScreeningAction.BLOCK) > 0;
    }

    /** {@return whether whoever approves must give reasons} */
    public boolean needsWaiver() {
        return count(ScreeningAction.WARN) > 0;
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
