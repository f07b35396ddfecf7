package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instants are read as the JDK reads them. */
final class MomentsTest {

    @Test
    void everyInstantIsReadAsTheJdkReadsIt() {
        for (long second = -3_000_000_000L; second < 6_000_000_000L; second += 7_654_321) {
            Instant instant = Instant.ofEpochSecond(second);
            assertThat(Moments.parse(instant.toString())).isEqualTo(instant);
            assertThat(Moments.parse(instant.plusNanos(5_000).toString())).isEqualTo(instant.plusNanos(5_000));
        }
        for (String text : List.of("2026-11-22T24:00:00Z", "2024-02-29T23:59:59Z", "2016-12-31T23:59:60Z")) {
            assertThat(Moments.parse(text)).as(text).isEqualTo(Instant.parse(text));
        }
    }

    @Test
    void whatIsNoInstantIsRefused() {
        for (String text :
                List.of("", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-22T25:00:00Z", "22/11/2569")) {
            assertThatThrownBy(() -> Moments.parse(text)).as(text).isInstanceOf(DateTimeException.class);
        }
    }
}
