package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.cli.CommandLineRun.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code screen} says where personal data stands, and never what it is. */
class ScreenCommandTest {

    @TempDir
    private Path folder;

    @Test
    @Tag("AT-60")
    void aNumberBlocksAndIsPrintedMasked() {
        Result result = screen("draft.txt", "หัวเรื่อง\nเลข ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑\n");

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.out()).isEqualTo("BLOCK NATIONAL_ID 2:5 attachment 'draft.txt' *-****-*****-**-*\n");
    }

    @Test
    void aWarningIsNoFailure() {
        Result result = screen("draft.txt", "โทร 089-000-1234");

        assertThat(result.code()).isEqualTo(ExitCode.DONE);
        assertThat(result.out()).startsWith("WARN MOBILE 1:5 ");
    }

    @Test
    void nothingIsSaidInWords() {
        assertThat(screen("draft.txt", "นายจ้าง และลูกจ้าง").out()).contains("ไม่พบ");
        assertThat(CommandLineRun.plain("x", "--lang", "en", "screen", "-").out())
                .contains("Nothing was found");
    }

    @Test
    void standardInputMayBeTextOrHtml() {
        assertThat(CommandLineRun.plain("12345<b>67890</b>121", "screen", "-", "--html")
                        .code())
                .isEqualTo(ExitCode.FINDING);
        assertThat(CommandLineRun.plain("1-2345-67890-12-1", "screen", "-").code())
                .isEqualTo(ExitCode.FINDING);
    }

    @Test
    void htmlIsReadAsHtml() {
        assertThat(screen("page.html", "<p>1-2345-<b>67890</b>-12-1</p>").out())
                .startsWith("BLOCK NATIONAL_ID 1:4 page.html ");
    }

    @Test
    void csvAndOfficeFilesAreReadAndBrokenOnesAreSaidToBe() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<d><t>1-2345-67890-12-1</t></d>".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(screen("list.csv", "ลำดับ,เลข\n1,1234567890121\n").out()).startsWith("BLOCK NATIONAL_ID 2:3 ");
        assertThat(screen("letter.docx", bytes.toByteArray()).code()).isEqualTo(ExitCode.FINDING);
        assertThat(screen("scan.pdf", "%PDF-1.7 nothing").out()).contains("UNSCREENABLE", "BROKEN");
        assertThat(screen("photo.jpg", "x").out()).isEqualTo("WARN UNSCREENABLE 1:1 attachment 'photo.jpg' IMAGE\n");
        assertThat(screen("program.txt", new byte[] {1, 0, 2, (byte) 0xFF}).out())
                .contains("UNSCREENABLE", "BROKEN");
    }

    @Test
    void thePolicyDecides() {
        Path file = new CommandLineRun(folder).file("a.txt", "โทร 0 2000 1000");

        assertThat(CommandLineRun.plain("", "screen", file.toString()).out()).startsWith("ALLOW LANDLINE");
        assertThat(CommandLineRun.plain("", "--policy", "phan-dho", "screen", file.toString())
                        .out())
                .startsWith("WARN LANDLINE");
    }

    @Test
    void machinesGetTheSameAndNoMore() {
        Path file = new CommandLineRun(folder).file("a.txt", "เลข 1-2345-67890-12-1 โทร 089-000-1234");
        Result result = CommandLineRun.plain("", "--json", "screen", file.toString());

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.out()).doesNotContain("67890");
        assertThat(result.json().get("blocks").asBoolean()).isTrue();
        assertThat(result.json().get("warn").asInt()).isEqualTo(1);
        assertThat(result.json().get("findings").get(0).get("kind").asText()).isEqualTo("NATIONAL_ID");
        assertThat(result.json().get("findings").get(0).get("start").asInt()).isEqualTo(4);
    }

    @Test
    void aFileThatIsNotThereIsWrongUse() {
        Result result =
                CommandLineRun.plain("", "screen", folder.resolve("none.txt").toString());

        assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(result.err()).contains("none.txt", "give the path of a file");
        assertThat(CommandLineRun.plain("", "screen", folder.toString()).code()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void fiveMillionCharactersAreReadAndMoreIsSaidToBeTooLarge() {
        String line = "ประกาศเรื่องอัตราเงินสมทบ\n";
        String most = line.repeat(5_000_000 / line.length() - 1) + "1-2345-67890-12-1\n";

        assertThat(screen("large.txt", most).code()).isEqualTo(ExitCode.FINDING);
        assertThat(screen("larger.txt", most + line.repeat(5)).out()).contains("BLOCK NATIONAL_ID", "TOO_LARGE");
    }

    private Result screen(String name, String text) {
        return screen(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Result screen(String name, byte[] bytes) {
        Path file = new CommandLineRun(folder).file(name, bytes);
        return CommandLineRun.plain("", "screen", file.toString());
    }
}
