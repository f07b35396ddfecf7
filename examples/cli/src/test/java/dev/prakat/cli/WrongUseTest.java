package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.cli.CommandLineRun.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong use ends with 2, with one message and the way to the help. */
class WrongUseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "item",
                "frobnicate",
                "item show",
                "item show x",
                "item show 261122-0000000000 more",
                "item list --limit 0",
                "item list --limit many",
                "item submit 261122-0000000000",
                "item preview 261122-0000000000",
                "item preview 261122-0000000000 --as a --out pom.xml",
                "item decide 261122-0000000000 --as a",
                "item decide 261122-0000000000 --as a --approve --refuse",
                "item withdraw 261122-0000000000 --as a",
                "item withdraw 261122-0000000000 --as a --reason x --kind NONE",
                "sweep --now yesterday",
                "sweep --now 2569-11-22T08:30",
                "sweep --node",
                "health --interval 0",
                "policy check",
                "item list --lang fr",
            })
    void isSaidInOneMessage(String line) {
        Result result = CommandLineRun.plain("", line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("prakat: ใช้คำสั่งไม่ถูก: ").contains("--help");
        assertThat(result.err()).doesNotContain("\tat ");
    }

    @Test
    void isSaidInEnglishAndToMachinesToo() {
        assertThat(CommandLineRun.plain("", "--lang=en", "item").err())
                .startsWith("prakat: wrong use: Missing required subcommand");
        Result machine = CommandLineRun.plain("", "item", "show", "x", "--json");
        assertThat(machine.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(machine.problem().get("problem").asText()).isEqualTo("WRONG_USE");
    }

    @Test
    void aMistypedOptionSuggestsTheRightOne() {
        assertThat(CommandLineRun.plain("", "item", "list", "--limt", "3").err())
                .contains("--limit");
    }

    @Test
    void globalOptionsStandBeforeOrAfterTheCommand() {
        Result before = CommandLineRun.plain("", "--json", "policy", "list");
        Result after = CommandLineRun.plain("", "policy", "list", "--json");

        assertThat(before.json()).isEqualTo(after.json());
    }

    @Test
    void charactersThatTheLocaleLostAreRefusedAndNotStored() {
        Result result = CommandLineRun.plain("", "policy", "show", "\uFFFD\uFFFD");

        assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(result.err()).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void helpIsNoWrongUse() {
        assertThat(CommandLineRun.plain("", "--help").code()).isEqualTo(ExitCode.DONE);
        assertThat(CommandLineRun.plain("", "item", "draft", "--help").out()).contains("--until");
        assertThat(CommandLineRun.plain("", "--version").out()).startsWith("prakat ");
    }
}
