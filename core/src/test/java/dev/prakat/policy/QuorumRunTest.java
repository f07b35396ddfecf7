package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Approvals;
import dev.prakat.approval.Decision;
import dev.prakat.approval.Verification;
import dev.prakat.item.ItemId;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a duty needs several holders, a step waits until enough of them agree, and one who does not agree is enough to stop it. */
@Tag("AMB-01")
class QuorumRunTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 5, 31);

    @TempDir
    Path folder;

    private TestAgency agency;

    @AfterEach
    void close() {
        assertThat(agency.prakat().replay().differences()).isEmpty();
        agency.close();
    }

    @Test
    @Tag("S001-R15")
    void theOwnerAndTheInformationCentreVerifyTogether() throws IOException {
        open(folder("quorum: ANY_OF, central: ศสน.", "quorum: OWNER_PLUS_CENTRAL, central: ศสน."));
        ItemId id = published("somchai", "external-agency-news", "director-kc");

        ApprovalCase waits = approvals().verify(id, Actor.local("somying"), Verification.sound(""));
        assertThat(waits.step()).isEqualTo("verify");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals().verify(id, Actor.local("somying"), Verification.sound("")))
                .withMessageContaining("somying has agreed already")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
        assertThat(approvals()
                        .verify(id, Actor.local("somsak"), Verification.sound(""))
                        .step())
                .as("another officer of the same unit is no second holder")
                .isEqualTo("verify");
        ApprovalCase found = approvals()
                .verify(
                        id,
                        Actor.local("kanda"),
                        new Verification(false, true, true, Set.of(), "", List.of("วันที่ผิด")));
        assertThat(found.step()).isEqualTo("verify");
        String error = approvals().siteChecks().openErrors().get(0).id();
        approvals().siteChecks().fixed(Actor.local("somchai"), error, "แก้แล้ว");
        approvals().siteChecks().reported(Actor.local("somchai"), error, "รายงานแล้ว");
        assertThat(sees("kanda", id)).isTrue();
        assertThat(sees("somchai", id)).as("who published does not verify").isFalse();

        assertThat(approvals()
                        .verify(id, Actor.local("kanda"), Verification.sound(""))
                        .status())
                .isEqualTo(ApprovalCase.Status.DONE);
        assertThat(approvals().cases(id).get(0).acts())
                .extracting(act -> act.step() + " " + act.officer())
                .containsExactly(
                        "agree director-kc",
                        "publish somchai",
                        "verify somying",
                        "verify somsak",
                        "verify kanda",
                        "verify kanda");
    }

    @Test
    @Tag("AT-45")
    @Tag("S001-R15")
    void everyUnitOfTheCellVerifiesWhereAllAreAskedFor() throws IOException {
        open(folder("quorum: ANY_OF, central: ศสน.", "quorum: ALL_OF, central: ศสน."));
        ItemId id = published("benja", "benefit-sickness-injury", "director-sp");

        assertThat(approvals()
                        .verify(id, Actor.local("busaba"), Verification.sound(""))
                        .step())
                .isEqualTo("verify");
        assertThat(approvals()
                        .verify(id, Actor.local("somying"), Verification.sound(""))
                        .step())
                .isEqualTo("verify");
        assertThat(approvals()
                        .verify(id, Actor.local("jinda"), Verification.sound(""))
                        .status())
                .isEqualTo(ApprovalCase.Status.DONE);
    }

    @Test
    @Tag("AT-45")
    @Tag("S001-R15")
    void oneUnitOfTheCellIsEnoughByThePolicyAsItIs() {
        open(AgencyPolicy.builtIn("sso-website"));
        ItemId id = published("benja", "benefit-sickness-injury", "director-sp");
        assertThat(approvals()
                        .verify(id, Actor.local("jinda"), Verification.sound(""))
                        .status())
                .isEqualTo(ApprovalCase.Status.DONE);
    }

    @Test
    @Tag("S001-R09")
    void aDecisionOfADutyWaitsForEveryHolderAndOneRefusalEndsIt() throws IOException {
        open(AgencyPolicy.load(PolicyFolder.copyOfSsoWebsite(folder.resolve("policy"))
                .replace("policy.yaml", "quorum: ANY_OF, central: ศสน.", "quorum: ALL_OF, central: ศสน.")
                .replace("policy.yaml", "who: {post: DIRECTOR, of: AUTHOR_UNIT}", "who: {duty: VERIFY}")
                .path()));
        ItemId agreed = submitted("benja", "benefit-sickness-injury");
        ItemId refused = submitted("benja", "benefit-sickness-injury");

        for (ItemId id : List.of(agreed, refused)) {
            ApprovalCase waits = approvals().decide(id, Actor.local("busaba"), Decision.approve(""));
            assertThat(waits.step()).isEqualTo("agree");
            assertThat(waits.status()).isEqualTo(ApprovalCase.Status.IN_PROGRESS);
            assertThatExceptionOfType(PrakatException.class)
                    .isThrownBy(() -> approvals().decide(id, Actor.local("busaba"), Decision.refuse("เปลี่ยนใจ")))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
            approvals().decide(id, Actor.local("jinda"), Decision.approve(""));
        }
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");

        assertThat(approvals()
                        .decide(refused, Actor.local("somsak"), Decision.refuse("ไม่เป็นปัจจุบัน"))
                        .status())
                .isEqualTo(ApprovalCase.Status.REFUSED);
        assertThat(approvals()
                        .decide(agreed, Actor.local("somsak"), Decision.approve(""))
                        .step())
                .isEqualTo("publish");
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("รายละเอียดของ");
        assertThat(agency.prakat().placements().of(refused)).isEmpty();
    }

    private AgencyPolicy folder(String was, String is) throws IOException {
        return AgencyPolicy.load(PolicyFolder.copyOfSsoWebsite(folder.resolve("policy"))
                .replace("policy.yaml", was, is)
                .path());
    }

    private void open(AgencyPolicy policy) {
        agency = new TestAgency(
                folder,
                SampleAgency.socialSecurityOffice()
                        .with(policy)
                        .with(SampleAgency.officer("kanda", "กค."))
                        .with(SampleAgency.officer("benja", "สปย."))
                        .with(SampleAgency.officer("busaba", "สปย."))
                        .with(SampleAgency.officer("director-sp", "สปย.", "DIRECTOR"))
                        .with(SampleAgency.officer("jinda", "สจพ.")));
    }

    private ItemId submitted(String author, String category) {
        ItemId id = agency.prakat()
                .items()
                .draft(
                        Actor.local(author),
                        TestAgency.draft("ประกาศ", FROM, UNTIL).withCategory(category));
        approvals().submit(id, Actor.local(author));
        return id;
    }

    private ItemId published(String author, String category, String director) {
        ItemId id = submitted(author, category);
        approvals().decide(id, Actor.local(director), Decision.approve(""));
        agency.prakat().sweep();
        assertThat(approvals().cases(id).get(0).publisher()).isEqualTo(new OfficerId(author));
        return id;
    }

    private boolean sees(String officer, ItemId id) {
        return approvals().tasksFor(new OfficerId(officer)).stream().anyMatch(task -> id.equals(task.item()));
    }

    private Approvals approvals() {
        return agency.prakat().approvals();
    }
}
