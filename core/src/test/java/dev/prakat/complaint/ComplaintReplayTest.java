package dev.prakat.complaint;

import static dev.prakat.TestAgency.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.journal.Difference;
import dev.prakat.policy.ComplaintPolicy.Purpose;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import gave, where complaints went and what units sent: a row that somebody changed past Prakat is found. */
class ComplaintReplayTest {

    private static final String SHEET =
            "number,unit,received,channel,first_name,surname,address,telephone,conclusion,concluded,informed\n"
                    + "1,ศสน.,2021-03-01,LETTER,สมปอง,ตัวอย่าง,99 ถนน,0 2000 2222,FULLY,2021-03-08,2021-03-09\n"
                    + "2,ศสน.,2021-03-01,LETTER,สมปอง,ตัวอย่าง,99 ถนน,0 2000 2222,FULLY,2021-03-08,\n"
                    + "3,ศสน.,2021-03-01,LETTER,สมปอง,ตัวอย่าง,99 ถนน,0 2000 2222,,,\n";

    @TempDir
    Path folder;

    private TestAgency agency;
    private Complaints complaints;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
        agency.at("2021-04-05T03:00:00Z");
        complaints = agency.prakat().complaints();
        complaints.importSheet(AUTHOR, "sheet.csv", SHEET.getBytes(StandardCharsets.UTF_8), written -> {});
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void whatCameAfterAnImportIsNoDifference() {
        complaints.route(AUTHOR, number("1"), "NEWS", Purpose.NOTE);
        complaints.route(AUTHOR, number("1"), "NEWS", Purpose.NOTE);
        complaints.informed(AUTHOR, number("2"), LocalDate.of(2021, 3, 10));
        complaints.conclude(AUTHOR, number("3"), new Conclusion("PARTLY", LocalDate.of(2021, 3, 12), null));
        complaints.reports().send(AUTHOR, "ศสน.", YearMonth.of(2021, 3));
        complaints.informed(AUTHOR, number("3"), LocalDate.of(2021, 3, 15));
        complaints.reports().send(AUTHOR, "ศสน.", YearMonth.of(2021, 3));

        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    void aConclusionThatSomebodyChangedAfterTheImportIsFound() {
        agency.sql("update prakat_complaint set conclusion = 'PARTLY' where number = '1'");
        agency.sql("update prakat_complaint set informed_on = '2021-03-09' where number = '2'");
        agency.sql("update prakat_complaint set conclusion = null, concluded_on = null where number = '3'");
        assertThat(found()).containsExactly("complaint:1 complaint.conclusion", "complaint:2 complaint.informed");

        agency.sql("update prakat_complaint set conclusion = null, concluded_on = null, informed_on = null");
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "complaint:1 complaint.conclusion",
                        "complaint:1 complaint.informed",
                        "complaint:2 complaint.conclusion");
    }

    @Test
    void whatAnImportIsSaidToHaveGivenIsCoveredByItsHash() {
        agency.sql("update prakat_complaint set informed_on = '2021-03-08', given_informed_on = '2021-03-08'"
                + " where number = '1'");

        assertThat(found()).singleElement().asString().endsWith("import.hash");
    }

    @Test
    void aRouteThatSomebodyMadeOrTookIsFound() {
        complaints.route(AUTHOR, number("1"), "NEWS", Purpose.NOTE);
        agency.sql("update prakat_complaint_route set section = 'GENERAL'");
        assertThat(found()).hasSize(2).allSatisfy(one -> assertThat(one).startsWith("complaint:1 complaint.route "));

        agency.sql("update prakat_complaint_route set section = 'NEWS', complaint_id = 'complaint:2'");
        assertThat(found())
                .hasSize(2)
                .anySatisfy(one -> assertThat(one).startsWith("complaint:1 complaint.route NEWS NOTE"))
                .anySatisfy(one -> assertThat(one).startsWith("complaint:2 complaint.route NEWS NOTE"));
    }

    @Test
    void aFigureThatSomebodyChangedOrInventedIsFound() {
        complaints.reports().send(AUTHOR, "ศสน.", YearMonth.of(2021, 3));
        agency.sql("update prakat_complaint_report set failed = failed + 1, received = 99");
        assertThat(found())
                .containsExactly(
                        "complaint-report:2021-03/ศสน. complaint-report.failed",
                        "complaint-report:2021-03/ศสน. complaint-report.received");

        agency.sql("update prakat_complaint_report set id = '2021-02/ศสน.', report_month = '2021-02'");
        assertThat(found())
                .anySatisfy(one -> assertThat(one).startsWith("complaint-report:2021-02/ศสน. "))
                .anySatisfy(one -> assertThat(one).startsWith("complaint-report:2021-03/ศสน. "));
    }

    private List<String> found() {
        return agency.prakat().replay().differences().stream()
                .map(ComplaintReplayTest::line)
                .sorted()
                .toList();
    }

    private static String line(Difference difference) {
        return difference.subject() + " " + difference.what();
    }

    private static ComplaintNumber number(String value) {
        return new ComplaintNumber(value);
    }
}
