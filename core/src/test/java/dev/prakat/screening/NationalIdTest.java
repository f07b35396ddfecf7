package dev.prakat.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checksum, and numbers in any text. */
class NationalIdTest {

    private static final List<String> BETWEEN =
            List.of("", "-", " ", "\u00A0", "\u2011", "–", " - ", "\u200B", "\u200B-\u200B");
    private static final String LETTERS = "กขคงจฉชซญดตถทธนบปผพฟมยรลวสหอะาิีึืุูเแโใไ่้์ ,()\n";

    @ParameterizedTest
    @CsvSource({"1234567890121, true", "1234567890123, false", "0000000000001, true", "9999999999994, true"})
    void theChecksumOfTheExamples(String digits, boolean holds) {
        assertThat(NationalId.checksumHolds(digits)).isEqualTo(holds);
    }

    @Test
    void theThirdDigitNeverChangesTheCheckDigit() {
        Random random = new Random(13);
        for (int round = 0; round < 500; round++) {
            String valid = valid(random);
            for (char third = '0'; third <= '9'; third++) {
                assertThat(NationalId.checksumHolds(valid.substring(0, 2) + third + valid.substring(3)))
                        .isTrue();
            }
        }
    }

    @Test
    void anyOtherSingleDigitIsNoticed() {
        Random random = new Random(14);
        for (int round = 0; round < 500; round++) {
            String valid = valid(random);
            int at = List.of(1, 3, 4, 5, 6, 7, 8, 9, 10, 11).get(random.nextInt(10));
            char other = (char) ('0' + (valid.charAt(at) - '0' + 1) % 10);
            String changed = valid.substring(0, at) + other + valid.substring(at + 1);
            // Modulo 11 and then modulo 10: remainders 0 and 10 share a digit, so a change of weight 10 may pass.
            assertThat(NationalId.checksumHolds(changed)
                            && remainder(changed) != 10
                            && remainder(valid) != 10
                            && remainder(changed) != 0
                            && remainder(valid) != 0)
                    .as(valid + " " + changed)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000000001", "0-1234-56789-01-6"})
    void aFirstDigitOfNobodyIsDoubtful(String number) {
        assertThat(Corpus.found(number)).allMatch(found -> found.equals("NATIONAL_ID:WARN"));
    }

    @Test
    void aNumberAnywhereInThaiTextIsFoundHoweverItIsParted() {
        Random random = new Random(2533);
        for (int round = 0; round < 3_000; round++) {
            String before = letters(random) + letters(random);
            String number = parted(valid(random), random);
            String text = before + number + letters(random) + letters(random);
            ScreeningReport report = new Screening(ScreeningRules.usual())
                    .screen(ScreeningSubject.builder().text("body", text).build());

            assertThat(report.of(ScreeningAction.BLOCK))
                    .as(text)
                    .hasSize(1)
                    .first()
                    .satisfies(finding -> {
                        assertThat(finding.kind()).isEqualTo(ScreeningKind.NATIONAL_ID);
                        assertThat(text.substring(finding.start(), finding.end()))
                                .isEqualTo(number);
                    });
        }
    }

    private static String parted(String digits, Random random) {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i == 1 || i == 5 || i == 10 || i == 12) {
                number.append(BETWEEN.get(random.nextInt(BETWEEN.size())));
            }
            char digit = digits.charAt(i);
            number.append(random.nextBoolean() ? digit : (char) (digit - '0' + '๐'));
        }
        return number.toString();
    }

    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /** A number with the district 00, which is given to nobody. */
    private static String valid(Random random) {
        StringBuilder digits = new StringBuilder();
        digits.append(1 + random.nextInt(8)).append(10 + random.nextInt(87)).append("00");
        for (int i = 0; i < 7; i++) {
            digits.append(random.nextInt(10));
        }
        for (char last = '0'; last <= '9'; last++) {
            if (NationalId.checksumHolds(digits.toString() + last)) {
                return digits.toString() + last;
            }
        }
        throw new AssertionError("no check digit for " + digits);
    }

    private static int remainder(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (13 - i);
        }
        return (11 - sum % 11) % 11;
    }
}
