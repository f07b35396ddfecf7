package dev.prakat.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.problem.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private static final TableShape SHAPE = new TableShape("t.csv", List.of("id", "name"), List.of("note"), "T");

    @TempDir
    Path temp;

    @Test
    void givesCellsVerbatimAndRowsByTheirNumberInTheSpreadsheet() {
        Table table = read("Name , ID\n\" ก, ข \"\"ค\"\"\",007\n\n,\nง,8\n");

        assertThat(table.findings()).isEmpty();
        assertThat(table.rows()).extracting(TableRow::number).containsExactly(2, 5);
        TableRow first = table.rows().get(0);
        assertThat(first.raw("name")).isEqualTo(" ก, ข \"ค\"");
        assertThat(first.text("name")).isEqualTo("ก, ข \"ค\"");
        assertThat(first.text("id")).isEqualTo("007");
        assertThat(first.text("note")).isEmpty();
    }

    @Test
    void splitsACellThatHoldsSeveralTexts() {
        assertThat(read("id,name\n1,ก | | ข|ค.ง;จ\n").rows().get(0).list("name", '|'))
                .containsExactly("ก", "ข", "ค.ง;จ");
        assertThat(read("id,name\n1,\n").rows().get(0).list("name", '|')).isEmpty();
    }

    @Test
    void whatASpreadsheetWouldCalculateIsWrittenAsTextAndReadBackAsItWas() throws IOException {
        List<String> cells = List.of(
                "=1+1",
                "+66 2000",
                "-5/2564",
                "@ก",
                "\t=1",
                "\r=1",
                "'=1",
                "''-1",
                "'ก",
                "ก=1",
                "'",
                "",
                "=HYPERLINK(\"x\",\"y\")");
        StringWriter out = new StringWriter();
        List<List<String>> rows = new ArrayList<>(List.of(List.of("id", "name")));
        for (String cell : cells) {
            rows.add(List.of("x", cell));
        }
        TableWriter.write(out, rows);

        Table read = read(out.toString());
        assertThat(read.rows())
                .extracting(row -> row.raw("name"))
                .noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r].*"));
        assertThat(read.unguarded().rows()).extracting(row -> row.raw("name")).containsExactlyElementsOf(cells);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'',file is empty,1",
        "'\n\n',first row is empty,1",
        "'id;name\n1;a\n',semicolons,1",
        "'id\tname\n1\ta\n',tabs,1",
        "'id\n1\n',column 'name' is missing,1",
        "'id,name,id\n',occurs twice,1",
        "'id,name,colour\n',found the column 'colour',1",
        "'id,name\n1,a\n2\n',found 1 cells,3",
        "'id,name\n1,a,b\n',found 3 cells,2",
        "'id,name\n1,\"a\n',cannot be read,2"
    })
    void findsWhatIsWrongWithTheFile(String text, String message, int row) {
        assertThat(read(text).findings())
                .filteredOn(finding -> finding.message().replace('"', '\'').contains(message)
                        || finding.line().contains(message))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place()).isEqualTo("t.csv:" + row);
                    assertThat(finding.rule()).isEqualTo("T");
                    assertThat(finding.remedy()).isNotBlank();
                });
    }

    @Test
    void keepsTheSoundRowsBesideABrokenOne() {
        Table table = read("id,name\n1,a\n2\n3,c\n");

        assertThat(table.rows()).extracting(row -> row.text("id")).containsExactly("1", "3");
        assertThat(table.findings()).hasSize(1);
    }

    @Test
    void readsUtf8WithAndWithoutAByteOrderMark() {
        String text = "id,name\n1,ประกาศ\n";

        for (String form : List.of(text, "\uFEFF" + text)) {
            Table table = Table.read(form.getBytes(StandardCharsets.UTF_8), SHAPE);
            assertThat(table.findings()).isEmpty();
            assertThat(table.rows().get(0).text("name")).isEqualTo("ประกาศ");
        }
    }

    @Test
    void recognisesOtherEncodings() {
        String text = "id,name\n1,a\n2,ประกาศ\n";

        assertThat(only(text.getBytes(Charset.forName("x-windows-874"))).line())
                .contains("t.csv:3", "not UTF-8", "Windows-874");
        assertThat(only(text.getBytes(StandardCharsets.UTF_16)).line()).contains("t.csv:1", "UTF-16");
        byte[] twice = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(only(twice).line()).contains("t.csv:3", "another encoding");
    }

    @Test
    void aFileThatIsMissingIsAFinding() throws IOException {
        Path file = temp.resolve("t.csv");

        assertThat(Table.read(file, SHAPE).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.line()).contains("no such file", "id,name"));
        Files.writeString(file, "id,name\n1,a\n");
        assertThat(Table.read(file, SHAPE).rows()).hasSize(1);
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        List<List<String>> rows = List.of(
                List.of("id", "name"), List.of("007", " ก,ข "), List.of("8", "\"อ้าง\"\nสองบรรทัด"), List.of("9", ""));
        StringWriter marked = new StringWriter();
        StringWriter plain = new StringWriter();

        TableWriter.write(marked, rows);
        TableWriter.writePlain(plain, rows);

        assertThat(marked.toString()).isEqualTo("\uFEFF" + plain);
        Table table = Table.read(marked.toString().getBytes(StandardCharsets.UTF_8), SHAPE);
        assertThat(table.findings()).isEmpty();
        assertThat(table.rows()).extracting(TableRow::cells).isEqualTo(rows.subList(1, 4));
    }

    @Test
    void throwsNothingWhateverItIsGiven() {
        Random random = new Random(2564);
        String alphabet = "id,name\n\r\"\";\tก\u0000\uFEFF\uFFFF'\\|";
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "id,name\n" : "");
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextInt(3) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Table table = Table.read(bytes, SHAPE);
            assertThat(table.rows()).allSatisfy(row -> assertThat(row.raw("id")).isNotNull());
        }
    }

    private static Table read(String text) {
        return Table.read(text, SHAPE);
    }

    private static Finding only(byte[] content) {
        Table table = Table.read(content, SHAPE);
        assertThat(table.rows()).isEmpty();
        assertThat(table.findings()).hasSize(1);
        return table.findings().get(0);
    }
}
