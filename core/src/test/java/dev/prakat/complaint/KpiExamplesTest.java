package dev.prakat.complaint;

import static dev.prakat.complaint.KpiStanding.CARRIED_IN;
import static dev.prakat.complaint.KpiStanding.CARRIED_OUT;
import static dev.prakat.complaint.KpiStanding.FAILED;
import static dev.prakat.complaint.KpiStanding.INCOMPLETE;
import static dev.prakat.complaint.KpiStanding.IN_TIME;
import static dev.prakat.complaint.KpiStanding.LATE_CONCLUDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.policy.KpiTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the indicator: carry-over, counting once, scores. */
class KpiExamplesTest {

    private static final YearMonth FEBRUARY = YearMonth.of(2021, 2);
    private static final YearMonth MARCH = YearMonth.of(2021, 3);
    private static final LocalDate LATER = LocalDate.of(2021, 12, 31);

    private final ComplaintPolicy policy = ComplaintPolicy.builtIn("sso-complaint-kpi");
    private final Kpi kpi = new Kpi(policy.kpi(), policy.calendar());

    @Test
    @Tag("AT-15")
    @Tag("S004-R21")
    void whatIsOpenAndInTimeAtTheMonthsEndIsNewInTheNext() {
        KpiCase a = resolved("A", "2021-02-24", "2021-03-15");

        assertThat(kpi.elapsed(a.received(), LocalDate.of(2021, 3, 15))).isEqualTo(12);
        assertFigures(FEBRUARY, 0, 0, a);
        assertThat(figures(FEBRUARY, a).numbers(CARRIED_OUT)).containsExactly("A");
        assertFigures(MARCH, 1, 1, a);
        assertThat(figures(MARCH, a).numbers(CARRIED_IN)).containsExactly("A");
    }

    @Test
    @Tag("AT-16")
    @Tag("S004-R20")
    void theLastDayOfTheLimitIsCarriedAndTheNextOneFails() {
        KpiCase b = resolved("B", "2021-02-23", null);

        assertThat(kpi.elapsed(b.received(), LocalDate.of(2021, 3, 31))).isEqualTo(25);
        assertThat(figures(FEBRUARY, b).numbers(CARRIED_OUT)).containsExactly("B");
        assertThat(figures(MARCH, b).numbers(CARRIED_OUT)).containsExactly("B");
        assertFigures(MARCH, 0, 0, b);
        assertThat(kpi.elapsed(b.received(), LocalDate.of(2021, 4, 1))).isEqualTo(26);
        assertFigures(YearMonth.of(2021, 4), 1, 0, b);
        assertThat(kpi.month(YearMonth.of(2021, 4), LocalDate.of(2021, 4, 1), List.of(b))
                        .numbers(FAILED))
                .containsExactly("B");
    }

    @Test
    @Tag("AT-19")
    void whatFailedOnceIsNotCountedAgainWhenItIsConcluded() {
        KpiCase g = resolved("G", "2021-01-04", "2021-03-22");

        assertThat(kpi.lastDay(g.received())).isEqualTo(LocalDate.of(2021, 2, 8));
        assertThat(kpi.elapsed(g.received(), LocalDate.of(2021, 2, 28))).isEqualTo(37);
        assertThat(kpi.elapsed(g.received(), LocalDate.of(2021, 3, 22))).isEqualTo(53);
        assertFigures(FEBRUARY, 1, 0, g);
        assertFigures(MARCH, 0, 0, g);
        assertThat(figures(MARCH, g).numbers(LATE_CONCLUDED)).containsExactly("G");
        assertThat(figures(FEBRUARY, g).numbers(LATE_CONCLUDED)).isEmpty();
    }

    @Test
    @Tag("AT-20")
    @Tag("S004-R12")
    void toldOnTheLastDayIsInTime() {
        KpiCase h = resolved("H", "2021-01-04", "2021-02-08");

        assertThat(kpi.elapsed(h.received(), LocalDate.of(2021, 2, 8))).isEqualTo(25);
        assertFigures(FEBRUARY, 1, 1, h);
        assertFigures(MARCH, 0, 0, h);
    }

    @Test
    @Tag("AT-22")
    @Tag("S004-R14")
    void thirtyThreeOfThirtyFive() {
        List<KpiCase> cases = new ArrayList<>();
        for (int i = 0; i < 33; i++) {
            cases.add(resolved("T" + i, "2021-03-01", "2021-03-15"));
        }
        cases.add(resolved("C", "2021-02-01", null));
        cases.add(resolved("F", "2021-02-03", "2021-03-29"));

        KpiFigures march = kpi.month(MARCH, LATER, cases);

        assertThat(march.counted()).isEqualTo(35);
        assertThat(march.inTime()).isEqualTo(33);
        assertThat(march.score()).isNotNull().satisfies(score -> {
            assertThat(score.shownPercent()).isEqualTo("94.29");
            assertThat(score.score()).isEqualTo("3.6429");
            assertThat(score.weighted()).isEqualTo("0.3643");
        });
    }

