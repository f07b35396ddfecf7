package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.Prakat;
import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemState;
import dev.prakat.journal.JournalEvent;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other agencies ask for, from their registered letter to the verification: the Secretary-General, the unit, the officer. */
class LetterRoutesRunTest {

    private static final Actor AUTHOR = Actor.local("malee");
    private static final Actor SECRETARY_GENERAL = Actor.local("secretary-general");
    private static final Actor OTHER_SCREENER = Actor.local("director-sbt");

    @TempDir
    Path folder;

    private TestAgency agency;
    private Prakat prakat;
    private Approvals approvals;

    @BeforeEach
    void open() {
        agency =
                new TestAgency(folder, SampleAgency.socialSecurityOffice().with(SampleAgency.officer("wilai", "สบท.")));
        prakat = agency.prakat();
        approvals = prakat.approvals();
    }

    @AfterEach
    void close() {
        assertThat(prakat.replay().differences()).isEmpty();
        agency.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"MINISTRY", "EXTERNAL"})
    @Tag("S001-R16")
    @Tag("S001-R17")
    @Tag("S001-R18")
    @Tag("S001-R19")
    @Tag("S001-R20")
    @Tag("S001-R21")
    @Tag("S001-R22")
    @Tag("S001-R23")
    @Tag("S001-R24")
    @Tag("S001-R25")
    void theLetterIsAssignedToAUnitThenToAnOfficerAndVerifiedByAnother(Route route) {
        ItemId id = prakat.items().draft(AUTHOR, route.draft);
        ApprovalCase submitted = approvals.submit(id, AUTHOR);
        assertThat(submitted.procedure()).isEqualTo(route == Route.MINISTRY ? "s001-2-2" : "s001-2-3");
        assertThat(submitted.step()).isEqualTo("consider");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals.decide(id, SECRETARY_GENERAL, Decision.assign("กค.", "")))
                .withMessageContaining("one of the units [ศสน., สบท.]");
        approvals.decide(id, SECRETARY_GENERAL, Decision.assign("สบท.", "ให้ดำเนินการ"));

        agency.at("2021-03-02T02:00:00Z");
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> approvals.decide(id, OTHER_SCREENER, Decision.assign("somying", "")))
                .withMessageContaining("assign an officer of สบท.: wichai, director-sbt, wilai");
        refused(() -> approvals.decide(id, TestAgency.DIRECTOR, Decision.assign("somying", "")), "director-sbt");
        ApprovalCase assigned = approvals.decide(id, OTHER_SCREENER, Decision.assign("wichai", ""));
        assertThat(assigned.assignedUnit()).isEqualTo("สบท.");
        assertThat(assigned.stepDue()).as("three days from the assignment").isEqualTo("2021-03-05T16:59:59.999Z");

        prakat.sweep();
        assertThat(agency.publicText())
                .contains("<p>ข้อความ</p>")
                .as("the letter is for the officers, never for the public")
                .doesNotContain("สมหมาย", "รง 1/2564", "%PDF");
        assertThat(only(id).publisher()).isEqualTo(new OfficerId("wichai"));
        refused(() -> approvals.verify(id, Actor.local("wichai"), Verification.sound("")), "AMB-02");
        refused(() -> approvals.verify(id, OTHER_SCREENER, Verification.sound("")), "AMB-02");
        refused(() -> approvals.verify(id, AUTHOR, Verification.sound("")), "ศสน. or สบท.");
        approvals.verify(id, Actor.local("wilai"), Verification.sound("ตรงตามหนังสือ"));

        assertThat(only(id).status()).isEqualTo(ApprovalCase.Status.DONE);
        assertThat(only(id).acts())
                .extracting(act -> act.step() + " " + act.officer())
                .containsExactly("consider secretary-general", "screen director-sbt", "publish wichai", "verify wilai");
        assertThat(prakat.history(id.value()))
                .extracting(JournalEvent::type)
                .containsSubsequence(
                        "item.drafted",
                        "item.submitted",
                        "item.decided",
                        "item.decided",
                        "item.approved",
                        "item.released",
                        "item.published",
                        "item.verified");
    }

    @ParameterizedTest
    @EnumSource(names = {"MINISTRY", "EXTERNAL"})
    @Tag("S001-R18")
    @Tag("S001-R23")
    void theUnitMayGiveItBackAndTheSecretaryGeneralGivesItToTheOther(Route route) {
        ItemId id = prakat.items().draft(AUTHOR, route.draft);
        approvals.submit(id, AUTHOR);
        approvals.decide(id, SECRETARY_GENERAL, Decision.assign("สบท.", ""));
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> approvals.decide(id, OTHER_SCREENER, Decision.sendBack(" ")));
        ApprovalCase returned = approvals.decide(id, OTHER_SCREENER, Decision.sendBack("ไม่ใช่ภารกิจของ สบท."));
        assertThat(returned.step()).isEqualTo("consider");
        assertThat(prakat.items().get(id).state()).isEqualTo(ItemState.IN_APPROVAL);
        approvals.decide(id, SECRETARY_GENERAL, Decision.assign("ศสน.", ""));
        refused(() -> approvals.decide(id, OTHER_SCREENER, Decision.assign("wichai", "")), "director-ssn");
        approvals.decide(id, TestAgency.DIRECTOR, Decision.assign("somying", ""));
        prakat.sweep();
        approvals.verify(id, TestAgency.COLLEAGUE, Verification.sound(""));
        assertThat(only(id).status()).isEqualTo(ApprovalCase.Status.DONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"MINISTRY", "EXTERNAL"})
    @Tag("S001-R17")
    @Tag("S001-R22")
    void whatTheSecretaryGeneralRefusesIsOver(Route route) {
        ItemId id = prakat.items().draft(AUTHOR, route.draft);
        approvals.submit(id, AUTHOR);
        approvals.decide(id, SECRETARY_GENERAL, Decision.refuse("ไม่เกี่ยวกับผู้ประกันตน"));
        prakat.sweep();
        assertThat(agency.publicText()).doesNotContain("<p>ข้อความ</p>");
        assertThat(only(id).status()).isEqualTo(ApprovalCase.Status.REFUSED);
        assertThat(only(id).step()).isNull();
        assertThat(approvals.submit(id, AUTHOR).resubmits())
                .isEqualTo(approvals.cases(id).get(0).id());
    }

    private ApprovalCase only(ItemId id) {
        List<ApprovalCase> cases = approvals.cases(id);
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    private static void refused(Runnable command, String words) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(command::run)
                .withMessageContaining(words)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
    }
}
