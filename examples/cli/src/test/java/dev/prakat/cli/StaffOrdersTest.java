package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dated orders in the data folder decide who may act. */
class StaffOrdersTest {

    private static final String MONDAY = "2026-11-23T09:00";
    private static final String DELEGATIONS = "officer,role,categories,units,from,until,order_number\n";
    private static final String APPOINTMENTS = "officer,unit,sent_by,sent,granted,guidance_acknowledged,revoked\n";

    @TempDir
    private Path folder;

    private CommandLineRun cli;
    private String id;

    @BeforeEach
    void draft() {
        cli = new CommandLineRun(folder).begun();
        id = cli.draft(MONDAY, "2026-11-30");
    }

    @Test
    @Tag("S001-R08")
    void whoseAppointmentWasRevokedMayNotSubmitForPublication() throws IOException {
        write("delegations.csv", DELEGATIONS);
        write("appointments.csv", APPOINTMENTS + "author,ศสน.,director,2026-01-05,2026-01-10,,2026-11-20\n");

        Result refused = cli.run("--as", "author", "--now", MONDAY, "item", "submit", id);

        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("no appointment to publish for ศสน.").contains("S001-R08");
    }

    @Test
    @Tag("AMB-08")
    void whoActsForTheDirectorByAnOrderDecides() throws IOException {
        write("delegations.csv", DELEGATIONS + "stranger,DIRECTOR,,ศสน.,2026-11-01,2026-11-30,คำสั่งที่ 7/2569\n");
        write("appointments.csv", APPOINTMENTS);
        cli.done("--as", "author", "--now", MONDAY, "item", "submit", id);

        cli.done("--as", "stranger", "--now", MONDAY, "item", "decide", id, "--approve");

        assertThat(cli.done("item", "show", id, "--json").out()).contains("APPROVED");
    }

    @Test
    void oneFileWithoutTheOtherIsRefused() throws IOException {
        write("delegations.csv", DELEGATIONS);

        Result refused = cli.run("item", "list");

        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("delegations.csv without appointments.csv");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(cli.data.resolve(name), text);
    }
}
