package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prakat.problem.InvalidException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency adds to the built-in holidays, or brings its own. */
@Tag("AMB-05")
class OwnHolidaysTest {

    private static final String HEADER = "\uFEFFdate,name_th,name_en,kind,scope\n";
    private static final LocalDate FOUNDED = LocalDate.of(2021, 9, 3);
    private static final LocalDate CHAKRI = LocalDate.of(2021, 4, 6);
    private static final WorkingCalendar GOVERNMENT = WorkingCalendar.government();

    @TempDir
    Path temp;

    @Test
    void addsToTheBuiltInOnes() throws IOException {
        WorkingCalendar both = GOVERNMENT.plus(read("2021-09-03,วันสถาปนา,Foundation day,AGENCY,NATIONAL\n"));

        assertThat(GOVERNMENT.isWorkingDay(FOUNDED)).isTrue();
        assertThat(both.isWorkingDay(FOUNDED)).isFalse();
        assertThat(both.isWorkingDay(CHAKRI)).isFalse();
        assertThat(both.version()).isNotEqualTo(GOVERNMENT.version());
    }

    @Test
    void replacesThem() throws IOException {
        WorkingCalendar own = read("2021-09-03,วันสถาปนา,Foundation day,AGENCY,NATIONAL\n");

        assertThat(own.isWorkingDay(FOUNDED)).isFalse();
        assertThat(own.isWorkingDay(CHAKRI)).isTrue();
    }

    @Test
    void addingTheSameHolidaysChangesNothing() {
        assertThat(GOVERNMENT.plus(GOVERNMENT).version()).isEqualTo(GOVERNMENT.version());
    }

    @Test
    void takesAwayWhatTheCabinetCancelled() throws IOException {
        WorkingCalendar without = GOVERNMENT.plus(read("2021-04-06,วันจักรี,Chakri,CANCELLED,NATIONAL\n"));

        assertThat(without.isWorkingDay(CHAKRI)).isTrue();
        assertThat(without.holidays(2564)).hasSize(GOVERNMENT.holidays(2564).size() - 1);
    }

    @Test
    void refusesToCancelWhatIsNotThere() throws IOException {
        WorkingCalendar own = read("2021-04-07,ก,a,CANCELLED,NATIONAL\n2021-04-06,ก,a,CANCELLED,REGION:NORTH\n");

        InvalidException refused = catchThrowableOfType(InvalidException.class, () -> GOVERNMENT.plus(own));
        assertThat(refused.findings()).hasSize(2);
        assertThat(refused).hasMessageContaining("2021-04-07").hasMessageContaining("REGION:NORTH");
    }

    @Test
    void theVersionIsOfTheHolidaysAndNotOfTheFile() throws IOException {
        String chakri = "2021-04-06,วันจักรี,Chakri,FIXED,NATIONAL\n";
        String founded = "2021-09-03,วันสถาปนา,Foundation day,AGENCY,NATIONAL\n";

        assertThat(read(chakri + founded).version())
                .isEqualTo(read("\n" + founded + chakri).version())
                .hasSize(64)
                .isNotEqualTo(read(chakri).version());
    }

    @Test
    void refusesAFileThatIsMissingOrInAnotherEncoding() throws IOException {
        Path file = temp.resolve("own.csv");
        assertThat(catchThrowableOfType(InvalidException.class, () -> WorkingCalendar.load(file)))
                .hasMessageContaining("no such file");
        Files.write(
                file,
                (HEADER.substring(1) + "2021-04-06,วันจักรี,a,FIXED,NATIONAL\n")
                        .getBytes(Charset.forName("x-windows-874")));
        assertThat(catchThrowableOfType(InvalidException.class, () -> WorkingCalendar.load(file)))
                .hasMessageContaining("own.csv:2")
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void findsWhatASpreadsheetDidToDatesAndScopes() throws IOException {
        InvalidException refused = catchThrowableOfType(
                InvalidException.class,
                () -> read(
                        "6/4/2021,ก,a,FIXED,NATIONAL\n2021-04-07,ก,a,FIXED,NONTHABURI\n2564-04-06,ก,a,FIXED,NATIONAL\n"
                                + "2021-04-08,,a,FIXED,NATIONAL\n"));

        assertThat(refused.findings()).hasSize(4);
        assertThat(refused)
                .hasMessageContaining("set the column to text")
                .hasMessageContaining("NONTHABURI")
                .hasMessageContaining("plausible");
    }

    private WorkingCalendar read(String rows) throws IOException {
        return WorkingCalendar.load(
                Files.write(temp.resolve("own.csv"), (HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    }
}
