package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.approval.Decision;
import dev.prakat.item.ItemId;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an officer must take the publish step, only what was agreed to passes it. */
class PublicationByOfficerTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 5, 31);

    @TempDir
    Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() throws IOException {
        AgencyPolicy policy = AgencyPolicy.load(PolicyFolder.copyOfSsoWebsite(folder.resolve("policy"))
                .replace(
                        "policy.yaml", "settings:\n", "settings:\n  publication: {value: BY_OFFICER, rule: S001-R10}\n")
                .path());
        agency = new TestAgency(folder, SampleAgency.socialSecurityOffice().with(policy));
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    @Tag("S001-R10")
    void whatIsAgreedToWaitsForTheOfficer() {
        ItemId id = agency.approved(TestAgency.draft("ฉบับที่เห็นชอบ", FROM, UNTIL));
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("ฉบับที่เห็นชอบ");
        agency.prakat().approvals().publish(id, TestAgency.AUTHOR, "");
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("ฉบับที่เห็นชอบ");
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    @Tag("S001-R09")
    void whatWasRevisedAfterTheAgreementNeverPasses() {
        ItemId id = agency.approved(TestAgency.draft("ฉบับที่เห็นชอบ", FROM, UNTIL));
        agency.prakat().items().revise(TestAgency.AUTHOR, id, TestAgency.draft("ฉบับที่ไม่มีใครเห็นชอบ", FROM, UNTIL));
        refused(id);
        agency.prakat().approvals().submit(id, TestAgency.AUTHOR);
        refused(id);
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("ฉบับที่ไม่มีใครเห็นชอบ");
        assertThat(agency.prakat().items().get(id).approvedRevision()).isNull();

        agency.prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.approve(""));
        agency.prakat().approvals().publish(id, TestAgency.AUTHOR, "");
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("ฉบับที่ไม่มีใครเห็นชอบ");
    }

    @Test
    @Tag("S001-R09")
    void theSameContentMadeANewRevisionNeedsItsOwnAgreement() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().items().revise(TestAgency.AUTHOR, id, TestAgency.draft("ประกาศ", FROM, UNTIL));
        refused(id);
    }

    private void refused(ItemId id) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> agency.prakat().approvals().publish(id, TestAgency.AUTHOR, ""))
                .withMessageContaining("not what was agreed to")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
    }
}
