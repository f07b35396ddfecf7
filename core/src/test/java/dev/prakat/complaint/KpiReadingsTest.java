package dev.prakat.complaint;

import static dev.prakat.complaint.KpiExamplesTest.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.policy.KpiChoices;
import dev.prakat.policy.KpiChoices.CarryOver;
import dev.prakat.policy.KpiChoices.Denominator;
import dev.prakat.policy.KpiChoices.Inadmissible;
import dev.prakat.policy.KpiChoices.LateConclusion;
import dev.prakat.policy.KpiChoices.NoComplaints;
import dev.prakat.policy.KpiChoices.Period;
import dev.prakat.policy.KpiChoices.Scoring;
import dev.prakat.policy.KpiTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The other readings of what the document leaves open, and what holds under every one. */
class KpiReadingsTest {

    private static final YearMonth JANUARY = YearMonth.of(2021, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2021, 2);
    private static final YearMonth MARCH = YearMonth.of(2021, 3);
    private static final LocalDate LATER = LocalDate.of(2021, 12, 31);

    private final ComplaintPolicy policy = ComplaintPolicy.builtIn("sso-complaint-kpi");

    @Test
    @Tag("AMB-04")
    void withTheDayOfReceiptCountedTheLimitIsADayEarlier() {
        LocalDate received = LocalDate.of(2021, 4, 1);

        assertThat(kpi(policy.kpi()).lastDay(received)).isEqualTo(LocalDate.of(2021, 5, 17));
        assertThat(kpi(reading(policy.kpi(), FirstDay.INCLUDE)).lastDay(received))
                .isEqualTo(LocalDate.of(2021, 5, 14));
    }

    @Test
    @Tag("AMB-27")
    void whatReachedTheLimitIsNotCarriedUnderTheOtherReading() {
        KpiCase open = resolved("B", "2021-02-23", null);
        KpiTerms strict =
                with(choices(CarryOver.BELOW_LIMIT, Denominator.CONCLUDED_OR_FAILED, LateConclusion.NOT_AGAIN));

        assertThat(kpi(strict).month(MARCH, LATER, List.of(open)).counted()).isEqualTo(1);
        assertThat(kpi(strict).month(MARCH, LATER, List.of(open)).inTime()).isZero();
        assertThat(kpi(strict)
                        .month(MARCH, LocalDate.of(2021, 3, 30), List.of(open))
                        .counted())
                .as("before the month's end it may still be resolved")
                .isZero();
    }

    @Test
    @Tag("AMB-28")
    void byTheMonthOfReceiptWhatIsOpenCountsBelowTheLine() {
        KpiTerms received = with(choices(CarryOver.UP_TO_LIMIT, Denominator.RECEIVED, LateConclusion.NOT_AGAIN));
        List<KpiCase> cases = List.of(resolved("1", "2021-03-01", "2021-03-15"), resolved("2", "2021-03-30", null));

        KpiFigures march = kpi(received).month(MARCH, MARCH.atEndOfMonth(), cases);

        assertThat(march.counted()).isEqualTo(2);
        assertThat(march.inTime()).isEqualTo(1);
    }

    @Test
    @Tag("AMB-29")
    void aLateConclusionCountsAgainUnderTheOtherReading() {
        KpiTerms again = with(choices(CarryOver.UP_TO_LIMIT, Denominator.CONCLUDED_OR_FAILED, LateConclusion.AGAIN));
        List<KpiCase> cases = List.of(resolved("G", "2021-01-04", "2021-03-22"));

        assertThat(kpi(again).month(FEBRUARY, LATER, cases).counted()).isEqualTo(1);
        assertThat(kpi(again).month(MARCH, LATER, cases).counted()).isEqualTo(1);
        assertThat(kpi(again).month(MARCH, LATER, cases).inTime()).isZero();
    }

    @Test
    @Tag("AMB-30")
    void aPeriodIsPooledAndNotTheMeanOfItsMonths() {
        List<KpiCase> cases = List.of(
                resolved("1", "2021-01-04", "2021-01-05"),
                resolved("2", "2021-01-04", null),
                resolved("3", "2021-03-01", "2021-03-02"),
                resolved("4", "2021-03-01", "2021-03-02"),
                resolved("5", "2021-03-01", "2021-03-02"));

        KpiResult pooled = kpi(policy.kpi()).period(JANUARY, MARCH, LATER, cases);
        KpiResult mean = kpi(with(period(Period.MEAN))).period(JANUARY, MARCH, LATER, cases);

        assertThat(pooled.months()).hasSize(3);
        assertThat(pooled.total().counted()).isEqualTo(5);
        assertThat(percent(pooled.total())).isEqualByComparingTo("80.00");
        assertThat(percent(mean.total()))
                .as("100, 0 and 100: January, February, March")
                .isEqualByComparingTo("66.67");
    }

