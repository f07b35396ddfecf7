package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.item.DifferenceLine.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A person reads what changed, in Thai too. */
class TextDifferenceTest {

    @Test
    void thaiIsComparedByWordsThoughItHasNoBlanks() {
        assertThat(TextDifference.words("ประกาศวันหยุดราชการ")).hasSizeGreaterThan(2);
        assertThat(lines(List.of("สำนักงานปิดทำการวันจันทร์"), List.of("สำนักงานเปิดทำการวันจันทร์")))
                .containsExactly("~ สำนักงาน[-ปิด-]{+เปิด+}ทำการวันจันทร์");
    }

    @Test
    void sameLinesFarFromAChangeAreCounted() {
        List<String> before =
                IntStream.range(0, 20).mapToObj(i -> "บรรทัด " + i).collect(Collectors.toList());
        List<String> after = new ArrayList<>(before);
        after.set(10, "อะไรที่ต่างออกไปทั้งหมด");
        after.add("ท้าย");
        assertThat(lines(before, after))
                .containsExactly(
                        "  … 9",
                        "  บรรทัด 9",
                        "- บรรทัด 10",
                        "+ อะไรที่ต่างออกไปทั้งหมด",
                        "  บรรทัด 11",
                        "  … 7",
                        "  บรรทัด 19",
                        "+ ท้าย");
    }

    @Test
    void bothTextsCanBeReadFromTheDifference() {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int n = 0; n < 500; n++) {
            List<String> before = text(random);
            List<String> after = text(random);
            assertThat(side(before, after, Mark.REMOVED))
                    .as("seed %d, case %d", seed, n)
                    .isEqualTo(before);
            assertThat(side(before, after, Mark.ADDED))
                    .as("seed %d, case %d", seed, n)
                    .isEqualTo(after);
        }
    }

    @Test
    void textsThatHaveNothingInCommonAndNoEndAreStillCompared() {
        List<String> before = IntStream.range(0, 100_000).mapToObj(i -> "a" + i).toList();
        List<String> after = IntStream.range(0, 100_000).mapToObj(i -> "b" + i).toList();
        assertThat(TextDifference.of(before, after)).hasSize(200_000);
        assertThat(lines(List.of("ก ".repeat(500_000)), List.of("ข ".repeat(500_000))))
                .hasSize(2);
    }

    @Test
    void aBodyIsReadAsAPersonReadsIt() {
        assertThat(ReadableBody.lines("<h2>หัวข้อ</h2>\n<p>ดู<a href=\"https://example.go.th/\">ที่นี่</a><br>ต่อ</p>\n"
                        + "<ul><li>ก</li><li>ข</li></ul>\n<table><tbody><tr><th>ที่</th><td>๑</td></tr></tbody></table>\n"
                        + "<figure><img alt=\"แผนที่\" src=\"https://example.go.th/a.png\"></figure>"))
                .containsExactly(
                        "## หัวข้อ",
                        "ดูที่นี่ (https://example.go.th/)",
                        "ต่อ",
                        "- ก",
                        "- ข",
                        "| ที่ | ๑",
                        "[แผนที่](https://example.go.th/a.png)");
    }

    private static List<String> text(Random random) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> "กขค".charAt(random.nextInt(3)) + " วันหยุด " + random.nextInt(3))
                .toList();
    }

    /** The lines of one side; a line that was left out is found by its number. */
    private static List<String> side(List<String> before, List<String> after, Mark own) {
        List<String> other = own == Mark.REMOVED ? before : after;
        List<String> lines = new ArrayList<>();
        for (DifferenceLine line : TextDifference.of(before, after)) {
            if (line.mark() == Mark.OMITTED) {
                int count = Integer.parseInt(line.pieces().get(0).text());
                lines.addAll(other.subList(lines.size(), lines.size() + count));
            } else if (line.mark() == Mark.SAME || line.mark() == own || line.mark() == Mark.CHANGED) {
                lines.add(line.pieces().stream()
                        .filter(piece -> piece.mark() == Mark.SAME || piece.mark() == own)
                        .map(DifferenceLine.Piece::text)
                        .collect(Collectors.joining()));
            }
        }
        return lines;
    }

    private static List<String> lines(List<String> before, List<String> after) {
        return TextDifference.of(before, after).stream()
                .map(DifferenceLine::line)
                .toList();
    }
}
