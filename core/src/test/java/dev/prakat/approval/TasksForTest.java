package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.approval.Route.Move;
import dev.prakat.item.ItemId;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Outcome;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.PrakatListener.Event;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever may take a step has it among the tasks, nobody else has, and what is late says so. */
class TasksForTest {

    @TempDir
    Path folder;

    private TestAgency agency;

    @AfterEach
    void close() {
        agency.close();
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    @Tag("AMB-02")
    @Tag("AMB-08")
    void whoSeesATaskCanDoItAndWhoCanDoItSeesIt(Route route) {
        agency = new TestAgency(folder, route.agency());
        ItemId id = submitted(route);
        for (Move move : route.moves) {
            sameForEverybody(route, id, move.step());
            take(id, move);
        }
        agency.prakat().sweep();
        ApprovalCase run = only(id);
        assertThat(run.status()).isEqualTo(ApprovalCase.Status.APPROVED);
        sameForEverybody(route, id, String.valueOf(run.step()));
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVINCE", "DISTRICT"})
    @Tag("S002-R06")
    @Tag("S003-R09")
    void whoTellsOfARefusalSeesThatTaskAndNobodyElse(Route route) {
        agency = new TestAgency(folder, route.agency());
        ItemId id = submitted(route);
        approvals().decide(id, Actor.local(route.moves.get(0).officer()), Decision.refuse("ไม่ครบถ้วน"));
        for (Officer officer : route.agency().staff()) {
            Optional<Task> task = task(officer.id(), id);
            assertThat(task.isPresent())
                    .as(officer.id().value())
                    .isEqualTo(officer.posts().contains("WEB_MASTER"));
            task.ifPresent(one -> assertThat(one.kind()).isEqualTo(Task.Kind.NOTIFY));
        }
        approvals().told(id, Actor.local("web-master"), "โทรศัพท์");
        assertThat(everybodysTasks(route, id)).isEmpty();
    }

    @Test
    void whatIsOverIsNobodysTask() {
        Route route = Route.ROUTINE;
        agency = new TestAgency(folder, route.agency());
        ItemId done = submitted(route);
        route.moves.forEach(move -> take(done, move));
        agency.prakat().sweep();
        approvals().verify(done, Actor.local("somying"), Verification.sound(""));
        ItemId calledOff = submitted(route);
        approvals().callOff(calledOff, Actor.local(route.author), "ขอแก้ไข");
        ItemId ordered = submitted(route);
        approvals().withdraw(ordered, Actor.local(route.author), TakeDownKind.GONE, TakeDownReason.ERROR, "ผิดฉบับ");
        ItemId refused = submitted(route);
        approvals().decide(refused, Actor.local("director-kc"), Decision.refuse("ไม่ครบ"));
        ItemId waits = submitted(route);

        for (ItemId id : List.of(done, calledOff, ordered, refused)) {
            assertThat(everybodysTasks(route, id)).as(id.value()).isEmpty();
        }
        assertThat(everybodysTasks(route, waits)).containsExactlyInAnyOrder("director-kc", "deputy");
    }

    @Test
    @Tag("S003-R12")
    @Tag("S003-R13")
    void whatIsLateIsMarkedAndToldOnceOfEachStep() {
        List<Event> told = new ArrayList<>();
        agency = new TestAgency(folder, SampleAgency.districtHealthOffice());
        agency.restart(told::add);
        ItemId id = submitted(Route.DISTRICT);
        assertThat(task(new OfficerId("chair"), id).orElseThrow().due()).isEqualTo("2021-03-01T03:00:00Z");
        assertThat(task(new OfficerId("chair"), id).orElseThrow().outcomes())
                .containsExactlyInAnyOrder(Outcome.APPROVE, Outcome.REFUSE, Outcome.RETURN);

        agency.at("2021-03-01T03:00:00Z");
        agency.prakat().sweep();
        assertThat(task(new OfficerId("chair"), id).orElseThrow().late())
                .as("the last instant is in time")
                .isFalse();
        assertThat(late(told)).isEmpty();
        agency.at("2021-03-01T03:00:00.001Z");
        assertThat(task(new OfficerId("chair"), id).orElseThrow().late()).isTrue();
        agency.prakat().sweep();
        agency.prakat().sweep();
        assertThat(approvals().remind()).as("it was told already").isZero();
        assertThat(late(told)).containsExactly("review");
        assertThat(told)
                .filteredOn(event -> event.type().equals("task.late"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.to()).contains(new OfficerId("chair"), new OfficerId("district-officer"));
                    assertThat(event.details()).containsEntry("dueTh", "1 มีนาคม 2564 เวลา 10:00 น.");
                });

        agency.restart(told::add);
        agency.at("2021-03-02T03:00:00Z");
        agency.prakat().sweep();
        assertThat(late(told)).as("nor after a restart, nor a day later").containsExactly("review");
        approvals().decide(id, Actor.local("chair"), Decision.approve(""));
        agency.prakat().sweep();
        assertThat(late(told)).as("the hour is both officers' together").containsExactly("review", "permit");
        approvals().decide(id, Actor.local("district-officer"), Decision.approve(""));
        agency.prakat().sweep();
        assertThat(late(told)).containsExactly("review", "permit");
        assertThat(only(id).acts()).extracting(ApprovalCase.Act::late).containsExactly(true, true, false);
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    /** Tries a step by each officer so that authority is asked and nothing moves: the command itself lacks something. */
    private void sameForEverybody(Route route, ItemId id, String step) {
        String before = only(id).toString();
        assertThat(only(id).step()).isEqualTo(step);
        boolean seen = false;
        ItemId tried = step.equals("publish") ? toBePublished(route) : id;
        for (Officer officer : route.agency().staff()) {
            String as = officer.id() + " in " + step;
            Optional<Task> task = task(officer.id(), id);
            task.ifPresent(one -> assertThat(one.step()).as(as).isEqualTo(step));
            assertThat(may(tried, officer, step)).as(as).isEqualTo(task.isPresent());
            seen |= task.isPresent();
        }
        assertThat(only(id).toString()).isEqualTo(before);
        assertThat(everybodysTasks(route, id))
                .as("somebody may go on in " + step)
                .isNotEmpty();
    }

    private boolean may(ItemId id, Officer officer, String step) {
        Actor actor = Actor.local(officer.id().value());
        try {
            switch (step) {
                case "publish" -> approvals().publish(id, actor, "");
                case "verify", "check" ->
                    approvals().verify(id, actor, new Verification(false, true, true, Set.of(), "", List.of()));
                default -> approvals().decide(id, actor, Decision.assign("nobody of any unit", ""));
            }
            assertThat(step).as("an incomplete command was carried out").isEqualTo("publish");
            return true;
        } catch (PrakatException e) {
            return e.code() != ProblemCode.NOT_ALLOWED;
        }
    }

    /** A publish step has nothing that could be left out: it is tried in a case of its own, where one takes it after the other. */
    private ItemId toBePublished(Route route) {
        ItemId another = submitted(route);
        for (Move move : route.moves) {
            if (!move.step().equals("publish")) {
                take(another, move);
            }
        }
        return another;
    }

    private ItemId submitted(Route route) {
        ItemId id = agency.prakat().items().draft(Actor.local(route.author), route.draft);
        approvals().submit(id, Actor.local(route.author));
        return id;
    }

    private void take(ItemId id, Move move) {
        Actor actor = Actor.local(move.officer());
        String[] command = move.command().split(":", 2);
        switch (command[0]) {
            case "approve" -> approvals().decide(id, actor, Decision.approve(""));
            case "assign" -> approvals().decide(id, actor, Decision.assign(command[1], ""));
            case "publish" -> approvals().publish(id, actor, "");
            default -> throw new IllegalArgumentException(move.command());
        }
    }

    private Optional<Task> task(OfficerId officer, ItemId id) {
        List<Task> mine = approvals().tasksFor(officer).stream()
                .filter(task -> id.equals(task.item()))
                .toList();
        assertThat(mine).as("one step of a case is one task").hasSizeLessThan(2);
        return mine.stream().findFirst();
    }

    private List<String> everybodysTasks(Route route, ItemId id) {
        return route.agency().staff().stream()
                .map(Officer::id)
                .filter(officer -> task(officer, id).isPresent())
                .map(OfficerId::value)
                .toList();
    }

    private static List<String> late(List<Event> told) {
        return told.stream()
                .filter(event -> event.type().equals("task.late"))
                .map(event -> event.details().get("step"))
                .toList();
    }

    private Approvals approvals() {
        return agency.prakat().approvals();
    }

    private ApprovalCase only(ItemId id) {
        assertThat(approvals().cases(id)).hasSize(1);
        return approvals().cases(id).get(0);
    }
}
