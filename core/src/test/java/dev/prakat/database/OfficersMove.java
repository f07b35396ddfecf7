package dev.prakat.database;

import dev.prakat.Prakat;
import dev.prakat.approval.Decision;
import dev.prakat.approval.Renewal;
import dev.prakat.approval.SiteChecks;
import dev.prakat.approval.SiteError;
import dev.prakat.approval.Verification;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.spi.Actor;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.window.PublishWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What one officer of the provincial office might do with an item, and the order itself. */
record OfficersMove(String name, String officer, Command command) {

    /** A command on an item. */
    interface Command {
        /** Whether there was anything to do; a command that is refused throws. */
        boolean run(Prakat prakat, Actor actor, ItemId item);
    }

    /** The same for a command that always does something. */
    private interface Plain {
        void run(Prakat prakat, Actor actor, ItemId item);
    }

    private static final OfficersMove SUBMIT = of(
            "submit", "requester", (prakat, actor, item) -> prakat.approvals().submit(item, actor));
    private static final OfficersMove TELL =
            of("tell", "web-master", (prakat, actor, item) -> prakat.approvals().told(item, actor, "โทรศัพท์"));
    private static final OfficersMove PUBLISH = of(
            "publish", "web-master", (prakat, actor, item) -> prakat.approvals().publish(item, actor, ""));
    private static final OfficersMove VERIFY = of(
            "verify",
            "web-master",
            (prakat, actor, item) -> prakat.approvals().verify(item, actor, Verification.sound("")));
    private static final OfficersMove CALL_OFF = of(
            "call off", "requester", (prakat, actor, item) -> prakat.approvals().callOff(item, actor, "ขอแก้ไข"));
    static final OfficersMove WITHDRAW = of(
            "withdraw",
            "requester",
            (prakat, actor, item) -> prakat.approvals()
                    .withdraw(item, actor, TakeDownKind.GONE, TakeDownReason.ORDERED, "ยกเลิกประกาศ"));
    static final OfficersMove MEND = new OfficersMove("mend", "requester", OfficersMove::mend);

    private static OfficersMove of(String name, String officer, Plain command) {
        return new OfficersMove(name, officer, (prakat, actor, item) -> {
            command.run(prakat, actor, item);
            return true;
        });
    }

    /** What fits where the item stands, most of the time; else anything. */
    static OfficersMove pick(Random random, Standing standing) {
        List<OfficersMove> fitting = fitting(random, standing);
        List<OfficersMove> any = any(random, standing);
        List<OfficersMove> from = fitting.isEmpty() || random.nextInt(8) == 0 ? any : fitting;
        return from.get(random.nextInt(from.size()));
    }

    /** Where an item stands before a move: the step that its case awaits, or empty; the number of the next wording; the day. */
    record Standing(String step, int wording, LocalDate today) {}

    private static List<OfficersMove> fitting(Random random, Standing standing) {
        return switch (standing.step()) {
            case "" -> List.of(SUBMIT, SUBMIT, SUBMIT, revise(standing), renew(random, standing), TELL);
            case "consider" -> decisions(random, standing, "group-head", "chair");
            case "permit" -> decisions(random, standing, "chief", "chief");
            case "publish" ->
                List.of(
                        PUBLISH,
                        PUBLISH,
                        revise(standing),
                        renew(random, standing),
                        shorten(random, standing),
                        WITHDRAW);
            case "check" ->
                List.of(
                        VERIFY,
                        VERIFY,
                        unsound("web-master"),
                        MEND,
                        renew(random, standing),
                        shorten(random, standing),
                        revise(standing));
            case "tell" -> List.of(TELL, TELL, SUBMIT, revise(standing));
            default -> List.of();
        };
    }

    private static List<OfficersMove> decisions(Random random, Standing standing, String one, String other) {
        List<OfficersMove> moves = new ArrayList<>(List.of(CALL_OFF, revise(standing)));
        for (String officer : List.of(one, other)) {
            moves.addAll(List.of(
                    decide(officer, Decision.approve("เห็นชอบ")),
                    decide(officer, Decision.approve("เห็นชอบ")),
                    decide(
                            officer,
                            random.nextBoolean() ? Decision.refuse("ขาดแหล่งที่มา") : Decision.hold("รอเอกสาร")),
                    decide(officer, Decision.sendBack("แก้ชื่อเรื่อง"))));
        }
        return moves;
    }

    private static List<OfficersMove> any(Random random, Standing standing) {
        return Stream.concat(
                        Stream.of("requester", "group-head", "chair", "chief", "web-master")
                                .map(officer -> decide(officer, Decision.approve(""))),
                        Stream.of(
                                SUBMIT,
                                TELL,
                                PUBLISH,
                                VERIFY,
                                CALL_OFF,
                                WITHDRAW,
                                MEND,
                                revise(standing),
                                renew(random, standing),
                                shorten(random, standing),
                                unsound("requester")))
                .toList();
    }

    private static OfficersMove decide(String officer, Decision decision) {
        return of(
                decision.outcome() + "",
                officer,
                (prakat, actor, item) -> prakat.approvals().decide(item, actor, decision));
    }

    private static OfficersMove revise(Standing standing) {
        return of(
                "revise",
                "requester",
                (prakat, actor, item) ->
                        prakat.items().revise(actor, item, draft(standing.wording(), standing.today())));
    }

    private static OfficersMove renew(Random random, Standing standing) {
        LocalDate until = standing.today().plusDays(30L + random.nextInt(60));
        return of(
                "renew",
                "requester",
                (prakat, actor, item) -> prakat.approvals().renew(item, actor, Renewal.until(until)));
    }

    private static OfficersMove shorten(Random random, Standing standing) {
        LocalDate until = standing.today().plusDays(1L + random.nextInt(40));
        return of(
                "shorten",
                "requester",
                (prakat, actor, item) -> prakat.approvals().shorten(item, actor, "www", until, "จบโครงการก่อนกำหนด"));
    }

    private static OfficersMove unsound(String officer) {
        Verification found = new Verification(true, false, true, Set.of(), "", List.of("ขาดเอกสารแนบ"));
        return of(
                "find an error",
                officer,
                (prakat, actor, item) -> prakat.approvals().verify(item, actor, found));
    }

    /** Fixes one error of the item, or reports it when it is fixed already. */
    private static boolean mend(Prakat prakat, Actor actor, ItemId item) {
        SiteChecks checks = prakat.approvals().siteChecks();
        Optional<SiteError> first = checks.openErrors().stream()
                .filter(error -> item.equals(error.item()))
                .findFirst();
        first.ifPresent(error -> {
            if (error.fixed() == null) {
                checks.fixed(actor, error.id(), "แนบเอกสารแล้ว");
            } else {
                checks.reported(actor, error.id(), "รายงานแล้ว");
            }
        });
        return first.isPresent();
    }

    static Draft draft(int wording, LocalDate today) {
        return Draft.of("information", "ข่าวฉบับที่ " + wording, "<p>รายละเอียดฉบับที่ " + wording + "</p>")
                .withPlacement(PlacementPlan.gone("www", PublishWindow.ofDates(today, today.plusDays(60))));
    }
}
