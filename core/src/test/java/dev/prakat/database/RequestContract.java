package dev.prakat.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.complaint.Complainant;
import dev.prakat.complaint.Complaint;
import dev.prakat.complaint.ComplaintNumber;
import dev.prakat.complaint.Complaints;
import dev.prakat.complaint.Conclusion;
import dev.prakat.complaint.NewComplaint;
import dev.prakat.request.Branch;
import dev.prakat.request.Grounds;
import dev.prakat.request.NewRequest;
import dev.prakat.request.RequestLetter;
import dev.prakat.request.RequestNumber;
import dev.prakat.request.RequestRun.State;
import dev.prakat.request.RequestRun.Way;
import dev.prakat.request.Requester;
import dev.prakat.request.Requests;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The longest way of a data request on this database, and the days of a complaint, against what the events say. */
abstract class RequestContract {

    private static final Actor CLERK = Actor.local("wanida");
    private static final Actor SECRETARY_GENERAL = Actor.local("secretary-general");
    private static final RequestNumber NUMBER = new RequestNumber("12/2564");

    @TempDir
    private Path folder;

    abstract EmptyDatabase newDatabase();

    @Test
    @Tag("S000-R10")
    @Tag("S000-R20")
    void aRequestGoesThroughOwnersCommitteeApprovalAndBothWays() {
        SampleAgency sample = SampleAgency.socialSecurityOffice().with(SampleAgency.officer("wanida", "กวพ."));
        try (EmptyDatabase database = newDatabase();
                TestAgency agency = new TestAgency(folder, sample, database.dataSource())) {
            Requests requests = agency.prakat().requests();
            Instant now = Instant.parse("2021-03-01T02:00:00.123Z");
            agency.clock.set(now);
            Requester who = new Requester("มหาวิทยาลัยตัวอย่าง", "สมปอง ตัวอย่าง", "", "", "", "สถิติ");
            requests.add(CLERK, new NewRequest(NUMBER, now, true, "สถิติ", who));
            requests.assign(CLERK, NUMBER, new OfficerId("wanida"));
            requests.urgent(CLERK, NUMBER, LocalDate.of(2021, 3, 20), "ใช้ประกอบการประชุม");
            requests.clarify(CLERK, NUMBER, "สถิติรายจังหวัด", Branch.OWNED_BY_OTHERS);
            RequestLetter letter = requests.ask(CLERK, NUMBER, "สท.");
            requests.answered(CLERK, NUMBER, "สท.");
            requests.complete(CLERK, NUMBER);
            requests.produced(CLERK, NUMBER);
            requests.verified(CLERK, NUMBER, true, "");
            requests.release().propose(CLERK, NUMBER);
            requests.release().instruct(SECRETARY_GENERAL, NUMBER, true, "นำเข้าคณะกรรมการ");
            requests.release().instructionDone(CLERK, NUMBER, "เห็นชอบ");
            requests.release().approve(SECRETARY_GENERAL, NUMBER, Grounds.of("PDPA-24-4", "OIA-24-3"));
            requests.release().sent(CLERK, NUMBER, Way.EMAIL);
            requests.release().sent(CLERK, NUMBER, Way.POST);

            assertThat(requests.get(NUMBER).run().state()).isEqualTo(State.SENT);
            assertThat(requests.get(NUMBER).run().received()).isEqualTo(now);
            assertThat(requests.letters()
                            .open(CLERK, NUMBER, letter.number(), "พิมพ์")
                            .text())
                    .isEqualTo(letter.text());
            assertThat(requests.register(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 1))
                            .closed())
                    .isEqualTo(1);
            assertThat(requests.open(10)).isEmpty();
            assertThat(agency.prakat().replay().differences()).isEmpty();
            requests.details().erase(CLERK, NUMBER, "คำสั่งที่ 1/2565");
            assertThat(agency.prakat().replay().differences()).isEmpty();
        }
    }

    /** The session is in another zone than this machine: a day that was read and written again must not have moved. */
    @Test
    void aDayStaysTheDayHoweverOftenItsRowIsWritten() {
        try (EmptyDatabase database = newDatabase();
                TestAgency agency = new TestAgency(folder, database.dataSource())) {
            agency.at("2021-04-05T03:00:00Z");
            Complaints complaints = agency.prakat().complaints();
            LocalDate received = LocalDate.of(2021, 3, 1);
            LocalDate concluded = LocalDate.of(2021, 3, 8);
            Complaint entered = complaints.add(
                    TestAgency.AUTHOR,
                    new NewComplaint(
                            new ComplaintNumber("1"),
                            "ศสน.",
                            received,
                            null,
                            "LETTER",
                            new Complainant("สมปอง", "ตัวอย่าง", "99 ถนนตัวอย่าง", "0 2000 2222", "")));
            complaints.conclude(TestAgency.AUTHOR, entered.number(), new Conclusion("FULLY", concluded, null));
            complaints.informed(TestAgency.AUTHOR, entered.number(), concluded.plusDays(1));
            complaints.details().erase(TestAgency.AUTHOR, entered.number(), "คำสั่งที่ 1/2565");

            Complaint now = complaints.get(entered.number());
            assertThat(now.received()).isEqualTo(received);
            assertThat(now.conclusion()).isEqualTo(new Conclusion("FULLY", concluded, concluded.plusDays(1)));
            assertThat(database.texts("select received_on from prakat_complaint"))
                    .containsExactly("2021-03-01");
            assertThat(agency.prakat().replay().differences()).isEmpty();
        }
    }
}
