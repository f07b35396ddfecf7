package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void neverLeavesATakeDownAloneForMoreThanAMinute() {
        for (int attempts = 0; attempts < 10_000; attempts++) {
            assertThat(Backoff.after(attempts, true)).isBetween(Duration.ofSeconds(5), Duration.ofMinutes(1));
        }
    }

    @Test
    void doublesUpToItsBound() {
        assertThat(Backoff.after(1, false)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Backoff.after(2, false)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Backoff.after(100, false)).isEqualTo(Duration.ofMinutes(15));
    }
}
