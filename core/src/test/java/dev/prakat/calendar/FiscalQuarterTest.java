package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalQuarterTest {

    @ParameterizedTest
    @CsvSource({
        "2021-09-30,2564 Q4,2",
        "2021-10-01,2565 Q1,1",
        "2021-12-31,2565 Q1,1",
        "2022-01-01,2565 Q2,1",
        "2022-03-31,2565 Q2,1",
        "2022-04-01,2565 Q3,2",
        "2022-06-30,2565 Q3,2",
        "2022-07-01,2565 Q4,2"
    })
    @Tag("AT-61")
    void theYearBeginsInOctober(LocalDate day, String expected, int round) {
        assertThat(FiscalQuarter.of(day)).hasToString(expected);
        assertThat(FiscalQuarter.of(day).round()).isEqualTo(round);
    }

    @Test
    void quartersFollowEachOtherWithoutAGap() {
        FiscalQuarter quarter = new FiscalQuarter(2564, 1);
        assertThat(quarter.firstDay()).isEqualTo("2020-10-01");
        for (int i = 0; i < 40; i++) {
            FiscalQuarter next = FiscalQuarter.of(quarter.lastDay().plusDays(1));
            assertThat(next.firstDay()).isEqualTo(quarter.lastDay().plusDays(1));
            assertThat(FiscalQuarter.of(quarter.firstDay())).isEqualTo(quarter);
            assertThat(FiscalQuarter.of(quarter.lastDay())).isEqualTo(quarter);
            quarter = next;
        }
        assertThat(quarter).isEqualTo(new FiscalQuarter(2574, 1));
    }

    @Test
    void thereAreFour() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FiscalQuarter(2564, 5))
                .withMessageContaining("found 5");
    }
}