    @ParameterizedTest
    @Tag("AT-23")
    @Tag("S004-R13")
    @CsvSource({
        "0, 1.0000, 0.1000",
        "88.99, 1.0000, 0.1000",
        "89, 1.0000, 0.1000",
        "90, 1.5000, 0.1500",
        "92.5, 2.7500, 0.2750",
        "93, 3.0000, 0.3000",
        "94.2, 3.6000, 0.3600",
        "95, 4.0000, 0.4000",
        "96.3, 4.6500, 0.4650",
        "97, 5.0000, 0.5000",
        "100, 5.0000, 0.5000"
    })
    void scoreByInterpolation(BigDecimal percent, String score, String weighted) {
        KpiScore scored = KpiScore.of(percent, policy.kpi());

        assertThat(scored.score()).isEqualTo(score);
        assertThat(scored.weighted()).isEqualTo(weighted);
    }

    @Test
    void whereLessIsBetterTheSameFormulaFalls() {
        KpiTerms falling = new KpiTerms(
                1,
                policy.kpi().within(),
                List.of("10", "8", "6", "4", "2").stream().map(BigDecimal::new).toList(),
                BigDecimal.TEN,
                policy.kpi().choices());

        assertThat(KpiScore.of(new BigDecimal("12"), falling).score()).isEqualTo("1.0000");
        assertThat(KpiScore.of(new BigDecimal("7"), falling).score()).isEqualTo("2.5000");
        assertThat(KpiScore.of(new BigDecimal("0"), falling).score()).isEqualTo("5.0000");
    }

    @Test
    @Tag("AT-24")
    void aMonthWithoutComplaintsHasNoPercentageAndNoScore() {
        KpiFigures none = kpi.month(MARCH, LATER, List.of());

        assertThat(none.counted()).isZero();
        assertThat(none.score()).isNull();
    }

    @Test
    @Tag("AT-25")
    @Tag("S004-R15")
    void whatLacksADetailIsListedAndDoesNotCount() {
        KpiCase withoutTelephone = new KpiCase("N", "กค.", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 10), false);

        assertFigures(MARCH, 0, 0, withoutTelephone);
        assertThat(figures(MARCH, withoutTelephone).numbers(INCOMPLETE)).containsExactly("N");
        assertThat(figures(MARCH, withoutTelephone).numbers(IN_TIME)).isEmpty();
    }

    @Test
    @Tag("AT-28")
    @Tag("S004-R22")
    void theReportOfNovemberIsDueOnAHolidayAndStays() {
        assertThat(policy.reportDue(YearMonth.of(2020, 11))).isEqualTo(LocalDate.of(2020, 12, 5));
    }

    /** The earliest receipt that is still carried at each month's end. */
    @ParameterizedTest
    @Tag("S004-R21")
    @CsvSource({
        "2020-10, 2020-09-23",
        "2020-11, 2020-10-21",
        "2020-12, 2020-11-23",
        "2021-01, 2020-12-23",
        "2021-02, 2021-01-20",
        "2021-03, 2021-02-23",
        "2021-04, 2021-03-19"
    })
    void theBoundaryOfEachMonth(YearMonth month, LocalDate earliest) {
        KpiCase carried = new KpiCase("1", "กค.", earliest, null, true);
        KpiCase before = new KpiCase("2", "กค.", lastWorkingDayBefore(earliest), null, true);

        KpiFigures figures = kpi.month(month, LATER, List.of(carried, before));

        assertThat(figures.numbers(CARRIED_OUT)).containsExactly("1");
        assertThat(kpi.elapsed(before.received(), month.atEndOfMonth())).isGreaterThan(25);
    }

    @Test
    void onADayOfReceiptThatIsNoWorkingDayBothReadingsAgree() {
        Kpi strict = new Kpi(KpiReadingsTest.reading(policy.kpi(), FirstDay.INCLUDE), policy.calendar());
        LocalDate saturday = LocalDate.of(2021, 4, 10);

        assertThat(kpi.lastDay(saturday)).isEqualTo(LocalDate.of(2021, 5, 24)).isEqualTo(strict.lastDay(saturday));
    }

    private LocalDate lastWorkingDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!policy.calendar().isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private void assertFigures(YearMonth month, int counted, int inTime, KpiCase... cases) {
        assertThat(figures(month, cases).counted()).as("counted in %s", month).isEqualTo(counted);
        assertThat(figures(month, cases).inTime()).as("in time in %s", month).isEqualTo(inTime);
    }

    private KpiFigures figures(YearMonth month, KpiCase... cases) {
        return kpi.month(month, LATER, List.of(cases));
    }

    static KpiCase resolved(String number, String received, @Nullable String resolved) {
        return new KpiCase(
                number, "กค.", LocalDate.parse(received), resolved == null ? null : LocalDate.parse(resolved), true);
    }
}
