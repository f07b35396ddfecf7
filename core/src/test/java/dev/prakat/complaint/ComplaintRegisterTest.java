package dev.prakat.complaint;

import static dev.prakat.TestAgency.AUTHOR;
import static dev.prakat.TestAgency.OTHER_DIRECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.TestAgency;
import dev.prakat.journal.JournalEvent;
import dev.prakat.policy.ComplaintPolicy.Detail;
import dev.prakat.policy.ComplaintPolicy.Purpose;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register: what comes in, what stays sealed, what leaves. The clock stands at 2021-04-05 in Bangkok. */
class ComplaintRegisterTest {

    private static final Actor OF_FINANCE = Actor.local("somchai");
    private static final YearMonth MARCH = YearMonth.of(2021, 3);
    private static final String HEADER =
            "number,unit,received,time,channel,first_name,surname,address,telephone,matter,conclusion,concluded,informed\n";
    private static final String PERSON = "สมปอง,ตัวอย่าง,99 ถนนตัวอย่าง,0 2000 2222,ขอเงินทดแทน";

    @TempDir
    Path folder;

    private TestAgency agency;
    private Complaints complaints;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
        agency.at("2021-04-05T03:00:00Z");
        complaints = agency.prakat().complaints();
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    @Tag("S004-R08")
    @Tag("S004-R15")
    void aComplaintIsEnteredWithItsStampAndNothingPersonalIsReadable() {
        Complaint entered = complaints.add(OF_FINANCE, complaint("๕๙๙/๒๕๖๔", "2021-03-01", full()));

        assertThat(entered.number().value()).isEqualTo("599/2564");
        assertThat(entered.receivedAt()).isEqualTo("15:18");
        assertThat(entered.missing()).isEmpty();
        assertThat(entered.lastDay()).isEqualTo(LocalDate.of(2021, 4, 5));
        assertThat(agency.everythingInTheDatabase())
                .contains("599/2564")
                .doesNotContain("สมปอง", "ตัวอย่าง 1", "99 ถนน", "2000 2222", "ขอเงินทดแทน");
    }

