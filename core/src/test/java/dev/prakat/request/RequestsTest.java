package dev.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.policy.RequestStep.Kind;
import dev.prakat.problem.InvalidException;
import dev.prakat.request.RequestRun.State;
import dev.prakat.request.RequestRun.Way;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The worked examples of data requests through the register, on a database. The document comes on Monday 1 March 2564. */
class RequestsTest extends RequestFixture {

    @Test
    @Tag("AT-29")
    @Tag("S000-R03")
    @Tag("S000-R05")
    @Tag("S000-R08")
    @Tag("S000-R14")
    @Tag("S000-R16")
    @Tag("S000-R18")
    @Tag("S000-R21")
    void branchAWithEachStepOnItsLastDay() {
        assertDue(add(false), 2);
        day(2);
        assertDue(requests.assign(CLERK, NUMBER, new OfficerId("prasit")), 5);
        day(5);
        assertDue(requests.clarify(CLERK, NUMBER, "จำนวนผู้ประกันตนรายจังหวัด", Branch.HELD), 12);
        day(12);
        assertDue(requests.complete(CLERK, NUMBER), 15);
        day(15);
        assertDue(requests.produced(CLERK, NUMBER), 17);
        day(17);
        assertDue(requests.verified(CLERK, NUMBER, true, "ตรวจกับฐานข้อมูลแล้ว"), 18);
        day(18);
        assertDue(requests.release().propose(CLERK, NUMBER), 25);

        agency.at("2021-04-01T03:00:00Z");
        RequestRegister.Row row = row();
        assertThat(row.remind()).as("a norm reminds").isTrue();
        assertThat(row.late()).as("and is never broken").isFalse();
        requests.release().approve(SECRETARY_GENERAL, NUMBER, GROUNDS);
        requests.release().sent(CLERK, NUMBER, Way.EMAIL);
        DataRequest closed = requests.release().sent(CLERK, NUMBER, Way.POST);
        assertThat(closed.run().state()).isEqualTo(State.SENT);
        assertThat(closed.run().done()).hasSize(8).noneMatch(StepDone::late);
        assertThat(closed.run().ground()).isEqualTo("OIA-24-3 PDPA-24-4");
        assertSound();
    }

    @Test
    @Tag("AT-31")
    @Tag("S000-R11")
    @Tag("S000-R12")
    void branchCEndsWithTheLetter() {
        add(false);
        day(2);
        requests.assign(CLERK, NUMBER, new OfficerId("prasit"));
        day(5);
        assertDue(requests.clarify(CLERK, NUMBER, "จำนวนแรงงานต่างด้าว", Branch.NOT_HELD), 12);
        day(12);
        DataRequest closed = requests.release().toldNotHeld(CLERK, NUMBER);

        assertThat(closed.run().state()).isEqualTo(State.NOT_HELD);
        assertThat(closed.run().late(agency.clock.instant())).isFalse();
        assertThat(requests.letters().list(NUMBER))
                .singleElement()
                .satisfies(letter -> assertThat(letter.kind()).isEqualTo(RequestLetter.LetterKind.NOT_HELD));
        assertConflict(() -> requests.produced(CLERK, NUMBER), "it is NOT_HELD");
        assertThat(requests.open(10)).isEmpty();
        assertSound();
    }

    @Test
    @Tag("AT-32")
    @Tag("AMB-03")
    void aLastDayOnASaturdayMovesToMonday() {
        day(5);
        assertDue(add(false), 8);
    }

