package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.PrakatListener.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Document 002 from the proposal to the check, with what the check finds. */
class ProvinceRunTest {

    private static final Actor REQUESTER = Actor.local("requester");
    private static final Actor GROUP_HEAD = Actor.local("group-head");
    private static final Actor CHIEF = Actor.local("chief");
    private static final Actor WEB_MASTER = Actor.local("web-master");

    @TempDir
    Path folder;

    private final List<Event> told = new ArrayList<>();
    private TestAgency agency;
    private Approvals approvals;
    private ItemId id;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder, SampleAgency.provincialHealthOffice());
        approvals = agency.restart(told::add).approvals();
        id = agency.prakat().items().draft(REQUESTER, Route.PROVINCE.draft);
    }

    @AfterEach
    void close() {
        assertThat(agency.prakat().replay().differences()).isEmpty();
        agency.close();
    }

    @Test
    @Tag("S002-R01")
    @Tag("S002-R02")
    @Tag("S002-R03")
    @Tag("S002-R04")
    @Tag("S002-R10")
    @Tag("S002-R12")
    @Tag("S002-R14")
    void whatTheCheckFindsIsFixedAndReportedBeforeItIsDone() {
        assertThat(approvals.submit(id, REQUESTER).stepDue()).as("30 minutes").isEqualTo("2021-03-01T02:30:00Z");
        approvals.decide(id, GROUP_HEAD, Decision.approve("ข้อมูลครบถ้วน เห็นควรขออนุญาต"));
        assertThat(only().stepDue()).as("the document gives the chief no time").isNull();
        approvals.decide(id, CHIEF, Decision.approve("อนุญาต"));
        approvals.publish(id, WEB_MASTER, "");
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("<p>ข้อความ</p>");
        assertThat(only().publisher()).isEqualTo(new OfficerId("web-master"));

        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> approvals.verify(
                        id, WEB_MASTER, new Verification(true, false, true, Set.of("T01-1"), "", List.of())))
                .satisfies(e -> assertThat(e.findings())
                        .as("an error without words, and no checklist")
                        .hasSize(2));
        ApprovalCase found = approvals.verify(
                id,
                WEB_MASTER,
                new Verification(false, false, true, Set.of(), "", List.of("เบอร์โทรผิด", "ขาดเอกสารแนบ")));
        assertThat(found.step()).isEqualTo("check");
        assertThat(approvals.siteChecks().openErrors())
                .extracting(SiteError::message)
                .containsExactlyInAnyOrder("เบอร์โทรผิด", "ขาดเอกสารแนบ");
        assertThat(approvals.siteChecks().openErrors())
                .allSatisfy(error -> assertThat(error.due()).isEqualTo("2021-03-01T16:59:59.999Z"));
        assertThat(told)
                .filteredOn(event -> event.type().equals("site.error-found"))
                .hasSize(2)
                .allSatisfy(event ->
                        assertThat(event.to()).contains(new OfficerId("group-head"), new OfficerId("requester")));

        conflict("เบอร์โทรผิด");
        SiteError first = error("เบอร์โทรผิด");
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> approvals.siteChecks().fixed(REQUESTER, first.id(), " "));
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals.siteChecks().fixed(Actor.local("other-head"), first.id(), "แก้แล้ว"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
        approvals.siteChecks().fixed(REQUESTER, first.id(), "แก้เบอร์แล้ว");
        conflict("เบอร์โทรผิด");
        assertThat(approvals
                        .siteChecks()
                        .reported(REQUESTER, first.id(), "รายงานหัวหน้ากลุ่มงาน")
                        .closed())
                .isTrue();
        conflict("ขาดเอกสารแนบ");
        SiteError second = error("ขาดเอกสารแนบ");
        approvals.siteChecks().reported(GROUP_HEAD, second.id(), "รายงานแล้ว");
        approvals.siteChecks().fixed(GROUP_HEAD, second.id(), "แนบแล้ว");

        approvals.verify(id, WEB_MASTER, Verification.sound("ถูกต้อง ครบถ้วน เป็นปัจจุบัน"));
        assertThat(only().status()).isEqualTo(ApprovalCase.Status.DONE);
        assertThat(only().acts())
                .extracting(act -> act.step() + " " + act.officer())
                .containsExactly(
                        "consider group-head",
                        "permit chief",
                        "publish web-master",
                        "check web-master",
                        "check web-master");
        assertThat(approvals.siteChecks().openErrors()).isEmpty();
    }

    @Test
    @Tag("S002-R02")
    @Tag("S002-R09")
    void theChiefMayGiveItBackToWhoeverConsidered() {
        approvals.submit(id, REQUESTER);
        approvals.decide(id, Actor.local("chair"), Decision.approve(""));
        approvals.decide(id, CHIEF, Decision.sendBack("ขอความเห็นเพิ่ม"));
        assertThat(only().step()).isEqualTo("consider");
        approvals.decide(id, GROUP_HEAD, Decision.sendBack("ให้เจ้าหน้าที่แก้ไข"));
        assertThat(only().status()).isEqualTo(ApprovalCase.Status.RETURNED);
        assertThat(told)
                .filteredOn(event -> event.type().equals("item.returned"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.to()).containsExactly(new OfficerId("requester"));
                    assertThat(event.details()).containsEntry("reason", "ให้เจ้าหน้าที่แก้ไข");
                });
    }

    private void conflict(String error) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals.verify(id, WEB_MASTER, Verification.sound("")))
                .withMessageContaining(error)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
    }

    private SiteError error(String message) {
        return approvals.siteChecks().openErrors().stream()
                .filter(error -> error.message().equals(message))
                .findFirst()
                .orElseThrow();
    }

    private ApprovalCase only() {
        assertThat(approvals.cases(id)).hasSize(1);
        return approvals.cases(id).get(0);
    }
}
