package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemIdsTest {

    @Test
    void makesKeysThatAreSafeInAnAddressAndNeverTheSame() {
        ItemIds ids = new ItemIds();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String id = ids.next(Instant.parse("2026-11-22T23:59:59.999Z")).value();
            assertThat(id).matches("261122-[0-9a-hjkmnp-tv-z]{10}");
            assertThat(seen.add(id)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-abc", "abc-", "ABCD", "../etc", "a b c", "กขคง", "a/b/c"})
    void refusesWhatIsNoKey(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemId(text)).withMessageContaining("item id");
    }
}
