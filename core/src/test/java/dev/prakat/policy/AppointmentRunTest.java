package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Task;
import dev.prakat.approval.Verification;
import dev.prakat.item.ItemId;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.OfficerId;
import dev.prakat.staff.Appointment;
import dev.prakat.staff.StaffRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever publishes for a unit is appointed at the moment of the publication, not only at the beginning of the case. */
@Tag("S001-R07")
@Tag("S001-R08")
class AppointmentRunTest {

    private static final LocalDate SENT = LocalDate.of(2021, 2, 1);
    private static final LocalDate FROM = LocalDate.of(2021, 3, 10);
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
    void whereItIsRequiredNobodyHandsInWithoutAnAppointment() throws IOException {
        open("publisherAppointment: {value: REQUIRED, rule: S001-R08}");
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("ประกาศ", FROM, UNTIL));
        refused(() -> agency.prakat().approvals().submit(id, TestAgency.AUTHOR), "nobody of the unit is appointed now");

        agency.restart(records(appointment("somying", null, null)));
        refused(() -> agency.prakat().approvals().submit(id, TestAgency.AUTHOR), "nobody of the unit is appointed now");
        agency.restart(records(appointment("somsak", LocalDate.of(2021, 2, 10), null)));
        refused(() -> agency.prakat().approvals().submit(id, TestAgency.AUTHOR), "who may: somsak");
        agency.restart(records(appointment("somying", LocalDate.of(2021, 3, 2), null)));
        refused(() -> agency.prakat().approvals().submit(id, TestAgency.AUTHOR), "nobody of the unit is appointed now");
        agency.at("2021-03-01T17:00:00Z");
        assertThat(agency.prakat().approvals().submit(id, TestAgency.AUTHOR).step())
                .as("granted on 2 March, in force from its first instant in Bangkok")
                .isEqualTo("agree");
    }

    @Test
    void whereNoUnitKeepsAppointmentsNoneIsAskedFor() {
        agency = new TestAgency(folder);
        agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        assertThat(agency.prakat().policy().settings().appointmentRequired()).isFalse();
    }

    @Test
    @Tag("S001-R10")
    void whoIsRevokedBetweenAgreementAndPublicationDoesNotLetItGo() throws IOException {
        open("publisherAppointment: {value: REQUIRED, rule: S001-R08}\n"
                + "  publication: {value: BY_OFFICER, rule: S001-R10}");
        agency.restart(records(
                appointment("somying", LocalDate.of(2021, 2, 10), LocalDate.of(2021, 3, 3)),
                appointment("somsak", LocalDate.of(2021, 3, 2), null)));
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        assertThat(tasks("somying")).contains("publish");
        assertThat(tasks("somsak")).as("not granted before 2 March").doesNotContain("publish");

        agency.at("2021-03-02T17:00:00Z");
        assertThat(tasks("somying")).doesNotContain("publish");
        refused(() -> agency.prakat().approvals().publish(id, TestAgency.AUTHOR, ""), "who may: somsak");
        agency.at("2021-03-10T02:00:00Z");
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");

        agency.prakat().approvals().publish(id, TestAgency.COLLEAGUE, "");
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("รายละเอียดของ");
        assertThat(only(id).publisher()).isEqualTo(TestAgency.COLLEAGUE.officer());
        refused(
                () -> agency.prakat().approvals().verify(id, TestAgency.COLLEAGUE, Verification.sound("")),
                "PUBLISHER");
        agency.prakat().approvals().verify(id, TestAgency.AUTHOR, Verification.sound(""));
        assertThat(only(id).status()).isEqualTo(ApprovalCase.Status.DONE);
    }

    @Test
    void whoIsRevokedBeforeTheSweepDoesNotAnswerForThePublication() throws IOException {
        open("publisherAppointment: {value: REQUIRED, rule: S001-R08}");
        agency.restart(records(
                appointment("somying", LocalDate.of(2021, 2, 10), LocalDate.of(2021, 3, 3)),
                appointment("somsak", LocalDate.of(2021, 2, 10), null)));
        ItemId unnamed = agency.approved(TestAgency.draft("หนึ่ง", FROM, UNTIL));
        ItemId named = agency.approved(TestAgency.draft("สอง", FROM, UNTIL));
        agency.at("2021-03-10T02:00:00Z");
        agency.prakat().approvals().publish(named, TestAgency.COLLEAGUE, "แทนผู้ที่ถูกเพิกถอน");
        agency.prakat().sweep();

        assertThat(agency.publicText()).contains("รายละเอียดของ หนึ่ง", "รายละเอียดของ สอง");
        assertThat(only(unnamed).publisher()).as("nobody who may publishes it").isNull();
        assertThat(only(named).publisher()).isEqualTo(TestAgency.COLLEAGUE.officer());
    }

    private void open(String settings) throws IOException {
        AgencyPolicy policy = AgencyPolicy.load(PolicyFolder.copyOfSsoWebsite(folder.resolve("policy"))
                .replace("policy.yaml", "settings:\n", "settings:\n  " + settings + "\n")
                .path());
        agency = new TestAgency(folder, SampleAgency.socialSecurityOffice().with(policy));
    }

    private static StaffRecords records(Appointment... appointments) {
        return new StaffRecords(List.of(), List.of(appointments));
    }

    private static Appointment appointment(String officer, LocalDate granted, LocalDate revoked) {
        return new Appointment(
                new OfficerId(officer),
                "ศสน.",
                TestAgency.DIRECTOR.officer(),
                new Appointment.Dates(SENT, granted, null, revoked));
    }

    private List<String> tasks(String officer) {
        return agency.prakat().approvals().tasksFor(new OfficerId(officer)).stream()
                .map(Task::step)
                .toList();
    }

    private ApprovalCase only(ItemId id) {
        assertThat(agency.prakat().approvals().cases(id)).hasSize(1);
        return agency.prakat().approvals().cases(id).get(0);
    }

    private static void refused(Runnable command, String words) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(command::run)
                .withMessageContaining(words)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
    }
}
