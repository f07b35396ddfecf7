package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThaiDateTest {

    @Test
    void printsBuddhistEraThaiMonthsAndBangkokTime() {
        assertThat(ThaiDate.format(LocalDate.of(2021, 4, 1))).isEqualTo("1 เมษายน 2564");
        assertThat(ThaiDate.formatEnglish(LocalDate.of(2021, 4, 1))).isEqualTo("1 April 2021 (B.E. 2564)");
        assertThat(ThaiDate.formatInstant(Instant.parse("2021-04-01T01:30:59Z")))
                .isEqualTo("1 เมษายน 2564 เวลา 08:30 น.");
        assertThat(ThaiDate.formatInstant(Instant.parse("2021-03-31T17:00:00Z")))
                .isEqualTo("1 เมษายน 2564 เวลา 00:00 น.");
    }

    @Test
    void changesDigitsBothWays() {
        assertThat(ThaiDate.toThaiDigits("1 เมษายน 2564")).isEqualTo("๑ เมษายน ๒๕๖๔");
        assertThat(ThaiDate.toArabicDigits("๐๑๒๓๔๕๖๗๘๙")).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @CsvSource({
        "๒๘ กุมภาพันธ์ ๒๕๖๔,2021-02-28",
        "28 ก.พ. 64,2021-02-28",
        "28/02/2564,2021-02-28",
        "๒๙ กุมภาพันธ์ ๒๕๖๓,2020-02-29",
        "2021-02-28,2021-02-28",
        "28-2-2021,2021-02-28",
        "1 มี.ค.2564,2021-03-01",
        "1 มีนาคม พ.ศ. 2564,2021-03-01",
        "๑ มีนาคม พ.ศ.๒๕๖๔,2021-03-01",
        "1 มีนาคม ค.ศ. 2021,2021-03-01",
        "วันจันทร์ที่ ๑ มีนาคม ๒๕๖๔,2021-03-01",
        "วันที่ 1 มีนาคม 2564,2021-03-01",
        "' 5 ธ.ค 2564 ',2021-12-05"
    })
    @Tag("AT-59")
    void readsTheFormsThatPeopleWrite(String text, LocalDate expected) {
        assertThat(ThaiDate.parse(text)).isEqualTo(expected);
    }

    @Test
    void saysWhenItAssumedTheCentury() {
        assertThat(ThaiDate.read("28 ก.พ. 64").centuryAssumed()).isTrue();
        assertThat(ThaiDate.read("28 ก.พ. 2564").centuryAssumed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "28 ส.ค. 2564,2021-01-28",
        "28 ม.ค. 2564,",
        "28 สิงหาคม 2564,",
        "28/08/2564,",
        "28 ก.ค. 2564,",
        "30 มี.ค. 2563,",
        "1 ม.ค 2563,"
    })
    void namesTheMonthThatTextRecognitionMayHaveMisread(String stamp, LocalDate expected) {
        Optional<LocalDate> hint =
                ThaiDate.read(stamp).likelyMisread(LocalDate.of(2021, 1, 4), LocalDate.of(2021, 3, 4));

        assertThat(hint).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void takesNoHintFromADayThatTheOtherMonthDoesNotHave() {
        ThaiDate.Reading march = ThaiDate.read("31 มี.ค. 2564");

        assertThat(march.likelyMisread(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 1, 31)))
                .contains(LocalDate.of(2021, 1, 31));
        assertThat(march.likelyMisread(LocalDate.of(2021, 3, 31), LocalDate.of(2021, 3, 31)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "๒๙ กุมภาพันธ์ ๒๕๖๔,no day 29 of month 2",
        "31/04/2564,no day 31",
        "1/13/2564,month 13",
        "2564-02-28,did you mean 2021",
        "1 มกราคม 2200,not plausible",
        "1 มกราคม 2400,not plausible",
        "1 มกราคม 9999,not plausible",
        "1 มกราคม 256,not plausible",
        "1 มกราคม ค.ศ. 2564,does not fit the era",
        "1 มกราคม พ.ศ. 2021,does not fit the era",
        "1 มกราคม ค.ศ. 64,two digits",
        "1 เมษา 2564,is not a month",
        "วันอังคารที่ 1 มีนาคม 2564,weekday",
        "วันหยุดที่ 1 มีนาคม 2564,not a weekday",
        "...../...../.....,expected a date"
    })
    @Tag("AT-59")
    void refusesWhatIsNoDateAndSaysWhy(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThaiDate.parse(text))
                .withMessageContaining(why)
                .withMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "0", "วัน", "ที่ 1", "1 มกราคม"})
    void refusesFragments(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ThaiDate.parse(text));
    }

    @Test
    void readsBackEveryDateThatItPrints() {
        for (LocalDate day = LocalDate.of(1941, 1, 1); day.getYear() <= 2100; day = day.plusDays(1)) {
            assertThat(ThaiDate.parse(ThaiDate.toThaiDigits(ThaiDate.format(day))))
                    .isEqualTo(day);
        }
    }

    @Test
    void throwsNothingElseWhateverItIsGiven() {
        Random random = new Random(2564);
        String alphabet = "0123456789๐๑๒๙/-. พศคมกุภาวันที่จ\u00A0\u200B\uFFFF";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(ThaiDate.parse(text.toString()).getYear()).isBetween(1900, 2100);
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageStartingWith("date '");
            }
        }
    }

    @Test
    void doesNotCareForTheZoneAndTheLocaleOfTheMachine() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(ThaiDate.formatInstant(Instant.parse("2021-04-01T01:30:00Z")))
                    .isEqualTo("1 เมษายน 2564 เวลา 08:30 น.");
            assertThat(ThaiDate.parse("28/02/2564")).isEqualTo(LocalDate.of(2021, 2, 28));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
