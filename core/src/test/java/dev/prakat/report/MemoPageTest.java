package dev.prakat.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.policy.MemoHead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report as a memorandum: the head of the regulation, Thai digits, dates of the Buddhist era. */
@Tag("S004-R01")
class MemoPageTest {

    private static final MemoHead HEAD =
            new MemoHead("ศูนย์สารนิเทศ", "ฝ่ายข่าว", "0 2000 1000", "รง 0600/ว", "ด่วนที่สุด");

    private static final ReportDocument REPORT = new ReportDocument(
            ReportKind.OVERSIGHT,
            "หน่วยงานตัวอย่าง",
            "Sample agency",
            "sample@1",
            new ReportPeriod("2564-Q2", LocalDate.of(2021, 1, 1), LocalDate.of(2021, 3, 31), LocalDate.of(2021, 4, 16)),
            Instant.parse("2021-04-02T02:00:00Z"),
            new ReportRemarks("มี 2 เรื่อง", "", ""),
            List.of(
                    new ReportSection(
                            "errors",
                            List.of("number"),
                            List.of(new ReportRow("a", "พบ", "Found", List.of(ReportCell.number(1234)))),
                            null),
                    new ReportSection(
                            "logs",
                            List.of("verdict", "records"),
                            List.of(new ReportRow(
                                    "log",
                                    "www.example.go.th/log/2021",
                                    "log",
                                    List.of(ReportCell.code("SOUND"), ReportCell.number(7)))),
                            null),
                    new ReportSection("waivers", List.of("number"), List.of(), null)));

    @Test
    void theHeadStandsInItsOrderWithThaiDigitsAndTheYearOfTheBuddhistEra() {
        String memo = REPORT.toMemo(HEAD, new MemoLetter("145", "ผู้บังคับบัญชา", "นายวิชัย ตัวอย่าง", "ผู้อำนวยการ"));

        assertThat(memo.substring(memo.indexOf("<main>")))
                .containsSubsequence(
                        "ด่วนที่สุด",
                        "<h1>บันทึกข้อความ</h1>",
                        "ส่วนราชการ</b> ศูนย์สารนิเทศ ฝ่ายข่าว โทร. ๐ ๒๐๐๐ ๑๐๐๐",
                        "ที่</b> รง ๐๖๐๐/ว๑๔๕",
                        "วันที่</b> ๒ เมษายน ๒๕๖๔",
                        "เรื่อง</b> รายงานผลการดำเนินงาน",
                        "เรียน</b> ผู้บังคับบัญชา",
                        "ภายในวันที่ ๑๖ เมษายน ๒๕๖๔",
                        "พบ ๑,๒๓๔",
                        "ระเบียน ๗",
                        "ไม่มีรายการ",
                        "มี ๒ เรื่อง",
                        "จึงเรียนมาเพื่อโปรดทราบและพิจารณาสั่งการ",
                        "(นายวิชัย ตัวอย่าง)",
                        "ข้อสั่งการ",
                        "เอกสารแนบ")
                .doesNotContain("2564");
        assertThat(memo).as("a key stays as it is").contains("www.example.go.th/log/2021");
    }

    @Test
    void whatWasNotGivenIsLeftForAPen() {
        String memo = REPORT.toMemo(new MemoHead("", "", "", "", ""), MemoLetter.BLANK);

        assertThat(memo)
                .contains("ที่</b> ......", "เรียน</b> ......", "(......")
                .doesNotContain("class=\"urgent\"");
    }
}
