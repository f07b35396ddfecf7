package dev.prakat.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvStaffDirectoryTest {

    private static final String SOUND = "id,name,unit,posts\n"
            + "somsri,สมศรี ตัวอย่าง,ศสน.,\n"
            + "direk,ดิเรก ตัวอย่าง,ศสน.,DIRECTOR; WEB_MASTER\n"
            + "\n"
            + "kanda,\"กานดา, ตัวอย่าง\",กค.,DIRECTOR\n";

    @TempDir
    Path temp;

    @Test
    void findsOfficersByKeyUnitAndPost() throws IOException {
        StaffRegister register = new StaffRegister(read(SOUND));

        assertThat(register.require(new OfficerId("direk")))
                .isEqualTo(new Officer(
                        new OfficerId("direk"), "ดิเรก ตัวอย่าง", "ศสน.", Set.of("DIRECTOR", "WEB_MASTER")));
        assertThat(register.require(new OfficerId("kanda")).displayName()).isEqualTo("กานดา, ตัวอย่าง");
        assertThat(register.holdersOfPost("ศสน.", "DIRECTOR"))
                .extracting(officer -> officer.id().value())
                .containsExactly("direk");
        assertThat(register.holdersOfPost("สบท.", "DIRECTOR")).isEmpty();
        assertThat(read(SOUND).ofUnit("ศสน.")).hasSize(2);
    }

    @Test
    void readsAFileWithAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF" + SOUND).find(new OfficerId("somsri"))).isPresent();
    }

    @Test
    void namesTheOfficerWhomNobodyKnows() throws IOException {
        StaffRegister register = new StaffRegister(read(SOUND));
        PrakatException refused =
                catchThrowableOfType(PrakatException.class, () -> register.require(new OfficerId("nobody")));

        assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refused).hasMessageContaining("'nobody'").hasMessageContaining("staff directory");
    }

    @Test
    void listsEveryMistakeWithItsRow() throws IOException {
        InvalidException refused = refusal("id,name,unit,posts\n,ก,ศสน.,\na,,ศสน.,\nb,ก,,\nsystem:sweep,ก,ศสน.,\n"
                + "c,ก,ศสน.,\nc,ข,ศสน.,\n" + "x".repeat(81) + ",ก,ศสน.,\n");

        assertThat(refused.code()).isEqualTo(ProblemCode.CONFIGURATION);
        assertThat(refused.findings())
                .extracting(Finding::place)
                .containsExactly(
                        "staff.csv:2", "staff.csv:3", "staff.csv:4", "staff.csv:5", "staff.csv:7", "staff.csv:8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id,name\na,b\n", "id;name;unit;posts\na;b;c;d\n", "id,name,unit,posts\n\"a,b,c,d\n"})
    void refusesWhatIsNoStaffFile(String text) throws IOException {
        assertThat(refusal(text).findings()).isNotEmpty();
    }

    @Test
    void saysThatTheSpreadsheetWroteSemicolons() throws IOException {
        assertThat(refusal("id;name;unit;posts\n")).hasMessageContaining("semicolons");
    }

    @Test
    void refusesAFileThatIsMissingOrNotUtf8() throws IOException {
        Path file = temp.resolve("staff.csv");
        assertThat(catchThrowableOfType(InvalidException.class, () -> CsvStaffDirectory.read(file)))
                .hasMessageContaining("no such file");
        Files.write(file, SOUND.getBytes(Charset.forName("x-windows-874")));
        assertThat(catchThrowableOfType(InvalidException.class, () -> CsvStaffDirectory.read(file)))
                .hasMessageContaining("not UTF-8");
    }

    private InvalidException refusal(String text) throws IOException {
        Path file = write(text);
        return catchThrowableOfType(InvalidException.class, () -> CsvStaffDirectory.read(file));
    }

    private CsvStaffDirectory read(String text) throws IOException {
        return CsvStaffDirectory.read(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.write(temp.resolve("staff.csv"), text.getBytes(StandardCharsets.UTF_8));
    }
}
