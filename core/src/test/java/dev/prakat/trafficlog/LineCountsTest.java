package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineCountsTest {

    @Test
    void itCountsAsAMapDoesWhileItGrows() {
        Random random = new Random(20261122);
        LineCounts counts = new LineCounts();
        Map<Long, Integer> recorded = new HashMap<>();
        Map<Long, Integer> met = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            // Few different low bits, so that many keys want the same place.
            long key = (long) random.nextInt(20_000) << 8;
            if (random.nextBoolean()) {
                int times = random.nextInt(5);
                counts.recorded(key == 0 ? 7 : key, times);
                recorded.merge(key == 0 ? 7 : key, times, Math::max);
            } else {
                assertThat(counts.meet(key == 0 ? 7 : key))
                        .isEqualTo(met.merge(key == 0 ? 7 : key, 1, Integer::sum) - 1);
            }
        }
        recorded.forEach((key, times) -> assertThat(counts.recorded(key)).isEqualTo(times));
        assertThat(counts.recorded(-1)).isZero();
    }

    @Test
    void theKeyZeroCountsToo() {
        LineCounts counts = new LineCounts();
        counts.recorded(0, 3);
        assertThat(counts.recorded(0)).isEqualTo(3);
        assertThat(counts.meet(0)).isZero();
        assertThat(counts.meet(0)).isEqualTo(1);
    }
}
