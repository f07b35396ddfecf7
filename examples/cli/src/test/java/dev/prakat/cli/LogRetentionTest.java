package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import org.junit.jupiter.api.Test;

/** Retention and orders of officials from the command line. */
class LogRetentionTest extends WrittenLog {

    private static final String NOW = "2026-11-23T09:30";

    @Test
    void anOrderIsEnteredListedAndLifted() {
        Result added = hold("2027-06-30");
        assertThat(added.code()).as(added.err()).isEqualTo(ExitCode.DONE);
        assertThat(added.out()).contains("ดศ 0101/1");
        JsonNode list = cli.run("--now", NOW, "log", "hold", "list", "--json").json();
        assertThat(list).hasSize(1);
        assertThat(list.get(0).get("order").asText()).isEqualTo("ดศ 0101/1");
        Result lifted =
                cli.run("--as", "author", "--now", NOW, "log", "hold", "lift", "--order", "ดศ 0101/1", "--reason", "x");
        assertThat(lifted.code()).as(lifted.err()).isEqualTo(ExitCode.DONE);
        assertThat(cli.run("--now", NOW, "log", "hold", "list").out()).contains("ไม่มีคำสั่ง");
        assertThat(cli.run("log", "verify").code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void anOrderOfMoreThanTwoYearsIsRefused() {
        assertThat(hold("2028-11-24").code()).isEqualTo(ExitCode.FINDING);
        assertThat(cli.run("--now", NOW, "log", "hold", "list").out()).contains("ไม่มีคำสั่ง");
    }

    @Test
    void nothingIsPrunedByATimeThatWasGivenByHand() {
        Result refused = cli.run("--as", "author", "--now", NOW, "log", "prune");
        assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.FINDING);
        assertThat(refused.out()).contains("ไม่ได้ลบสิ่งใด");
        JsonNode dry = cli.run("--as", "author", "--now", NOW, "log", "prune", "--dry-run", "--json")
                .json();
        assertThat(dry.get("records").asLong()).isZero();
        assertThat(dry.get("refused").asText()).contains("not known to be right");
        assertThat(cli.run("--as", "author", "log", "prune", "--days", "89").code())
                .isEqualTo(ExitCode.FINDING);
    }

    @Test
    void withoutALogThereIsNothingToPrune() {
        Result none = cli.run("--as", "author", "--node", "none", "log", "prune");
        assertThat(none.code()).isEqualTo(ExitCode.BROKEN);
        assertThat(none.err()).contains("found no log");
    }

    private Result hold(String until) {
        return cli.run(
                "--as",
                "author",
                "--now",
                NOW,
                "log",
                "hold",
                "add",
                "--order",
                "ดศ 0101/1",
                "--official",
                "นายสมมติ ตัวอย่าง พนักงานเจ้าหน้าที่",
                "--scope",
                "การเผยแพร่ประกาศ",
                "--from",
                "2026-11-01",
                "--to",
                "2026-11-30",
                "--until",
                until);
    }
}
