package dev.prakat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.TestAgency;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on complaints in every form. The clock stands at 16 February 2564, when that of the first four months is due. */
class ComplaintReportsTest {

    private static final String PERSON = ",LETTER,สมปอง,ตัวอย่าง,99 ถนนตัวอย่าง,0 2000 2222,";

    @TempDir
    Path folder;

    private TestAgency agency;
    private ComplaintReports reports;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
        agency.at("2021-02-16T03:00:00Z");
        agency.prakat()
                .complaints()
                .importSheet(
                        TestAgency.AUTHOR,
                        "complaints.csv",
                        ("number,unit,received,channel,first_name,surname,address,telephone,conclusion,concluded,informed\n"
                                        + "1/2564,กค.,2020-10-05" + PERSON + "FULLY,2020-10-12,2020-10-13\n"
                                        + "2/2564,กค.,2020-10-06" + PERSON + ",,\n"
                                        + "3/2564,สปย.,2021-01-28" + PERSON + ",,\n"
                                        + "4/2564,สปย.,2021-01-04,LETTER,สมปอง,,,,,,\n")
                                .getBytes(StandardCharsets.UTF_8),
                        written -> {});
        agency.prakat().complaints().reports().send(TestAgency.AUTHOR, "กค.", YearMonth.of(2020, 10));
        reports = agency.prakat().reports().complaints();
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    @Tag("S004-R03")
    @Tag("S004-R05")
    @Tag("S004-R06")
    void theFirstFourMonthsOfARoundAreReportedOnTheirOwnDayWithWhatIsBehindEachFigure() {
        ReportDocument report = reports.firstMonths(1, 2564, null);

        assertThat(report.period())
                .isEqualTo(new ReportPeriod(
                        "2564-round-1-first-4",
                        LocalDate.of(2020, 10, 1),
                        LocalDate.of(2021, 1, 31),
                        LocalDate.of(2021, 2, 16)));
        ReportSection indicator = report.section("indicator");
        assertThat(indicator.rows())
                .extracting(ReportRow::labelTh)
                .containsExactly("ตุลาคม 2563", "พฤศจิกายน 2563", "ธันวาคม 2563", "มกราคม 2564", "รวม");
        assertThat(indicator.cell("total", "counted").behind()).containsExactlyInAnyOrder("1/2564", "2/2564");
        assertThat(indicator.cell("total", "resolved-in-time").behind()).containsExactly("1/2564");
        assertThat(indicator.cell("total", "percent").value()).isEqualTo("50.00");
        assertThat(indicator.cell("total", "score").value()).isEqualTo("1.0000");
        assertThat(indicator.cell("2021-01", "percent"))
                .as("nothing counted: never 0 or 100")
                .isEqualTo(ReportCell.NONE);
        ReportSection flow = report.section("complaint-flow");
        assertThat(flow.cell("total", "carried-out").behind()).containsExactly("3/2564");
        assertThat(flow.cell("total", "incomplete").behind()).containsExactly("4/2564");
        assertThat(report.section("complaint-units").cell("กค.", "failed").behind())
                .containsExactly("2/2564");
        ReportSection sent = report.section("complaint-reports");
        assertThat(sent.cell("2020-10", "sent").behind()).containsExactly("กค.");
        assertThat(sent.cell("2020-10", "sent-late").behind()).containsExactly("กค.");
        assertThat(sent.cell("2021-01", "not-sent").behind()).contains("สปย.");
    }

    @Test
    @Tag("S004-R01")
    @Tag("S004-R04")
    @Tag("S004-R07")
    void theMemoHasTheHeadOfThePolicyThaiDigitsAndNobodysName() {
        String memo = reports.firstMonths(1, 2564, null).toMemo(reports.head(), reports.letter("145", ""));

        assertThat(memo.substring(memo.indexOf("<main>")))
                .containsSubsequence(
                        "ด่วนที่สุด",
                        "<h1>บันทึกข้อความ</h1>",
                        "ส่วนราชการ</b> ศูนย์สารนิเทศ ฝ่ายรับเรื่องร้องเรียน โทร. ๐ ๒๐๐๐ ๑๐๐๐",
                        "ที่</b> รง ๐๖๓๕/ว๑๔๕",
                        "วันที่</b> ๑๖ กุมภาพันธ์ ๒๕๖๔",
                        "ระหว่างวันที่ ๑ ตุลาคม ๒๕๖๓ ถึงวันที่ ๓๑ มกราคม ๒๕๖๔",
                        "เรียน</b> ผู้อำนวยการสำนักงานประกันสังคมกรุงเทพมหานครพื้นที่",
                        "ภายในวันที่ ๑๖ กุมภาพันธ์ ๒๕๖๔",
                        "ร้อยละ ๕๐.๐๐",
                        "จึงเรียนมาเพื่อโปรดทราบ",
                        "ผู้อำนวยการศูนย์สารนิเทศ",
                        "เอกสารแนบ")
                .doesNotContain("สมปอง", "ตัวอย่าง<", "ข้อสั่งการ", "2564", "/๒๕๖๔");
    }

    @Test
    void aRoundAMonthAndAUnitAreReportedToo() {
        assertThat(reports.round(1, 2564, null).period().due()).isEqualTo(LocalDate.of(2021, 4, 5));
        ReportDocument february = reports.month(YearMonth.of(2021, 2), "กค.");
        assertThat(february.period().name()).isEqualTo("2564-02");
        assertThat(february.sections()).extracting(ReportSection::id).containsExactly("indicator", "complaint-flow");
        assertThat(february.section("indicator").rows().get(0).labelTh())
                .isEqualTo("กุมภาพันธ์ 2564 (เดือนยังไม่สิ้นสุด)");
        assertThat(february.toCsv(true)).contains("indicator").doesNotContain("สมปอง");
        assertThat(february.toJson(true)).contains("\"COMPLAINTS\"");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> reports.firstMonths(2, 2564, null))
                .withMessageContaining("has no report of its first months");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> reports.round(3, 2564, null))
                .withMessageContaining("has no round 3, but [1, 2]");
    }

    @Test
    void itIsCirculatedAndNotFiledWithTheSuperior() {
        ReportDocument report = reports.firstMonths(1, 2564, null);

        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> agency.prakat().reports().filed().submit(TestAgency.DIRECTOR, report))
                .withMessageContaining("found COMPLAINTS, expected OVERSIGHT");
        assertThat(List.of(report.toHtml(true).split("<section", -1))).hasSizeGreaterThan(4);
    }
}
