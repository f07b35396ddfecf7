package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.Prakat;
import dev.prakat.TestAgency;
import dev.prakat.delivery.Placement;
import dev.prakat.delivery.PlacementState;
import dev.prakat.item.Draft;
import dev.prakat.item.ErasureOrder;
import dev.prakat.item.ItemId;
import dev.prakat.item.Revision;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.trafficlog.TrafficLogVerifier;
import dev.prakat.trafficlog.VerificationReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order to erase is given through the API: gone from the public first, then from here, and what was agreed can still be proven. */
@Tag("PDPA-S33")
class ErasuresTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 5, 31);

    /** Stands in every part of the draft and in what officers write, and must be nowhere afterwards. */
    private static final String SECRET = "ลับเฉพาะบุคคล";

    @TempDir
    Path folder;

    private TestAgency agency;
    private Prakat prakat;
    private ItemId id;

    @BeforeEach
    void publish() {
        agency = new TestAgency(folder);
        prakat = agency.prakat();
        id = prakat.items().draft(TestAgency.AUTHOR, secret());
        prakat.approvals().submit(id, TestAgency.AUTHOR);
        prakat.approvals().decide(id, TestAgency.DIRECTOR, Decision.approve("เห็นชอบเรื่องของ " + SECRET));
        prakat.sweep();
        assertThat(agency.publicText()).contains(SECRET);
    }

    @AfterEach
    void close() {
        assertThat(agency.prakat().replay().differences()).isEmpty();
        agency.close();
    }

    @Test
    void theContentIsGoneFromThePublicThenFromHereAndTheProofStays() {
        whatOfficersWrite();
        Revision before = prakat.items().revision(id, 1);
        String binding = prakat.items().get(id).binding();
        Path file = agency.stored(before.attachments().get(0).sha256());
        withdraw();
        prakat.sweep();
        assertThat(agency.publicText()).doesNotContain(SECRET);
        assertThat(file).exists();
        assertThat(agency.everythingInTheDatabase()).contains(SECRET);

        erase(true);

        assertThat(file).doesNotExist();
        assertThat(agency.everythingInTheDatabase()).doesNotContain(SECRET);
        Revision after = prakat.items().revision(id, 1);
        assertThat(after.bodyHtml() + after.title()).isEmpty();
        assertThat(after.hash()).isEqualTo(before.hash());
        assertThat(prakat.items().get(id).binding()).isEqualTo(binding);
        Placement placement = prakat.placements().of(id).get(0);
        assertThat(placement.state()).isEqualTo(PlacementState.REMOVAL_PROVEN);
        assertThat(placement.provenAt()).isNotNull();
        assertThat(placement.artefacts()).isNotEmpty();
        assertThat(prakat.approvals().cases(id).get(0).acts())
                .as("who did what stays, without the words")
                .extracting(act -> act.step() + " " + act.officer() + " [" + act.reason() + "]")
                .containsExactly("agree director-ssn []", "publish somying []", "verify somsak []");
        assertThat(prakat.replay().differences()).isEmpty();

        agency.close();
        assertThat(TrafficLogVerifier.verify(agency.log()).verdict()).isEqualTo(VerificationReport.Verdict.SOUND);
        prakat = agency.restart(new InMemoryTarget(agency.web));
        prakat.sweep();
        assertThat(agency.publicText()).doesNotContain(SECRET);
    }

    @Test
    void whatIsOrMayBePublicIsTakenDownFirst() {
        conflict("something of it is public");
        withdraw();
        conflict("something of it is public");
        agency.web.available(false);
        prakat.sweep();
        conflict("was not seen to be gone");
        agency.web.available(true);
        agency.at("2021-03-01T02:10:00Z");
        prakat.sweep();
        erase(false);
        assertThat(prakat.items().revision(id, 1).erasure()).isNotNull();
    }

    @Test
    void anOlderRevisionIsNotErasedWhileANewerOneIsPublic() {
        prakat.items().revise(TestAgency.AUTHOR, id, TestAgency.draft("ปกปิดแล้ว", FROM, UNTIL));
        agency.approve(id);
        prakat.sweep();
        assertThat(agency.publicText()).contains("ปกปิดแล้ว").doesNotContain(SECRET);
        conflict("something of it is public");
        withdraw();
        prakat.sweep();
        erase(false);
        assertThat(prakat.items().revision(id, 1).title()).isEmpty();
        assertThat(prakat.items().revision(id, 2).title()).isEqualTo("ปกปิดแล้ว");
    }

    @Test
    void aSecondOrderChangesNothingAndTheItemMayComeAgainWithOtherContent() {
        withdraw();
        prakat.sweep();
        erase(false);
        int events = prakat.history(id.value()).size();
        prakat.approvals()
                .erasures()
                .erase(id, TestAgency.DIRECTOR, 1, new ErasureOrder("ปท 8/2564", "ศาลตัวอย่าง", "ซ้ำ", true));
        assertThat(prakat.approvals().cases(id).get(0).acts().get(0).reason()).contains(SECRET);
        assertThat(prakat.history(id.value())).hasSize(events);
        assertThat(prakat.items().revision(id, 1).erasure().order()).isEqualTo("ปท 7/2564");

        prakat.items().revise(TestAgency.AUTHOR, id, TestAgency.draft("ปกปิดแล้ว", FROM, UNTIL));
        agency.approve(id);
        prakat.sweep();
        assertThat(agency.publicText()).contains("รายละเอียดของ ปกปิดแล้ว");
    }

    @Test
    void onlyTheUnitAndWhoHoldsADutyMayCarryItOut() {
        withdraw();
        prakat.sweep();
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> prakat.approvals().erasures().erase(id, TestAgency.OTHER_DIRECTOR, 1, order(false)))
                .withMessageContaining("director-kc may not erase content of")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
        assertThat(prakat.items().revision(id, 1).title()).contains(SECRET);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> prakat.approvals().erasures().erase(id, TestAgency.DIRECTOR, 9, order(false)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_FOUND));
    }

    /** Everything that officers may write in words about an item. */
    private void whatOfficersWrite() {
        Approvals approvals = prakat.approvals();
        approvals.verify(
                id,
                TestAgency.COLLEAGUE,
                new Verification(false, true, true, Set.of(), "พบ " + SECRET, List.of("มีชื่อ " + SECRET)));
        String error = approvals.siteChecks().openErrors().get(0).id();
        approvals.siteChecks().fixed(TestAgency.AUTHOR, error, "ลบชื่อ " + SECRET);
        approvals.siteChecks().reported(TestAgency.AUTHOR, error, "รายงานเรื่อง " + SECRET);
        approvals
                .siteChecks()
                .record(
                        TestAgency.COLLEAGUE,
                        new SiteCheck("site-check", "", List.of(new SiteCheck.Found(id, "หน้า " + SECRET, "ผิด"))));
        approvals.shorten(id, TestAgency.AUTHOR, "www", LocalDate.of(2021, 4, 30), "เพราะ " + SECRET);
    }

    private void withdraw() {
        prakat.approvals()
                .withdraw(
                        id, TestAgency.DIRECTOR, TakeDownKind.VANISH, TakeDownReason.PDPA_REQUEST, "คำขอของ " + SECRET);
    }

    private void erase(boolean words) {
        prakat.approvals().erasures().erase(id, TestAgency.DIRECTOR, 1, order(words));
    }

    private void conflict(String words) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> erase(false))
                .withMessageContaining(words)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
        assertThat(prakat.items().revision(id, 1).title()).contains(SECRET);
    }

    private static ErasureOrder order(boolean words) {
        return new ErasureOrder("ปท 7/2564", "คณะกรรมการตัวอย่าง", "เจ้าของข้อมูลร้องขอ", words);
    }

    private static Draft secret() {
        return TestAgency.draft(SECRET, FROM, UNTIL).withRemark("หมายเหตุของ " + SECRET);
    }
}
