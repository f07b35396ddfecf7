package dev.prakat.complaint;

import dev.prakat.policy.KpiChoices.NoComplaints;
import dev.prakat.policy.KpiChoices.Period;
import dev.prakat.policy.KpiTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Collects the complaints behind the figures of some months. One use, one thread. */
final class KpiTally {

    private static final int EXACT = 20;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final KpiTerms terms;
    private final YearMonth from;
    private final YearMonth until;
    private final LocalDate cutoff;
    private final List<Month> months;

    KpiTally(KpiTerms terms, YearMonth from, YearMonth until, LocalDate cutoff) {
        this.terms = terms;
        this.from = from;
        this.until = until;
        this.cutoff = cutoff;
        this.months = IntStream.rangeClosed(0, (int) ChronoUnit.MONTHS.between(from, until))
                .mapToObj(i -> new Month(from.plusMonths(i)))
                .toList();
    }

    void add(KpiStanding standing, YearMonth month, KpiCase one) {
        if (!month.isBefore(from) && !month.isAfter(until)) {
            at(month).add(standing, one);
        }
    }

    /** Not settled yet: carried through every month of the period, or, by the month of receipt, counted below the line there. */
    void open(YearMonth received, KpiCase one, boolean counts) {
        if (counts && !received.isBefore(from)) {
            at(received).open++;
        }
        carried(received, until.plusMonths(1), one);
    }

    /** Carried out of every month from that of receipt until the one in which it was settled. Source: S004-R21 */
    void carried(YearMonth received, YearMonth settled, KpiCase one) {
        YearMonth first = received.isBefore(from) ? from : received;
        for (YearMonth month = first; !month.isAfter(until) && !month.isAfter(settled); month = month.plusMonths(1)) {
            if (month.isAfter(received)) {
                at(month).add(KpiStanding.CARRIED_IN, one);
            }
            if (month.isBefore(settled)) {
                at(month).add(KpiStanding.CARRIED_OUT, one);
            }
        }
    }

    KpiResult result() {
        List<KpiFigures> figures = months.stream().map(Month::figures).toList();
        return new KpiResult(figures, months.size() == 1 ? figures.get(0) : total(figures));
    }

    private Month at(YearMonth month) {
        return months.get((int) ChronoUnit.MONTHS.between(from, month));
    }

    private KpiFigures total(List<KpiFigures> figures) {
        Map<KpiStanding, List<String>> behind = new EnumMap<>(KpiStanding.class);
        for (KpiStanding standing : KpiStanding.values()) {
            behind.put(standing, together(standing, figures));
        }
        int counted = figures.stream().mapToInt(KpiFigures::counted).sum();
        int inTime = figures.stream().mapToInt(KpiFigures::inTime).sum();
        KpiScore score = terms.choices().period() == Period.POOLED ? score(inTime, counted) : mean(figures);
        return new KpiFigures(from, until, cutoff, behind, counted, inTime, score);
    }

    /** What is carried through inner months is carried into, or out of, the period only once. */
    private static List<String> together(KpiStanding standing, List<KpiFigures> figures) {
        if (standing == KpiStanding.CARRIED_IN) {
            return figures.get(0).numbers(standing);
        }
        if (standing == KpiStanding.CARRIED_OUT) {
            return figures.get(figures.size() - 1).numbers(standing);
        }
        Set<String> all = new LinkedHashSet<>();
        figures.forEach(month -> all.addAll(month.numbers(standing)));
        return List.copyOf(all);
    }

    private @Nullable KpiScore mean(List<KpiFigures> figures) {
        List<BigDecimal> percents = figures.stream()
                .map(KpiFigures::score)
                .filter(Objects::nonNull)
                .map(KpiScore::percent)
                .toList();
        return percents.isEmpty()
                ? null
                : KpiScore.of(
                        percents.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(new BigDecimal(percents.size()), EXACT, RoundingMode.HALF_UP),
                        terms);
    }

    /** A month without complaints is neither 0 nor 100 unless the policy says so. Source: AMB-31 */
    private @Nullable KpiScore score(int inTime, int counted) {
        if (counted > 0) {
            return KpiScore.of(inTime, counted, terms);
        }
        NoComplaints none = terms.choices().noComplaints();
        return none == NoComplaints.NOT_AVAILABLE
                ? null
                : KpiScore.of(none == NoComplaints.ZERO ? BigDecimal.ZERO : HUNDRED, terms);
    }

    /** One month. */
    private final class Month {

        private final YearMonth month;
        private final Map<KpiStanding, List<String>> behind = new EnumMap<>(KpiStanding.class);
        private int open;

        Month(YearMonth month) {
            this.month = month;
        }

        void add(KpiStanding standing, KpiCase one) {
            behind.computeIfAbsent(standing, key -> new ArrayList<>()).add(one.number());
        }

        private int count(KpiStanding standing) {
            return behind.getOrDefault(standing, List.of()).size();
        }

        KpiFigures figures() {
            int inTime = count(KpiStanding.IN_TIME);
            int counted = inTime + count(KpiStanding.FAILED) + open;
            LocalDate end = month.atEndOfMonth();
            return new KpiFigures(
                    month, month, cutoff.isBefore(end) ? cutoff : end, behind, counted, inTime, score(inTime, counted));
        }
    }
}
