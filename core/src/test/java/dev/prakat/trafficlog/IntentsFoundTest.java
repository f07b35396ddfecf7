package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntentsFoundTest {

    private final IntentsFound found = new IntentsFound();

    @Test
    void showsWhatHasNoOutcomeInTheOrderOfTheLog() {
        for (long index : new long[] {3, 65_535, 65_536, 9_000_000_000L}) {
            found.add(index, null);
        }
        found.remove(65_535);

        assertThat(indexes()).containsExactly(3L, 65_536L, 9_000_000_000L);
        assertThat(found.count()).isEqualTo(3);
    }

    @Test
    void anOutcomeOfNoIntentOrASecondOneChangesNothing() {
        found.add(7, null);
        found.remove(7);
        found.remove(7);
        found.remove(8);
        found.remove(-1);

        assertThat(found.count()).isZero();
        assertThat(indexes()).isEmpty();
    }

    @Test
    void aCallerThatGivesNoOutcomesDoesNotFillTheMemory() {
        int many = 1_000_000;
        for (int index = 0; index < many; index++) {
            found.add(index, null);
        }

        assertThat(found.count()).isEqualTo(many);
        assertThat(indexes()).hasSize(many).startsWith(0L, 1L).endsWith(many - 1L);
    }

    private List<Long> indexes() {
        List<Long> indexes = new ArrayList<>();
        found.forEach((index, says) -> indexes.add(index));
        return indexes;
    }
}
