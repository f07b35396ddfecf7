package dev.prakat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.policy.AgencyPolicy;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which periods an agency reports on, and when a report is due. */
class ReportPeriodsTest {

    private final ReportPeriods quarters = new ReportPeriods(AgencyPolicy.builtIn("sso-website"));
    private final ReportPeriods rounds = new ReportPeriods(AgencyPolicy.builtIn("phan-dho"));

    @Test
    @Tag("S001-R29")
    @Tag("AMB-23")
    void quartersAreThoseOfTheFiscalYear() {
        ReportPeriod first = quarters.named("2564-Q1");

        assertThat(first.from()).isEqualTo(LocalDate.of(2020, 10, 1));
        assertThat(first.until()).isEqualTo(LocalDate.of(2020, 12, 31));
        assertThat(first.due()).isEqualTo(LocalDate.of(2021, 1, 15));
        assertThat(quarters.lastBefore(LocalDate.of(2021, 4, 1)).name()).isEqualTo("2564-Q2");
        assertThat(quarters.lastBefore(LocalDate.of(2021, 3, 31)).name()).isEqualTo("2564-Q1");
    }

    @Test
    @Tag("S003-R23")
    @Tag("S003-R24")
    @Tag("S003-R25")
    void roundsEndOnTheirCutOffDaysAndLoseNoDay() {
        ReportPeriod first = rounds.named("2564-first");
        ReportPeriod second = rounds.named("2564-second");

        assertThat(first.until()).isEqualTo(LocalDate.of(2021, 2, 28));
        assertThat(second.from()).isEqualTo(LocalDate.of(2021, 3, 1));
        assertThat(second.until()).isEqualTo(LocalDate.of(2021, 7, 31));
        assertThat(first.from()).as("AMB-25: what came after 31 July").isEqualTo(LocalDate.of(2020, 8, 1));
        assertThat(rounds.lastBefore(LocalDate.of(2021, 12, 1)).name()).isEqualTo("2564-second");
    }

    @Test
    @Tag("AMB-24")
    void aLeapYearKeepsThePrintedDay() {
        assertThat(rounds.named("2567-first").until()).isEqualTo(LocalDate.of(2024, 2, 28));
    }

    @Test
    void anUnknownPeriodNamesThoseThatThereAre() {
        assertThatThrownBy(() -> rounds.named("2564-Q1"))
                .hasMessageContaining("2564-first")
                .hasMessageContaining("2564-second");
        assertThatThrownBy(() -> quarters.named("soon")).hasMessageContaining("2564-Q4");
    }
}
