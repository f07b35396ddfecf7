package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.cli.CommandLineRun.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder is begun on purpose, remembers what it was begun with, and is never half made. */
class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void aMissingFolderIsRefusedAndNotMade() {
        CommandLineRun cli = new CommandLineRun(folder);

        Result result = cli.run("sweep");

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).contains("--staff FILE", "id,name,unit,posts");
        assertThat(cli.data).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneClearMessage() {
        CommandLineRun cli = new CommandLineRun(folder);
        cli.file("data", "a file stands where the folder should be");

        Result result = cli.run("--staff", cli.staff.toString(), "item", "list");

        assertThat(result.code()).isEqualTo(ExitCode.BROKEN);
        assertThat(result.err()).contains("data folder").contains("cannot be written");
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void mistakesOfTheStaffFileAreListedAndNothingIsMade() {
        CommandLineRun cli = new CommandLineRun(folder);
        Path wrong = cli.file("wrong.csv", "id,name,unit\na,ก,ศสน.\n");

        Result result = cli.run("--staff", wrong.toString(), "item", "list");

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).contains("wrong.csv:1", "posts");
        assertThat(cli.data).doesNotExist();
    }

    @Test
    void theOfficersAreReplacedWhenTheyAreGivenAgain() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        Path next = cli.file("next.csv", CommandLineRun.STAFF + "new,มานะ ตัวอย่าง,ศสน.,\n");

        cli.done("--staff", next.toString(), "item", "list");

        assertThat(Files.readString(cli.data.resolve("staff.csv"))).isEqualTo(Files.readString(next));
    }

    @Test
    void theBaseAddressIsRememberedAndCannotBeContradicted() {
        CommandLineRun cli = new CommandLineRun(folder);
        cli.done("--staff", cli.staff.toString(), "--base-address", "http://localhost:9001", "item", "list");

        Result same = cli.run("--base-address", "http://localhost:9001/", "item", "list");
        Result none = cli.run("item", "list");
        Result other = cli.run("--base-address", "http://localhost:9002/", "item", "list");

        assertThat(same.code()).isEqualTo(ExitCode.DONE);
        assertThat(none.code()).isEqualTo(ExitCode.DONE);
        assertThat(other.code()).isEqualTo(ExitCode.FINDING);
        assertThat(other.err()).contains("http://localhost:9001/", "prakat.properties");
    }

    @Test
    void aPolicyThatIsUnknownIsFoundBeforeAnythingIsOpened() {
        CommandLineRun cli = new CommandLineRun(folder);

        Result result = cli.run("--staff", cli.staff.toString(), "--policy", "sso", "item", "list");

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).contains("sso-website");
        assertThat(cli.data).doesNotExist();
        assertThat(cli.run("--staff", cli.staff.toString(), "item", "list").code())
                .as("a slip in the first call does not spoil the folder")
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void aBaseAddressThatIsNoneIsFoundBeforeAnythingIsOpened() {
        CommandLineRun cli = new CommandLineRun(folder);

        Result result = cli.run("--staff", cli.staff.toString(), "--base-address", "ftp://a/", "item", "list");

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).contains("ftp://a/");
        assertThat(cli.data).doesNotExist();
    }

    @Test
    void aPathThatADatabaseAddressCannotHoldIsRefused() {
        CommandLineRun cli = new CommandLineRun(folder);

        Result result = CommandLineRun.plain(
                "", "--data", folder.resolve("a;b").toString(), "--staff", cli.staff.toString(), "item", "list");

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).contains("';'");
    }
}
