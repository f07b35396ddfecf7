package dev.prakat.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AMB-09")
class WindowTermsTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);
    private static final WindowTerms NEWS =
            new WindowTerms(Period.ofDays(30), Period.ofMonths(3), false, 365, List.of(30, 7, 1), false);
    private static final WindowTerms OPEN = new WindowTerms(null, null, true, 365, List.of(30, 7, 1), true);

    @Test
    void aPeriodWithoutAnEndHasTheDefaultLengthOrIsRefused() {
        assertThat(NEWS.startingOn(FIRST).lastDay()).contains(LocalDate.of(2021, 3, 30));
        assertThatThrownBy(() -> OPEN.startingOn(FIRST))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("say why it is permanent");
    }

    @Test
    void theLongestPeriodAndPermanenceAreChecked() {
        assertThat(NEWS.findings(PublishWindow.ofDates(FIRST, LocalDate.of(2021, 5, 31))))
                .isEmpty();
        assertThat(NEWS.findings(PublishWindow.ofDates(FIRST, LocalDate.of(2021, 6, 1))))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("2021-06-01", "2021-05-31");
        assertThat(NEWS.findings(OPEN.permanentFrom(FIRST, "ประวัติหน่วยงาน"))).hasSize(1);
        assertThat(OPEN.findings(OPEN.permanentFrom(FIRST, "ประวัติหน่วยงาน"))).isEmpty();
        PublishWindow late = PublishWindow.permanent(Instant.parse("2021-03-01T00:00:00Z"), "x", FIRST.plusDays(366));
        assertThat(OPEN.findings(late)).extracting(Finding::place).containsExactly("reviewOn");
    }

    @Test
    void isRenewedFromItsEndAndNotForLongerThanAllowed() {
        PublishWindow window = NEWS.startingOn(FIRST);
        PublishWindow renewed = NEWS.renewed(window, LocalDate.of(2021, 6, 29));

        assertThat(renewed.opens()).isEqualTo(window.opens());
        assertThat(renewed.lastDay()).contains(LocalDate.of(2021, 6, 29));
        assertThatThrownBy(() -> NEWS.renewed(window, LocalDate.of(2021, 6, 30)))
                .hasMessageContaining("2021-06-29");
        assertThatThrownBy(() -> NEWS.renewed(window, LocalDate.of(2021, 3, 30)))
                .hasMessageContaining("later day");
        assertThatThrownBy(() -> OPEN.renewed(OPEN.permanentFrom(FIRST, "x"), FIRST.plusYears(2)))
                .hasMessageContaining("permanent period");
    }

    @Test
    @Tag("AMB-12")
    void warnsThirtySevenAndOneDayBefore() {
        PublishWindow window = PublishWindow.ofDates(FIRST, LocalDate.of(2021, 3, 31));

        assertThat(NEWS.warnings(window))
                .extracting(ExpiryWarning::on)
                .containsExactly(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 24), LocalDate.of(2021, 3, 30));
        assertThat(OPEN.warnings(window))
                .extracting(ExpiryWarning::kind)
                .containsOnly(ExpiryWarning.Kind.ENDS_AND_LEAVES_A_GAP);
        assertThat(NEWS.warnings(PublishWindow.ofDates(FIRST, FIRST.plusDays(3))))
                .as("none before it opens")
                .extracting(ExpiryWarning::daysLeft)
                .containsExactly(1);
        assertThat(OPEN.warnings(OPEN.permanentFrom(FIRST, "x")))
                .first()
                .isEqualTo(new ExpiryWarning(
                        30, LocalDate.of(2022, 1, 30), ExpiryWarning.Kind.REVIEW, LocalDate.of(2022, 3, 1)));
    }
}
