package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Actor;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refusal has reasons, the Web Master tells the requester, and the item begins again at the first step. */
class RefusalIsToldTest {

    private static final Actor REQUESTER = Actor.local("requester");
    private static final Actor WEB_MASTER = Actor.local("web-master");

    @TempDir
    Path folder;

    @Test
    @Tag("S002-R06")
    @Tag("S002-R07")
    @Tag("S002-R11")
    @Tag("AT-52")
    void whoIsRefusedIsToldBeforeTheItemComesAgain() {
        try (TestAgency agency = new TestAgency(folder, SampleAgency.provincialHealthOffice())) {
            Approvals approvals = agency.prakat().approvals();
            Draft draft = Draft.of("information", "ข่าว", "<p>รายละเอียด</p>")
                    .withPlacement(PlacementPlan.gone(
                            "www", PublishWindow.ofDates(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 5, 31))));
            ItemId id = agency.prakat().items().draft(REQUESTER, draft);
            approvals.submit(id, REQUESTER);
            approvals.decide(id, Actor.local("chair"), Decision.approve(""));
            assertThatExceptionOfType(PrakatException.class)
                    .isThrownBy(() -> approvals.decide(id, Actor.local("chief"), Decision.refuse(" ")))
                    .withMessageContaining("S002-R06");
            approvals.decide(id, Actor.local("chief"), Decision.refuse("ขาดแหล่งที่มา"));
            assertThat(approvals.tasksFor(WEB_MASTER.officer()))
                    .extracting(Task::kind)
                    .contains(Task.Kind.NOTIFY);
            assertThatExceptionOfType(PrakatException.class)
                    .isThrownBy(() -> approvals.submit(id, REQUESTER))
                    .withMessageContaining("not told");
            approvals.told(id, WEB_MASTER, "โทรศัพท์");
            approvals.submit(id, REQUESTER);
            approvals.callOff(id, REQUESTER, "ขอแก้ไขอีก");
            ApprovalCase again = approvals.submit(id, REQUESTER);
            assertThat(again.step()).isEqualTo("consider");
            assertThat(again.resubmits()).isEqualTo(approvals.cases(id).get(0).id());
            approvals.decide(id, Actor.local("group-head"), Decision.approve(""));
            approvals.decide(id, Actor.local("chief"), Decision.approve(""));
            agency.prakat().sweep();
            assertThat(agency.publicText()).contains("รายละเอียด");
            approvals.verify(id, WEB_MASTER, Verification.sound(""));
            assertThat(approvals.cases(id))
                    .extracting(ApprovalCase::status)
                    .containsExactly(
                            ApprovalCase.Status.REFUSED, ApprovalCase.Status.WITHDRAWN, ApprovalCase.Status.DONE);
            assertThat(agency.prakat().replay().differences()).isEmpty();
        }
    }
}
