package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role that only delegations fill is empty when the last order ends. */
class StaffCommandsTest {

    @TempDir
    private Path folder;

    @Test
    @Tag("AT-50")
    void aRoleIsVacantFromTheInstantOnWhichItsDelegationEnded() throws IOException {
        String orders = "officer,role,categories,units,from,until,order_number\n"
                + "director,AUTHORISED_EXECUTIVE,,,2020-10-01,2021-09-30,1/2563\n";
        assertThat(check(orders, "2021-09-30T23:59").code()).isEqualTo(ExitCode.DONE);
        Result vacant = check(orders, "2021-10-01T00:00");
        assertThat(vacant.code()).isEqualTo(ExitCode.FINDING);
        assertThat(vacant.out()).contains("AUTHORISED_EXECUTIVE", "nobody fills it");
    }

    @Test
    void aFileWithMistakesIsOneListOfFindings() throws IOException {
        Result broken = check(
                "officer,role,categories,units,from,until,order_number\ndirector,,,,2020-13-01,2019-01-01,\n",
                "2021-10-01");
        assertThat(broken.code()).isEqualTo(ExitCode.FINDING);
        assertThat(broken.err()).contains("2020-13-01");
    }

    private Result check(String delegations, String on) throws IOException {
        Path officers = Files.writeString(
                folder.resolve("staff.csv"), "id,name,unit,posts\ndirector,วิชัย ตัวอย่าง,ศสน.,DIRECTOR\n");
        Path orders = Files.writeString(folder.resolve("delegations.csv"), delegations);
        Path appointments = Files.writeString(
                folder.resolve("appointments.csv"),
                "officer,unit,sent_by,sent,granted,guidance_acknowledged,revoked\n");
        return new CommandLineRun(folder)
                .run(
                        "staff",
                        "check",
                        "--officers",
                        officers.toString(),
                        "--delegations",
                        orders.toString(),
                        "--appointments",
                        appointments.toString(),
                        "--on",
                        on);
    }
}
