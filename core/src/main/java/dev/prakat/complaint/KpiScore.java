package dev.prakat.complaint;

import dev.prakat.policy.KpiChoices.Scoring;
import dev.prakat.policy.KpiTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a percentage is worth. Immutable. Source: S004-R13, AMB-33
 *
 * @param percent the percentage, not rounded
 * @param score 1 to 5, with four decimals
 * @param weighted the score by its weight of 100, with four decimals
 */
public record KpiScore(BigDecimal percent, BigDecimal score, BigDecimal weighted) {

    private static final int DECIMALS = 4;
    private static final int SHOWN = 2;
    private static final int EXACT = 20;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * Scores a percentage: at or before the first level 1, at or beyond the last 5, in between as the policy says.
     *
     * @param percent the percentage, not rounded
     * @param terms the levels, rising or falling, and the weight
     * @return the score
     */
    public static KpiScore of(BigDecimal percent, KpiTerms terms) {
        BigDecimal score = score(percent, terms).setScale(DECIMALS, RoundingMode.HALF_UP);
        BigDecimal weighted = score.multiply(terms.weight()).divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
        return new KpiScore(percent, score, weighted);
    }

    /**
     * The percentage of a part. Source: S004-R14
     *
     * @param part the part
     * @param whole the whole, not 0
     * @param terms the levels and the weight
     * @return the score of it
     */
    static KpiScore of(int part, int whole, KpiTerms terms) {
        return of(
                new BigDecimal(part).multiply(HUNDRED).divide(new BigDecimal(whole), EXACT, RoundingMode.HALF_UP),
                terms);
    }

    /**
     * The percentage as it is printed.
     *
     * @return with two decimals, for example {@code 94.29}
     */
    public BigDecimal shownPercent() {
        return percent.setScale(SHOWN, RoundingMode.HALF_UP);
    }

    private static BigDecimal score(BigDecimal value, KpiTerms terms) {
        List<BigDecimal> levels = terms.levels();
        boolean falling = levels.get(0).compareTo(levels.get(levels.size() - 1)) > 0;
        for (int i = levels.size() - 1; i >= 0; i--) {
            int beyond = value.compareTo(levels.get(i)) * (falling ? -1 : 1);
            if (beyond >= 0) {
                BigDecimal level = new BigDecimal(i + 1);
                boolean last = i == levels.size() - 1;
                return last || beyond == 0 || terms.choices().scoring() == Scoring.STEP
                        ? level
                        : level.add(value.subtract(levels.get(i))
                                .divide(levels.get(i + 1).subtract(levels.get(i)), EXACT, RoundingMode.HALF_UP));
            }
        }
        return BigDecimal.ONE;
    }
}