    @Test
    @Tag("AMB-31")
    void anEmptyMonthIsNothingUnlessThePolicySaysOtherwise() {
        assertThat(kpi(with(none(NoComplaints.ZERO)))
                        .month(MARCH, LATER, List.of())
                        .score())
                .isNotNull()
                .satisfies(score -> assertThat(score.percent()).isEqualByComparingTo("0"));
        assertThat(kpi(with(none(NoComplaints.FULL)))
                        .month(MARCH, LATER, List.of())
                        .score())
                .isNotNull()
                .satisfies(score -> assertThat(score.score()).isEqualTo("5.0000"));
    }

    @Test
    @Tag("AMB-32")
    void whatIsIncompleteCountsUnderTheOtherReading() {
        KpiChoices s = KpiChoices.STANDARD;
        KpiTerms counted = policy.kpi()
                .with(new KpiChoices(
                        s.firstDay(),
                        s.reportDay(),
                        s.carryOver(),
                        s.denominator(),
                        s.lateConclusion(),
                        s.period(),
                        s.noComplaints(),
                        Inadmissible.COUNTED,
                        s.scoring()));
        KpiCase incomplete = new KpiCase("N", "กค.", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 2), false);

        assertThat(kpi(counted).month(MARCH, LATER, List.of(incomplete)).counted())
                .isEqualTo(1);
    }

    @Test
    @Tag("AMB-33")
    void stepByStepTheLevelBelowCounts() {
        KpiTerms steps = with(scoring(Scoring.STEP));

        assertThat(KpiScore.of(new BigDecimal("94.9"), steps).score()).isEqualTo("3.0000");
        assertThat(KpiScore.of(new BigDecimal("95"), steps).score()).isEqualTo("4.0000");
    }

    @Test
    void aPeriodGoesForward() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kpi(policy.kpi()).period(MARCH, FEBRUARY, LATER, List.of()))
                .withMessageContaining("2021-03 to 2021-02");
    }

    /** Whatever comes in: each complaint counts once in its life, and what is carried out of a month is carried into the next. */
    @Test
    @Tag("AMB-28")
    void everyComplaintCountsExactlyOnce() {
        Random random = new Random(25);
        List<KpiCase> cases = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            LocalDate received = LocalDate.of(2020, 10, 1).plusDays(random.nextInt(365));
            LocalDate resolved = random.nextInt(10) == 0 ? null : received.plusDays(random.nextInt(70));
            cases.add(new KpiCase(String.valueOf(i), "กค.", received, resolved, true));
        }
        YearMonth first = YearMonth.of(2020, 10);
        KpiResult year = kpi(policy.kpi()).period(first, YearMonth.of(2022, 3), LocalDate.of(2022, 3, 31), cases);

        assertThat(year.total().counted()).isEqualTo(2000);
        for (int i = 1; i < year.months().size(); i++) {
            assertThat(year.months().get(i).numbers(KpiStanding.CARRIED_IN))
                    .containsExactlyInAnyOrderElementsOf(
                            year.months().get(i - 1).numbers(KpiStanding.CARRIED_OUT));
            YearMonth month = first.plusMonths(i);
            assertThat(kpi(policy.kpi())
                            .month(month, month.atEndOfMonth(), cases)
                            .counted())
                    .as("the same at the month's end as ever after")
                    .isEqualTo(year.months().get(i).counted());
        }
    }

    private static BigDecimal percent(KpiFigures figures) {
        return figures.score() == null ? BigDecimal.ZERO : figures.score().shownPercent();
    }

    private Kpi kpi(KpiTerms terms) {
        return new Kpi(terms, policy.calendar());
    }

    private KpiTerms with(KpiChoices choices) {
        return policy.kpi().with(choices);
    }

    static KpiTerms reading(KpiTerms terms, FirstDay firstDay) {
        KpiChoices s = KpiChoices.STANDARD;
        return terms.with(new KpiChoices(
                firstDay,
                s.reportDay(),
                s.carryOver(),
                s.denominator(),
                s.lateConclusion(),
                s.period(),
                s.noComplaints(),
                s.inadmissible(),
                s.scoring()));
    }

    private static KpiChoices choices(CarryOver carryOver, Denominator denominator, LateConclusion late) {
        KpiChoices s = KpiChoices.STANDARD;
        return new KpiChoices(
                s.firstDay(),
                s.reportDay(),
                carryOver,
                denominator,
                late,
                s.period(),
                s.noComplaints(),
                s.inadmissible(),
                s.scoring());
    }

    private static KpiChoices period(Period period) {
        return rest(period, NoComplaints.NOT_AVAILABLE, Scoring.LINEAR);
    }

    private static KpiChoices none(NoComplaints none) {
        return rest(Period.POOLED, none, Scoring.LINEAR);
    }

    private static KpiChoices scoring(Scoring scoring) {
        return rest(Period.POOLED, NoComplaints.NOT_AVAILABLE, scoring);
    }

    private static KpiChoices rest(Period period, NoComplaints none, Scoring scoring) {
        KpiChoices s = KpiChoices.STANDARD;
        return new KpiChoices(
                s.firstDay(),
                s.reportDay(),
                s.carryOver(),
                s.denominator(),
                s.lateConclusion(),
                period,
                none,
                s.inadmissible(),
                scoring);
    }
}