    @Test
    void whatIsSealedOpensWithAReasonThatTheJournalKeeps() {
        ComplaintNumber number =
                complaints.add(OF_FINANCE, complaint("1", "2021-03-01", full())).number();

        assertThat(complaints.details().open(OF_FINANCE, number, "โทรแจ้งผล").surname())
                .isEqualTo("ตัวอย่าง");
        assertThat(agency.prakat().history(number.subject()))
                .extracting(JournalEvent::type)
                .containsExactly("complaint.received", "complaint.opened");
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> complaints.details().open(OF_FINANCE, number, " "))
                .withMessageContaining("expected the reason");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> complaints.details().open(Actor.local("malee"), number, "อยากรู้"))
                .withMessageContaining("expected an officer of กค. or of ศสน.");
    }

    @Test
    void whatIsErasedIsGoneAndTheFiguresStay() {
        ComplaintNumber number =
                complaints.add(OF_FINANCE, complaint("1", "2021-03-01", full())).number();
        complaints.details().erase(AUTHOR, number, "คำสั่งที่ 1/2564");

        assertThat(complaints.get(number).erased()).isTrue();
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> complaints.details().open(AUTHOR, number, "ตรวจสอบ"))
                .withMessageContaining("were erased");
        assertThat(complaints.kpi(MARCH, MARCH, null).total().count(KpiStanding.RECEIVED))
                .isEqualTo(1);
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    @Tag("AT-26")
    @Tag("S004-R16")
    @Tag("S004-R17")
    void concludedAndNotToldIsStillOpen() {
        ComplaintNumber number =
                complaints.add(OF_FINANCE, complaint("1", "2021-03-01", full())).number();
        complaints.conclude(OF_FINANCE, number, new Conclusion("FULLY", LocalDate.of(2021, 3, 8), null));

        assertThat(complaints.open("กค.", 10)).extracting(Complaint::number).containsExactly(number);
        assertThat(complaints.kpi(MARCH, MARCH, null).total().inTime()).isZero();

        complaints.informed(OF_FINANCE, number, LocalDate.of(2021, 3, 9));

        assertThat(complaints.open("กค.", 10)).isEmpty();
        assertThat(complaints.kpi(MARCH, MARCH, null).total().inTime()).isEqualTo(1);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> complaints.informed(OF_FINANCE, number, LocalDate.of(2021, 3, 10)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT));
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    @Tag("S004-R18")
    @Tag("S004-R19")
    void aConclusionBeforeTheReceiptIsRefusedWithAllThatIsWrong() {
        ComplaintNumber number =
                complaints.add(OF_FINANCE, complaint("1", "2021-03-01", full())).number();

        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> complaints.conclude(
                        OF_FINANCE,
                        number,
                        new Conclusion("DONE", LocalDate.of(2021, 2, 26), LocalDate.of(2021, 2, 25))))
                .satisfies(problem -> assertThat(problem.findings()).hasSize(3))
                .withMessageContaining("FULLY, NOT_AS_WISHED, PARTLY")
                .withMessageContaining("before the day of receipt");
    }

    @Test
    @Tag("S004-R09")
    void aComplaintIsRoutedToASectionOfTheCentre() {
        ComplaintNumber number =
                complaints.add(AUTHOR, complaint("1", "2021-03-01", full())).number();
        complaints.route(AUTHOR, number, "COMPLAINTS", Purpose.ACT);

        assertThat(complaints.routes(number))
                .singleElement()
                .satisfies(route -> assertThat(route.section()).isEqualTo("COMPLAINTS"));
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> complaints.route(AUTHOR, number, "KITCHEN", Purpose.ACT))
                .withMessageContaining("KITCHEN");
    }

    @Test
    @Tag("AT-25")
    void withoutATelephoneNumberItIsKeptAndListed() {
        Complainant silent = new Complainant("สมปอง", "ตัวอย่าง", "99 ถนนตัวอย่าง", "", "");

        assertThat(complaints
                        .add(OF_FINANCE, complaint("1", "2021-03-01", silent))
                        .missing())
                .containsExactly(Detail.TELEPHONE);
        assertThat(complaints.kpi(MARCH, MARCH, null).total().numbers(KpiStanding.INCOMPLETE))
                .containsExactly("1");
    }

    @Test
    void aSheetOfMixedErasThaiDigitsAndBlankRowsIsTakenWhole() {
        ComplaintImport done = importing(HEADER
                + "๑/๒๕๖๔,กค.,๑ มีนาคม ๒๕๖๔,๐๙.๓๐ น.,LETTER," + PERSON + ",FULLY,8/3/2564,2021-03-09\n"
                + ",,,,,,,,,,,,\n"
                + "2/2564,สำนักสิทธิประโยชน์,28 ก.พ. 64,,email," + PERSON + ",,,\n"
                + "3/2564,กค.,2021-03-02,,WEBSITE,สมปอง,ตัวอย่าง,,,,,,\n");

        assertThat(done.complaints()).isEqualTo(3);
        assertThat(done.concluded()).isEqualTo(1);
        assertThat(done.incomplete()).containsExactly("3/2564");
        assertThat(done.notes())
                .singleElement()
                .satisfies(
                        note -> assertThat(note.line()).contains("complaints.csv:4, received", "28 กุมภาพันธ์ 2564"));
        assertThat(complaints.get(new ComplaintNumber("2/2564")).unit()).isEqualTo("สปย.");
        assertThat(complaints.get(new ComplaintNumber("1/2564")).receivedAt()).isEqualTo("09:30");
        KpiFigures march = complaints.kpi(MARCH, MARCH, null).total();
        assertThat(march.counted()).isEqualTo(1);
        assertThat(march.inTime()).isEqualTo(1);
        assertThat(agency.prakat().replay().differences()).isEmpty();
        assertThat(agency.everythingInTheDatabase()).doesNotContain("สมปอง", "2000 2222");
    }

    @Test
    void everyBadRowIsListedWithItsColumnAndNothingIsTaken() {
        complaints.add(AUTHOR, complaint("9", "2021-03-01", full()));
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> importing(HEADER
                        + "1,กค.,2021-03-01,,LETTER," + PERSON + ",,,\n"
                        + "1,กค.,2021-03-01,,LETTER," + PERSON + ",,,\n"
                        + "9,กค.,2021-03-01,,LETTER," + PERSON + ",,,\n"
                        + "2,กกก.,30/2/2564,25:00,PIGEON," + PERSON + ",,,\n"
                        + "3,กค.,2021-03-10,,LETTER," + PERSON + ",FULLY,2021-03-09,2021-03-08\n"
                        + "4,กค.,2021-04-06,,LETTER," + PERSON + ",,2021-04-05,\n"))
                .satisfies(problem -> assertThat(problem.findings().stream()
                                .map(finding -> finding.place().replace("complaints.csv:", ""))
                                .toList())
                        .containsExactly(
                                "3, number",
                                "4, number",
                                "5, received",
                                "5, time",
                                "5, unit",
                                "5, channel",
                                "6, concluded",
                                "6, informed",
                                "7, conclusion",
                                "7, received"))
                .withMessageContaining("is also that of row 2")
                .withMessageContaining("there is no day 30 of month 2");

        assertThat(complaints.open(null, 10))
                .extracting(one -> one.number().value())
                .containsExactly("9");
    }

    @Test
    @Tag("S004-R22")
    void anOfficerOfAUnitImportsOnlyItsOwn() {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> complaints.importSheet(
                        OF_FINANCE,
                        "complaints.csv",
                        bytes(HEADER + "1,สปย.,2021-03-01,,LETTER," + PERSON + ",,,\n"),
                        written -> {}))
                .withMessageContaining("the complaint is of สปย., and somchai is of กค.");
    }

    @Test
    void whatIsExportedHoldsNothingPersonal() throws IOException {
        importing(HEADER + "1,กค.,2021-03-01,,LETTER," + PERSON + ",FULLY,2021-03-08,2021-03-09\n");
        StringWriter out = new StringWriter();
        complaints.export(out, null);

        assertThat(out.toString().lines().toList())
                .containsExactly(
                        "\uFEFFnumber,unit,received,time,channel,missing,conclusion,concluded,informed,last_day",
                        "1,กค.,2021-03-01,,LETTER,,FULLY,2021-03-08,2021-03-09,2021-04-05");
    }

    @Test
    @Tag("S004-R15")
    void whatIsExportedIsReadBackUnchangedAndNoCellIsCalculated(@TempDir Path elsewhere) throws IOException {
        importing(HEADER
                + "-5/2564,กค.,2021-03-01,15:18,LETTER," + PERSON + ",FULLY,2021-03-08,2021-03-09\n"
                + "6/2564,สปย.,2021-03-02,,EMAIL,สมปอง,ตัวอย่าง,,,,,,\n"
                + "7/2564,กค.,2021-03-03,,WEBSITE," + PERSON + ",PARTLY,2021-03-10,\n");
        StringWriter first = new StringWriter();
        complaints.export(first, null);
        assertThat(first.toString().lines()).anyMatch(line -> line.startsWith("'-5/2564,"));

        try (TestAgency other = new TestAgency(elsewhere)) {
            other.at("2021-04-05T03:00:00Z");
            Complaints there = other.prakat().complaints();
            there.importSheet(AUTHOR, "register.csv", bytes(first.toString()), written -> {});
            StringWriter second = new StringWriter();
            there.export(second, null);

            assertThat(second).hasToString(first.toString());
            assertThat(there.get(new ComplaintNumber("6/2564")).missing())
                    .containsExactlyInAnyOrder(Detail.ADDRESS, Detail.TELEPHONE);
            assertThat(there.kpi(MARCH, MARCH, null)).isEqualTo(complaints.kpi(MARCH, MARCH, null));
            assertThat(other.prakat().replay().differences()).isEmpty();
        }
    }

    @Test
    @Tag("S004-R15")
    void aDetailThatThereIsNotIsFoundInTheColumnOfWhatIsMissing() {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> importing("number,unit,received,channel,missing\n1,กค.,2021-03-01,LETTER,phone\n"))
                .withMessageContaining("complaints.csv:2, missing")
                .withMessageContaining("found 'phone', expected some of [FIRST_NAME, SURNAME, ADDRESS, TELEPHONE]");
    }

    @Test
    void aRowThatWasChangedPastPrakatIsNoticed() {
        importing(HEADER + "1,กค.,2021-03-01,,LETTER," + PERSON + ",,,\n");
        agency.sql("update prakat_complaint set received_on = date '2021-03-20'");

        assertThat(agency.prakat().replay().differences()).hasSize(1);
    }

    @Test
    @Tag("S004-R10")
    @Tag("S004-R22")
    @Tag("S004-R02")
    void unitsSendTheirFiguresAndTheCentreSeesWhoHasNot() {
        importing(HEADER
                + "1,กค.,2021-03-01,,LETTER," + PERSON + ",FULLY,2021-03-08,2021-03-09\n"
                + "2,สปจ.ปทุมธานี,2021-03-01,,LETTER," + PERSON + ",,,\n");
        MonthlyReports reports = complaints.reports();
        MonthlyReport sent = reports.send(OF_FINANCE, "กค.", MARCH);

        assertThat(sent.counts().inTime()).isEqualTo(1);
        assertThat(sent.late()).isFalse();
        Consolidation together = reports.consolidate(MARCH);
        assertThat(together.due()).isEqualTo(LocalDate.of(2021, 4, 5));
        assertThat(together.notSent()).contains("สปจ.ปทุมธานี", "สปส.กทม.3").doesNotContain("กค.");
        assertThat(together.total().counted()).isEqualTo(1);
        assertThat(together.score())
                .isNotNull()
                .satisfies(score -> assertThat(score.score()).isEqualTo("5.0000"));

        agency.at("2021-04-06T03:00:00Z");
        assertThat(reports.send(AUTHOR, "สปจ.ปทุมธานี", MARCH).late()).isTrue();
        complaints.add(OF_FINANCE, complaint("3", "2021-03-31", full()));
        assertThat(reports.consolidate(MARCH).differing()).containsExactly("กค.");
        assertThat(reports.send(OF_FINANCE, "กค.", MARCH).correctedAt()).isNotNull();
        assertThat(reports.consolidate(MARCH).differing()).isEmpty();
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> reports.send(OF_FINANCE, "กค.", YearMonth.of(2021, 4)))
                .withMessageContaining("the month is not over");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> reports.send(OTHER_DIRECTOR, "สปย.", MARCH))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
    }

    /** A small seed of the trial that docs/reference/performance.md describes. */
    @Test
    void progressIsToldAfterEachThousand() {
        StringBuilder sheet = new StringBuilder(HEADER);
        for (int i = 1; i <= 2500; i++) {
            sheet.append(i).append(",กค.,2021-03-01,,LETTER,").append(PERSON).append(",,,\n");
        }
        List<Integer> told = new ArrayList<>();

        complaints.importSheet(AUTHOR, "complaints.csv", bytes(sheet.toString()), told::add);

        assertThat(told).containsExactly(1000, 2000, 2500);
    }

    private ComplaintImport importing(String sheet) {
        return complaints.importSheet(AUTHOR, "complaints.csv", bytes(sheet), written -> {});
    }

    private static byte[] bytes(String sheet) {
        return sheet.getBytes(StandardCharsets.UTF_8);
    }

    private static NewComplaint complaint(String number, String received, Complainant complainant) {
        return new NewComplaint(
                new ComplaintNumber(number),
                "กค.",
                LocalDate.parse(received),
                LocalTime.of(15, 18),
                "LETTER",
                complainant);
    }

    private static Complainant full() {
        return new Complainant("สมปอง", "ตัวอย่าง", "99 ถนนตัวอย่าง", "0 2000 2222", "ขอเงินทดแทน");
    }
}
