package dev.prakat.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading delegations.csv and appointments.csv. */
class StaffRecordsTest {

    @TempDir
    Path temp;

    private StaffFiles files;

    @BeforeEach
    void folder() {
        files = new StaffFiles(temp);
    }

    @Test
    void readsScopesAndTerms() {
        StaffRecords records = files.records(
                "\"kanda\",ROLE,news | laws,ศสน.,2021-01-01,31/12/2564,1/2564\n",
                "somsri,ศสน.,direk,๑ กุมภาพันธ์ ๒๕๖๔,,,\n");

        assertThat(records.delegations()).singleElement().satisfies(order -> {
            assertThat(order.scope()).isEqualTo(new RoleScope(Set.of("news", "laws"), Set.of("ศสน.")));
            assertThat(order.term().until()).isEqualTo("2021-12-31");
        });
        assertThat(records.appointments()).singleElement().satisfies(appointment -> {
            assertThat(appointment.dates().sent()).isEqualTo("2021-02-01");
            assertThat(appointment.dates().granted()).isNull();
        });
    }

    @Test
    void listsEveryMistakeOfBothFilesWithItsRow() {
        InvalidException refused = refusal(
                ",ROLE,,,2021-01-01,,1\n"
                        + "a,,,,2021-01-01,,1\n"
                        + "a,ROLE,,,2021-01-01,,\n"
                        + "a,ROLE,,,,,1\n"
                        + "a,ROLE,,,29 ก.พ. 2564,,1\n"
                        + "a,ROLE,,,2021-02-01,2021-01-31,1\n"
                        + "a,ROLE,,,28 ก.พ. 64,,1\n"
                        + "a,ROLE,,,2021-01-01,,1\n"
                        + "a,ROLE,,,2021-01-01,,1\n",
                "a,u,b,2021-02-01,2021-01-31,,\n"
                        + "a,u,b,2021-02-01,,,2021-03-01\n"
                        + "a,u,b,2021-02-01,2021-02-02,,2021-02-01\n"
                        + "a,,,,,,\n");

        assertThat(refused.code()).isEqualTo(ProblemCode.CONFIGURATION);
        assertThat(refused.findings())
                .extracting(Finding::place)
                .containsExactly(
                        "delegations.csv:2",
                        "delegations.csv:3",
                        "delegations.csv:4",
                        "delegations.csv:5",
                        "delegations.csv:6",
                        "delegations.csv:7",
                        "delegations.csv:8",
                        "delegations.csv:10",
                        "appointments.csv:2",
                        "appointments.csv:3",
                        "appointments.csv:4",
                        "appointments.csv:5",
                        "appointments.csv:5",
                        "appointments.csv:5");
        assertThat(refused).hasMessageContaining("28 กุมภาพันธ์ 2564").hasMessageContaining("no day 29");
    }

    @Test
    void saysWhatIsWrongWithTheFilesThemselves() {
        Path delegations = files.write(
                "delegations.csv",
                (StaffFiles.DELEGATIONS + "a,ผู้บริหาร,,,2021-01-01,,1\n").getBytes(Charset.forName("x-windows-874")));
        InvalidException refused = catchThrowableOfType(
                InvalidException.class, () -> StaffRecords.read(delegations, temp.resolve("appointments.csv")));

        assertThat(refused.findings()).hasSize(2);
        assertThat(refused).hasMessageContaining("not UTF-8").hasMessageContaining("no such file");
    }

    @Test
    void throwsNothingElseWhateverItIsGiven() {
        Random random = new Random(50);
        String alphabet = "a,,,\n\"2021-0164ก.พ|/ \u0000;";
        for (int i = 0; i < 600; i++) {
            String text = text(random, alphabet);
            try {
                assertThat(files.records(text, text(random, alphabet)).delegations())
                        .isNotNull();
            } catch (InvalidException expected) {
                assertThat(expected.findings()).isNotEmpty();
            }
        }
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(60); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private InvalidException refusal(String delegations, String appointments) {
        return catchThrowableOfType(InvalidException.class, () -> files.records(delegations, appointments));
    }
}
