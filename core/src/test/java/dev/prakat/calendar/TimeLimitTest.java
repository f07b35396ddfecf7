package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {

    @ParameterizedTest
    @CsvSource({"30min,30,MINUTES", "1h,1,HOURS", "3d,3,DAYS", "25wd,25,WORKING_DAYS", "1w,1,WEEKS", "2mo,2,MONTHS"})
    void readsWhatItPrints(String text, int amount, TimeLimit.Unit unit) {
        TimeLimit limit = TimeLimit.parse(text);

        assertThat(limit).isEqualTo(new TimeLimit(amount, unit)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "d", "3 d", "0d", "-3d", "3.5d", "3days", "3D", "๓d", "99999d"})
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeLimit.parse(text))
                .withMessageContaining("expected");
    }
}
