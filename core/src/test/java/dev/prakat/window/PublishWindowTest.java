package dev.prakat.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishWindowTest {

    private static final Instant OPENS = Instant.parse("2021-04-01T01:30:00Z");
    private static final LocalDate REVIEW = LocalDate.of(2022, 4, 1);

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Bangkok"})
    @Tag("AT-40")
    @Tag("AMB-10")
    @Tag("S001-R26")
    void aLastDayIsPublicToItsVeryEndInBangkok(String zoneOfTheMachine) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zoneOfTheMachine));
            PublishWindow march = PublishWindow.ofDates(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31));

            assertThat(march.contains(Instant.parse("2021-03-31T16:59:59.999Z")))
                    .isTrue();
            assertThat(march.contains(Instant.parse("2021-03-31T17:00:00Z"))).isFalse();
            assertThat(march.endedBy(Instant.parse("2021-03-31T16:59:59.999Z"))).isFalse();
            assertThat(march.endedBy(Instant.parse("2021-03-31T17:00:00Z"))).isTrue();
            assertThat(march.contains(Instant.parse("2021-02-28T16:59:59.999Z")))
                    .isFalse();
            assertThat(march.contains(Instant.parse("2021-02-28T17:00:00Z"))).isTrue();
            assertThat(march.lastDay()).contains(LocalDate.of(2021, 3, 31));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    @Tag("AT-41")
    @Tag("S001-R26")
    void opensAtItsExactInstant() {
        PublishWindow window = PublishWindow.of(OPENS, OPENS.plusSeconds(60));

        assertThat(window.contains(Instant.parse("2021-04-01T01:29:59.999Z"))).isFalse();
        assertThat(window.contains(OPENS)).isTrue();
        assertThat(window.endedBy(OPENS.minusMillis(1))).isFalse();
    }

    @Test
    void oneDayIsAWindow() {
        LocalDate day = LocalDate.of(2021, 4, 1);

        assertThat(PublishWindow.ofDates(day, day).lastDay()).contains(day);
    }

    @Test
    @Tag("AMB-09")
    void aPermanentOneNeverEndsAndSaysWhy() {
        PublishWindow permanent = PublishWindow.permanent(OPENS, "กฎหมายให้มีไว้ตลอด", REVIEW);

        assertThat(permanent.isPermanent()).isTrue();
        assertThat(permanent.contains(OPENS.plusSeconds(10_000_000_000L))).isTrue();
        assertThat(permanent.endedBy(Instant.MAX)).isFalse();
        assertThat(permanent.lastDay()).isEmpty();
    }

    @Test
    @Tag("AMB-09")
    void isNeverSilentlyPermanent() {
        InvalidException refused = refusal(null, null, null);

        assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_INPUT);
        assertThat(refused.findings()).extracting(Finding::place).containsExactly("until", "reviewOn");
        assertThat(refusal(null, " ", REVIEW).findings()).hasSize(1);
        assertThat(refusal(null, "เหตุผล", null).findings()).hasSize(1);
        assertThat(refusal(null, "เหตุผล", LocalDate.of(2021, 4, 1)).findings()).hasSize(1);
    }

    @Test
    @Tag("AMB-09")
    void doesNotHaveBothAnEndAndAReason() {
        assertThat(refusal(OPENS.plusSeconds(1), "เหตุผล", REVIEW).findings()).hasSize(1);
        assertThat(refusal(OPENS.plusSeconds(1), null, REVIEW).findings()).hasSize(1);
    }

    @Test
    @Tag("S001-R26")
    void closesAfterItOpens() {
        assertThat(refusal(OPENS, null, null).findings())
                .extracting(Finding::place)
                .containsExactly("until");
        assertThat(refusal(OPENS.minusSeconds(1), null, null)).hasMessageContaining("S001-R26");
    }

    private static InvalidException refusal(Instant closes, String reason, LocalDate reviewOn) {
        return catchThrowableOfType(InvalidException.class, () -> new PublishWindow(OPENS, closes, reason, reviewOn));
    }
}
