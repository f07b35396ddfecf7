package dev.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A division, its officers and a request; the clock stands at Monday 1 March 2564. */
abstract class RequestFixture {

    static final Actor CLERK = Actor.local("wanida");
    static final Actor SECRETARY_GENERAL = Actor.local("secretary-general");
    static final Grounds GROUNDS = Grounds.of("PDPA-24-4", "OIA-24-3");
    static final RequestNumber NUMBER = new RequestNumber("๑๒/๒๕๖๔");

    @TempDir
    Path folder;

    TestAgency agency;
    Requests requests;

    @BeforeEach
    void open() {
        open(researchDivision());
    }

    void open(SampleAgency sample) {
        agency = new TestAgency(folder, sample);
        requests = agency.prakat().requests();
        day(1);
    }

    static SampleAgency researchDivision() {
        return SampleAgency.socialSecurityOffice()
                .with(SampleAgency.officer("wanida", "กวพ."))
                .with(SampleAgency.officer("prasit", "กวพ."))
                .with(SampleAgency.officer("of-contributions", "สท."))
                .with(SampleAgency.officer("deputy", "กนผ."));
    }

    @AfterEach
    void close() {
        agency.close();
    }

    void proposed() {
        add(false);
        requests.assign(CLERK, NUMBER, new OfficerId("prasit"));
        requests.clarify(CLERK, NUMBER, "สถิติ", Branch.HELD);
        requests.complete(CLERK, NUMBER);
        requests.produced(CLERK, NUMBER);
        requests.verified(CLERK, NUMBER, true, "");
        requests.release().propose(CLERK, NUMBER);
    }

    DataRequest add(boolean informationAct) {
        return requests.add(CLERK, request(informationAct));
    }

    NewRequest request(boolean informationAct) {
        return new NewRequest(
                NUMBER,
                agency.clock.instant(),
                informationAct,
                "สถิติผู้ประกันตน",
                new Requester(
                        "มหาวิทยาลัยตัวอย่าง",
                        "สมปอง ตัวอย่าง",
                        "99 ถนนตัวอย่าง",
                        "sompong@example.test",
                        "",
                        "สถิติ"));
    }

    RequestRegister.Row row() {
        return requests.register(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31))
                .rows()
                .get(0);
    }

    void day(int ofMarch) {
        agency.clock.set(LocalDate.of(2021, 3, ofMarch)
                .atTime(10, 0)
                .atZone(ThaiDate.BANGKOK)
                .toInstant());
    }

    void assertSound() {
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    static void assertDue(DataRequest request, int ofMarch) {
        assertThat(LocalDate.ofInstant(request.run().due().orElseThrow(), ThaiDate.BANGKOK))
                .as("%s", request.run().step())
                .isEqualTo(LocalDate.of(2021, 3, ofMarch));
    }

    static void assertConflict(Runnable act, String words) {
        assertProblem(act, ProblemCode.CONFLICT, words);
    }

    static void assertNotAllowed(Runnable act, String words) {
        assertProblem(act, ProblemCode.NOT_ALLOWED, words);
    }

    static void assertProblem(Runnable act, ProblemCode code, String words) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(act::run)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
                .withMessageContaining(words);
    }
}
