package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which a time may be typed. */
class MomentTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T01:30:00Z, 2026-11-22T01:30:00Z",
        "2026-11-22T08:30+07:00, 2026-11-22T01:30:00Z",
        "2026-11-22T08:30:15.250+07:00, 2026-11-22T01:30:15.250Z",
        "2026-11-22T08:30, 2026-11-22T01:30:00Z",
        "2026-11-22 08:30, 2026-11-22T01:30:00Z",
        "2026-11-22, 2026-11-21T17:00:00Z",
        "22 พฤศจิกายน 2569, 2026-11-21T17:00:00Z",
        "๒๒ พ.ย. ๖๙, 2026-11-21T17:00:00Z",
        "22/11/2569, 2026-11-21T17:00:00Z",
    })
    void areReadAsBangkokTimeUnlessTheyNameAZone(String text, Instant expected) {
        assertThat(Moment.parse(text).instant()).isEqualTo(expected);
    }

    @Test
    void aDayEndsAtTheNextMidnightAndATimeWhenItSays() {
        assertThat(Moment.parse("2026-11-22").end()).isEqualTo("2026-11-22T17:00:00Z");
        assertThat(Moment.parse("2026-11-22T08:30").end()).isEqualTo("2026-11-22T01:30:00Z");
        assertThat(Moment.parse("2026-11-21T20:00:00Z").dayInBangkok()).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2026-13-01", "2569-11-22T08:30", "2026-11-22T25:00", "31 กุมภาพันธ์ 2569"})
    void whatIsNoTimeIsRefusedWithTheKnownForms(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moment.parse(text))
                .withMessageContaining("expected");
    }
}
