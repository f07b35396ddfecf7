package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Approvals;
import dev.prakat.approval.Decision;
import dev.prakat.approval.Verification;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import dev.prakat.window.PublishWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Document 003 from the proposal to the check, each step done at its last moment, by both readings of its times. */
class DistrictRunTest {

    private static final Actor REQUESTER = Actor.local("requester");
    private static final Actor CHAIR = Actor.local("chair");
    private static final Actor DISTRICT_OFFICER = Actor.local("district-officer");
    private static final Actor WEB_MASTER = Actor.local("web-master");

    @TempDir
    Path folder;

    private TestAgency agency;
    private ItemId id;

    @Test
    @Tag("S003-R02")
    @Tag("S003-R03")
    @Tag("S003-R06")
    @Tag("S003-R07")
    @Tag("S003-R08")
    @Tag("S003-R10")
    @Tag("S003-R11")
    @Tag("S003-R12")
    @Tag("S003-R13")
    @Tag("S003-R14")
    @Tag("AT-54")
    @Tag("AMB-17")
    void readAsShiftsEachStepHasItsOwnTimeAndTheWholeIsDone() {
        open(SampleAgency.districtHealthOffice(), "2021-03-01T02:00:00Z");
        // The requester's half hour begins at nine; handing in ends it.
        agency.at("2021-03-01T02:30:00Z");
        approvals().submit(id, REQUESTER);
        due("review", "2021-03-01T03:30:00Z");
        agency.at("2021-03-01T03:00:00Z");
        approvals().decide(id, CHAIR, Decision.approve("เสนอสาธารณสุขอำเภอ"));
        due("permit", "2021-03-01T03:30:00Z");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals().decide(id, CHAIR, Decision.approve("")))
                .withMessageContaining("DISTRICT_OFFICER")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
        agency.at("2021-03-01T03:30:00Z");
        approvals().decide(id, DISTRICT_OFFICER, Decision.approve("อนุญาต"));
        due("publish", "2021-03-01T04:00:00Z");
        agency.at("2021-03-01T04:00:00Z");
        approvals().publish(id, WEB_MASTER, "");
        agency.prakat().sweep();
        due("check", "2021-03-01T06:00:00Z");
        agency.at("2021-03-01T06:00:00Z");
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> approvals()
                        .verify(id, WEB_MASTER, new Verification(true, true, true, Set.of("T99-1"), "", List.of())))
                .withMessageContaining("T99-1");
        approvals().verify(id, WEB_MASTER, new Verification(true, true, true, Set.of("T01-4"), "", List.of()));

        done();
        assertThat(only().publisher()).isEqualTo(new OfficerId("web-master"));
        assertThat(only().acts())
                .extracting(act -> act.step() + " " + act.officer() + " " + act.late())
                .containsExactly(
                        "review chair false",
                        "permit district-officer false",
                        "publish web-master false",
                        "check web-master false");
        agency.close();
    }

    @Test
    @Tag("S003-R14")
    @Tag("AT-54")
    @Tag("AMB-17")
    void readAsATotalAllIsToBeDoneTwoHoursAfterItWasHandedIn() throws IOException {
        AgencyPolicy total = AgencyPolicy.load(PolicyFolder.copyOf("phan-dho", folder.resolve("policy"))
                .replace("policy.yaml", "value: SHIFT", "value: TOTAL")
                .path());
        open(SampleAgency.districtHealthOffice().with(total), "2021-03-01T02:00:00Z");
        approvals().submit(id, REQUESTER);
        agency.at("2021-03-01T02:40:00Z");
        approvals().decide(id, CHAIR, Decision.approve(""));
        approvals().decide(id, DISTRICT_OFFICER, Decision.approve(""));
        agency.prakat().sweep();
        due("check", "2021-03-01T04:00:00Z");
        agency.at("2021-03-01T04:00:00.001Z");
        approvals().verify(id, Actor.local("verifying-officer"), Verification.sound(""));

        done();
        assertThat(only().acts().get(3).late()).as("a millisecond after eleven").isTrue();
        agency.close();
    }

    @Test
    @Tag("S003-R02")
    @Tag("AMB-16")
    void theChairPermitsWhereTheSettingSaysSo() throws IOException {
        AgencyPolicy both = AgencyPolicy.load(PolicyFolder.copyOf("phan-dho", folder.resolve("policy"))
                .replace("policy.yaml", "chairMayApprove: {value: false", "chairMayApprove: {value: true")
                .path());
        open(SampleAgency.districtHealthOffice().with(both), "2021-03-01T02:00:00Z");
        approvals().submit(id, REQUESTER);
        approvals().decide(id, CHAIR, Decision.approve(""));
        approvals().decide(id, CHAIR, Decision.approve("อนุญาต"));
        agency.prakat().sweep();
        approvals().verify(id, WEB_MASTER, Verification.sound(""));
        done();
        agency.close();
    }

    @Test
    @Tag("S003-R12")
    @Tag("AMB-18")
    void theTimesRunInOfficeHours() {
        open(SampleAgency.districtHealthOffice(), "2021-03-05T09:10:00Z");
        approvals().submit(id, REQUESTER);
        // Friday 16:10: twenty minutes are left of the day, forty run on Monday from 08:30.
        due("review", "2021-03-08T02:10:00Z");
        agency.close();
    }

    private void open(SampleAgency office, String now) {
        agency = new TestAgency(folder, office);
        agency.at(now);
        id = agency.prakat()
                .items()
                .draft(
                        REQUESTER,
                        Draft.of("agency-information", "ทำเนียบผู้บริหาร", "<p>รายละเอียด</p>")
                                .withPlacement(PlacementPlan.gone(
                                        "www",
                                        PublishWindow.ofDates(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 5, 31)))));
    }

    private Approvals approvals() {
        return agency.prakat().approvals();
    }

    private void due(String step, String instant) {
        assertThat(only().step()).isEqualTo(step);
        assertThat(only().stepDue()).isEqualTo(instant);
    }

    private void done() {
        assertThat(only().status()).isEqualTo(ApprovalCase.Status.DONE);
        assertThat(agency.publicText()).contains("<p>รายละเอียด</p>");
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    private ApprovalCase only() {
        assertThat(approvals().cases(id)).hasSize(1);
        return approvals().cases(id).get(0);
    }
}
