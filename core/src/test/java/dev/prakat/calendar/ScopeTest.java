package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("AMB-05")
class ScopeTest {

    private static final WorkingCalendar GOVERNMENT = WorkingCalendar.government();

    @ParameterizedTest
    @CsvSource({
        "NATIONAL,2022-11-16,true",
        "NATIONAL|PROVINCE:NONTHABURI,2022-11-16,false",
        "NBI,2022-11-18,false",
        "nbi,2022-11-18,false",
        "PROVINCE:CHIANGMAI,2022-11-16,true",
        "NBI,2021-10-21,true",
        "NBI|REGION:CENTRAL,2021-10-21,false",
        "REGION:NORTH,2021-03-26,false",
        "REGION:NORTHEAST,2021-03-26,true",
        "REGION:NORTH,2021-04-06,false"
    })
    void anOfficeRestsOnTheHolidaysOfItsPlace(String scope, LocalDate day, boolean works) {
        assertThat(GOVERNMENT.in(Scope.parse(scope)).isWorkingDay(day)).isEqualTo(works);
    }

    @Test
    void localHolidaysMoveADueDate() {
        LocalDate start = LocalDate.of(2022, 11, 15);
        TimeLimit limit = TimeLimit.parse("1wd");
        WorkingCalendar nonthaburi = GOVERNMENT.in(Scope.parse("NBI"));

        assertThat(GOVERNMENT.lastDay(start, limit, DeadlineSettings.STANDARD)).isEqualTo("2022-11-16");
        assertThat(nonthaburi.lastDay(start, limit, DeadlineSettings.STANDARD)).isEqualTo("2022-11-21");
        assertThat(nonthaburi.holidays(2565)).hasSize(GOVERNMENT.holidays(2565).size() + 3);
        assertThat(nonthaburi.version()).isNotEqualTo(GOVERNMENT.version());
        assertThat(nonthaburi.in(Scope.NATIONAL).version()).isEqualTo(GOVERNMENT.version());
    }

    @ParameterizedTest
    @CsvSource({
        "NATIONAL,NATIONAL",
        "nbi,NATIONAL|PROVINCE:NONTHABURI",
        "REGION:SOUTH | NBI,NATIONAL|PROVINCE:NONTHABURI|REGION:SOUTH",
        "'PROVINCE:BKK,NONTHABURI',NATIONAL|PROVINCE:BKK|PROVINCE:NONTHABURI"
    })
    void printsWhatItReads(String text, String printed) {
        Scope scope = Scope.parse(text);

        assertThat(scope).hasToString(printed).isEqualTo(Scope.parse(printed));
        assertThat(scope.hashCode()).isEqualTo(Scope.parse(printed).hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "|", "NONTHABURI", "PROVINCE:", "DISTRICT:A", "PROVINCE:A|", "REGION:A B"})
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scope.parse(text))
                .withMessageStartingWith("scope '" + text + "'");
    }

    @Test
    void throwsNothingElseWhateverItIsGiven() {
        Random random = new Random(5);
        String alphabet = "NATIONALREGIONPROVINCE:|, ;นบ\u0000\uFFFF";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(25); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(Scope.parse(text.toString()).toString()).startsWith("NATIONAL");
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageStartingWith("scope '");
            }
        }
    }
}