    @Test
    @Tag("AT-35")
    @Tag("S000-R19")
    @Tag("AMB-36")
    void sentByEmailOnlyItStaysOpenUntilThePostIsRecordedOrWaived() {
        proposed();
        requests.release().approve(SECRETARY_GENERAL, NUMBER, GROUNDS);
        assertConflict(
                () -> requests.release().waived(CLERK, NUMBER, Way.POST, "ไม่ต้องการ"),
                "neither by e-mail nor by post");
        DataRequest mailed = requests.release().sent(CLERK, NUMBER, Way.EMAIL);

        assertThat(mailed.run().state()).isEqualTo(State.IN_PROGRESS);
        assertThat(requests.open(10)).extracting(DataRequest::number).containsExactly(NUMBER);
        assertConflict(() -> requests.release().sent(CLERK, NUMBER, Way.EMAIL), "recorded already");
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> requests.release().waived(CLERK, NUMBER, Way.POST, " "))
                .withMessageContaining("expected the reason");
        DataRequest closed = requests.release().waived(CLERK, NUMBER, Way.POST, "ผู้ขอรับทางอีเมลแล้ว");
        assertThat(closed.run().state()).isEqualTo(State.SENT);
        assertThat(row().email()).isEqualTo("SENT");
        assertThat(row().post()).isEqualTo("WAIVED");
        assertSound();
    }

    @Test
    @Tag("AT-36")
    @Tag("S000-R20")
    void theCommitteeStopsTheClockAndTheCaseComesBack() {
        proposed();
        DataRequest waiting =
                requests.release().instruct(SECRETARY_GENERAL, NUMBER, true, "นำเข้าคณะกรรมการข้อมูลข่าวสาร");
        assertThat(waiting.run().state()).isEqualTo(State.AWAITING_INSTRUCTION);
        assertThat(waiting.run().due()).isEmpty();

        agency.at("2021-06-01T03:00:00Z");
        assertThat(row().late()).isFalse();
        assertThat(row().remind()).isFalse();
        assertConflict(() -> requests.release().approve(SECRETARY_GENERAL, NUMBER, GROUNDS), "AWAITING_INSTRUCTION");
        DataRequest back = requests.release().instructionDone(CLERK, NUMBER, "คณะกรรมการเห็นชอบ");
        assertThat(back.run().step()).isEqualTo(Kind.APPROVE);
        assertThat(back.instructions()).singleElement().satisfies(instruction -> {
            assertThat(instruction.committee()).isTrue();
            assertThat(instruction.outcome()).isEqualTo("คณะกรรมการเห็นชอบ");
        });
        assertThat(requests.release()
                        .approve(SECRETARY_GENERAL, NUMBER, GROUNDS)
                        .run()
                        .step())
                .isEqualTo(Kind.SEND);
        assertSound();
    }

    @Test
    @Tag("S000-R09")
    @Tag("S000-R10")
    void branchBAsksTheOwnersByLetterAndWaitsForAllOfThem() {
        collecting();
        assertConflict(() -> requests.complete(CLERK, NUMBER), "no unit was asked yet");
        assertThat(requests.ask(CLERK, NUMBER, "สท.").number()).isEqualTo("รง 9901/1");
        assertThat(requests.ask(CLERK, NUMBER, "สปย.").number()).isEqualTo("รง 9901/2");
        assertConflict(() -> requests.ask(CLERK, NUMBER, "สท."), "was asked already");
        requests.answered(Actor.local("of-contributions"), NUMBER, "สท.");
        assertNotAllowed(() -> requests.answered(Actor.local("of-contributions"), NUMBER, "สปย."), "กวพ.");
        assertConflict(() -> requests.complete(CLERK, NUMBER), "[สปย.] have not answered");
        requests.answered(CLERK, NUMBER, "สปย.");
        DataRequest complete = requests.complete(CLERK, NUMBER);

        assertThat(complete.run().step()).isEqualTo(Kind.PRODUCE);
        assertThat(complete.owners())
                .allSatisfy(owner -> assertThat(owner.answered()).isNotNull());
        assertSound();
    }

    @Test
    @Tag("OIA-11")
    void aRequestUnderTheActHasAShorterClockBesideTheSteps() {
        add(true);
        requests.assign(CLERK, NUMBER, new OfficerId("prasit"));
        requests.clarify(CLERK, NUMBER, "สถิติ", Branch.OWNED_BY_OTHERS);
        day(16);
        assertThat(row().late()).isFalse();
        day(17);
        assertThat(row().late()).as("the Act's 15 days are over").isTrue();
        assertThat(row().lateSteps()).as("the two months are not").isEmpty();
        RequestRegister register = requests.register(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 1));
        assertThat(List.of(register.open(), register.openLate(), register.closed()))
                .containsExactly(1, 1, 0);
    }

    @Test
    @Tag("S000-R05")
    void urgencyRemindsAndMovesNoLimit() {
        assertDue(add(false), 2);
        DataRequest urgent = requests.urgent(CLERK, NUMBER, LocalDate.of(2021, 3, 1), "ใช้ประกอบการประชุม");
        assertDue(urgent, 2);
        assertThat(row().remind()).isFalse();
        day(2);
        assertThat(row().remind()).isTrue();
        assertThat(row().late()).isFalse();
        assertSound();
    }

    @Test
    void theRegisterIsCsvWithoutAnythingPersonal() throws IOException {
        add(false);
        StringWriter csv = new StringWriter();
        requests.register(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31)).write(csv);

        assertThat(csv.toString())
                .contains(
                        "12/2564,2021-03-01,สถิติผู้ประกันตน,false,,,IN_PROGRESS,RECEIVE,2021-03-02,,false,,false,,,,")
                .doesNotContain("มหาวิทยาลัย", "สมปอง");
    }

    @Test
    void noCellOfTheRegisterIsCalculated() throws IOException {
        requests.add(
                CLERK,
                new NewRequest(
                        NUMBER,
                        agency.clock.instant(),
                        false,
                        "=HYPERLINK(\"http://example.org\")",
                        new Requester("มหาวิทยาลัยตัวอย่าง", "", "", "", "", "สถิติ")));
        StringWriter csv = new StringWriter();
        requests.register(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31)).write(csv);

        assertThat(csv.toString()).contains(",\"'=HYPERLINK(").doesNotContain(",\"=HYPERLINK", ",=HYPERLINK");
    }

    private void collecting() {
        add(false);
        requests.assign(CLERK, NUMBER, new OfficerId("prasit"));
        assertThat(LocalDate.ofInstant(
                        requests.clarify(CLERK, NUMBER, "สถิติ", Branch.OWNED_BY_OTHERS)
                                .run()
                                .due()
                                .orElseThrow(),
                        ThaiDate.BANGKOK))
                .isEqualTo(LocalDate.of(2021, 5, 3));
    }
}
