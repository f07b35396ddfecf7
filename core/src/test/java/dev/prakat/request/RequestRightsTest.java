package dev.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.journal.JournalEvent;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may act on a request, what is sealed, and what a mistake or a changed row is answered with. */
class RequestRightsTest extends RequestFixture {

    @Test
    @Tag("S000-R17")
    @Tag("S000-R22")
    @Tag("AMB-37")
    void onlyTheSecretaryGeneralOrADelegateApprovesAndNamesTheGrounds() {
        proposed();
        assertNotAllowed(() -> requests.release().approve(CLERK, NUMBER, GROUNDS), "SECRETARY_GENERAL");
        assertNotAllowed(() -> requests.release().instruct(CLERK, NUMBER, false, "รอก่อน"), "SECRETARY_GENERAL");
        for (Grounds wrong : List.of(
                Grounds.of(),
                Grounds.of("PDPA-24-4"),
                Grounds.of("OIA-24-3"),
                Grounds.of("PDPA-99", "OIA-24-3"),
                Grounds.of("NO-PERSONAL-DATA", "OIA-24-3"))) {
            assertThatExceptionOfType(InvalidException.class)
                    .as("%s", wrong)
                    .isThrownBy(() -> requests.release().approve(SECRETARY_GENERAL, NUMBER, wrong))
                    .withMessageContaining("S000-R22");
        }
        assertThat(requests.release()
                        .approve(SECRETARY_GENERAL, NUMBER, Grounds.of("no-personal-data"))
                        .run()
                        .ground())
                .isEqualTo("NO-PERSONAL-DATA");
    }

    @Test
    @Tag("S000-R21")
    @Tag("AMB-08")
    void aDelegateApprovesWhileTheOrderIsInForceAndTheJournalNamesIt() {
        agency.close();
        open(researchDivision()
                .acting("deputy", "SECRETARY_GENERAL", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 10)));
        proposed();
        day(11);
        assertNotAllowed(() -> requests.release().approve(Actor.local("deputy"), NUMBER, GROUNDS), "an order in force");
        day(10);
        requests.release().approve(Actor.local("deputy"), NUMBER, GROUNDS);

        List<JournalEvent> history = agency.prakat().history(NUMBER.subject());
        assertThat(history.get(history.size() - 1).detail("order")).isEqualTo("คำสั่งที่ 1/2564");
    }

    @Test
    @Tag("S000-R02")
    void whatIsPersonalIsSealedOpensWithAReasonAndIsErasedForGood() {
        add(false);
        requests.assign(CLERK, NUMBER, new OfficerId("prasit"));
        requests.clarify(CLERK, NUMBER, "ขอรายชื่อของสมปอง", Branch.NOT_HELD);
        requests.release().toldNotHeld(CLERK, NUMBER);
        assertThat(agency.everythingInTheDatabase())
                .contains("12/2564", "สถิติผู้ประกันตน")
                .doesNotContain("สมปอง", "มหาวิทยาลัยตัวอย่าง", "99 ถนน", "example.test");

        assertThat(requests.details().open(CLERK, NUMBER, "โทรถาม").wanted()).isEqualTo("ขอรายชื่อของสมปอง");
        String letter = requests.letters().list(NUMBER).get(0).number();
        assertThat(requests.letters().open(CLERK, NUMBER, letter, "พิมพ์").text())
                .contains("มหาวิทยาลัยตัวอย่าง");
        assertNotAllowed(() -> requests.details().open(Actor.local("malee"), NUMBER, "อยากรู้"), "กวพ.");

        assertThat(requests.details().erase(CLERK, NUMBER, "คำสั่งที่ 1/2565").erased())
                .isTrue();
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> requests.details().open(CLERK, NUMBER, "โทรถาม"))
                .withMessageContaining("was erased");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> requests.letters().open(CLERK, NUMBER, letter, "พิมพ์"))
                .withMessageContaining("was erased");
        assertSound();
    }

    @Test
    void everyMistakeIsListedAndStrangersAreRefused() {
        Requester nobody = new Requester("", "", "", "", "", " ");
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> requests.add(
                        CLERK, new NewRequest(NUMBER, Instant.parse("2564-03-01T00:00:00Z"), false, "", nobody)))
                .satisfies(problem -> assertThat(problem.findings()).hasSize(4));
        assertNotAllowed(() -> requests.add(Actor.local("malee"), request(false)), "กวพ.");
        add(false);
        assertConflict(() -> requests.add(CLERK, request(false)), "is in the register already");
        assertNotAllowed(() -> requests.assign(CLERK, NUMBER, new OfficerId("malee")), "กวพ.");
    }

    @Test
    void aRowThatSomebodyChangedIsFoundByTheReplay() {
        proposed();
        agency.sql("update prakat_request_step set done_by = 'nobody' where position_no = 3");
        agency.sql("update prakat_request set ground = 'PDPA-24-1'");

        assertThat(agency.prakat().replay().differences())
                .extracting(difference -> difference.what())
                .containsExactlyInAnyOrder("request.step.003", "request.ground");
    }
}
