package dev.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.calendar.CountingRule;
import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.calendar.CountingRule.LastDay;
import dev.prakat.calendar.DeadlineSettings;
import dev.prakat.calendar.DeadlineSettings.PlainDays;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.policy.RequestStep.Kind;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.request.RequestRun.State;
import dev.prakat.request.RequestRun.Way;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The worked examples of data requests: each step finishes on its last day. */
class RequestRunTest {

    private static final Instant MONDAY = at(LocalDate.of(2021, 3, 1));

    private final RequestPolicy policy = RequestPolicy.builtIn("sso-data-request");

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
        RequestRun run = RequestRun.received(policy, MONDAY, false);
        assertDue(run, 2);
        run = run.assigned(last(run));
        assertDue(run, 5);
        run = run.clarified(Branch.HELD, last(run));
        assertDue(run, 12);
        run = run.complete(last(run));
        assertDue(run, 15);
        run = run.produced(last(run));
        assertDue(run, 17);
        run = run.verified(true, last(run));
        assertDue(run, 18);
        run = run.proposed(last(run));
        assertDue(run, 25);

        Instant later = at(LocalDate.of(2021, 4, 1));
        assertThat(run.remind(later)).as("a norm reminds").isTrue();
        assertThat(run.late(later)).as("and is never broken").isFalse();
        assertThat(run.done()).noneMatch(StepDone::late);
    }

    @Test
    @Tag("AT-31")
    @Tag("S000-R11")
    @Tag("S000-R12")
    void branchCEndsWithTheLetter() {
        RequestRun run = clarified(Branch.NOT_HELD);
        assertDue(run, 12);
        RequestRun closed = run.toldNotHeld(last(run));

        assertThat(closed.state()).isEqualTo(State.NOT_HELD);
        assertThat(closed.step()).isNull();
        assertThat(closed.due()).isEmpty();
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> closed.produced(MONDAY))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT))
                .withMessageContaining("it is NOT_HELD");
    }

    @Test
    @Tag("S000-R09")
    @Tag("S000-R10")
    void branchBHasTwoMonthsByTheCalendar() {
        assertThat(day(last(clarified(Branch.OWNED_BY_OTHERS)))).isEqualTo(LocalDate.of(2021, 5, 5));
    }

    @Test
    @Tag("AT-32")
    @Tag("AMB-03")
    void aLastDayOnASaturday() {
        LocalDate friday = LocalDate.of(2021, 3, 5);
        assertThat(day(last(RequestRun.received(policy, at(friday), false)))).isEqualTo(LocalDate.of(2021, 3, 8));
        DeadlineSettings keep = policy.deadlines().withCounting(new CountingRule(FirstDay.EXCLUDE, LastDay.KEEP));
        DeadlineSettings working = policy.deadlines().withPlainDays(PlainDays.WORKING);
        var limit = policy.step(Kind.RECEIVE).within();
        assertThat(limit).isNotNull();
        assertThat(policy.calendar().lastDay(friday, limit, keep)).isEqualTo(LocalDate.of(2021, 3, 6));
        assertThat(policy.calendar().lastDay(friday, limit, working)).isEqualTo(LocalDate.of(2021, 3, 8));
    }

    @Test
    @Tag("AT-35")
    @Tag("S000-R19")
    @Tag("AMB-36")
    void sentByEmailOnlyItStaysOpenUntilThePostIsRecordedOrWaived() {
        RequestRun mailed = approved().sent(Way.EMAIL, MONDAY);

        assertThat(mailed.state()).isEqualTo(State.IN_PROGRESS);
        assertThat(mailed.step()).isEqualTo(Kind.SEND);
        assertThat(mailed.sent(Way.POST, MONDAY).state()).isEqualTo(State.SENT);
        assertThat(mailed.waived(Way.POST, "ผู้ขอรับทางอีเมลแล้ว", MONDAY).state())
                .isEqualTo(State.SENT);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> mailed.waived(Way.POST, " ", MONDAY))
                .withMessageContaining("without a reason");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approved().waived(Way.POST, "ไม่ต้องการ", MONDAY))
                .withMessageContaining("neither by e-mail nor by post");
    }

    @Test
    @Tag("AT-36")
    @Tag("S000-R20")
    void theCommitteeStopsTheClockAndTheCaseComesBack() {
        RequestRun waiting = proposed().instructed();
        Instant later = at(LocalDate.of(2021, 6, 1));

        assertThat(waiting.state()).isEqualTo(State.AWAITING_INSTRUCTION);
        assertThat(waiting.due()).isEmpty();
        assertThat(waiting.late(later)).isFalse();
        assertThat(waiting.remind(later)).isFalse();
        assertThatExceptionOfType(PrakatException.class).isThrownBy(() -> waiting.approved("PDPA-24-4", later));
        RequestRun back = waiting.instructionDone(later);
        assertThat(back.step()).isEqualTo(Kind.APPROVE);
        assertThat(back.approved("PDPA-24-4", later).step()).isEqualTo(Kind.SEND);
    }

    @Test
    @Tag("S000-R17")
    @Tag("S000-R22")
    void anApprovalNamesItsGround() {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> proposed().approved("", MONDAY))
                .withMessageContaining("S000-R22");
        assertThat(approved().ground()).isEqualTo("PDPA-24-4");
    }

    @Test
    @Tag("S000-R15")
    void whatIsNotCorrectIsProducedAgain() {
        RequestRun again =
                clarified(Branch.HELD).complete(MONDAY).produced(MONDAY).verified(false, MONDAY);

        assertThat(again.step()).isEqualTo(Kind.PRODUCE);
    }

    @Test
    void aRequestUnderTheActHasAShorterClockBesideTheSteps() {
        RequestRun run =
                RequestRun.received(policy, MONDAY, true).assigned(MONDAY).clarified(Branch.OWNED_BY_OTHERS, MONDAY);

        assertThat(run.informationActDue().map(RequestRunTest::day)).contains(LocalDate.of(2021, 3, 16));
        assertThat(run.late(at(LocalDate.of(2021, 3, 17)))).isTrue();
        assertThat(clarified(Branch.OWNED_BY_OTHERS).late(at(LocalDate.of(2021, 3, 17))))
                .isFalse();
    }

    @Test
    void aStepThatWasDoneLateStaysLate() {
        RequestRun run = RequestRun.received(policy, MONDAY, false).assigned(at(LocalDate.of(2021, 3, 3)));

        assertThat(run.done())
                .singleElement()
                .satisfies(step -> assertThat(step.late()).isTrue());
        assertThat(run.late(at(LocalDate.of(2021, 3, 3)))).isTrue();
    }

    private RequestRun clarified(Branch branch) {
        RequestRun run = RequestRun.received(policy, MONDAY, false);
        run = run.assigned(last(run));
        return run.clarified(branch, last(run));
    }

    private RequestRun proposed() {
        return clarified(Branch.HELD)
                .complete(MONDAY)
                .produced(MONDAY)
                .verified(true, MONDAY)
                .proposed(MONDAY);
    }

    private RequestRun approved() {
        return proposed().approved("PDPA-24-4", MONDAY);
    }

    private static void assertDue(RequestRun run, int dayOfMarch) {
        assertThat(day(last(run))).as("%s", run.step()).isEqualTo(LocalDate.of(2021, 3, dayOfMarch));
    }

    private static Instant last(RequestRun run) {
        return run.due().orElseThrow();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(ThaiDate.BANGKOK).toInstant();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ThaiDate.BANGKOK);
    }
}
