package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.Prakat;
import dev.prakat.TestAgency;
import dev.prakat.approval.Route.Move;
import dev.prakat.item.ItemId;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.StepKind;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every command is tried by every kind of officer in every step; who may is what authority.csv says, and nobody else. */
@Tag("AMB-02")
@Tag("AMB-08")
class AuthorityTableTest {

    private static final String STRANGER = "stranger";

    /** No unit has a mission that is not routine before an agency writes one into its policy (AMB-19). */
    private static final String NOT_IN_USE = "s001-2-1-1-executive";

    /** What is done in a step: whoever may do it, and nobody else, finds it among the tasks. */
    private static final Set<String> TAKEN_AS_A_TASK =
            Set.of("approve", "refuse", "return", "assign", "classify", "publish", "verify", "told");

    @TempDir
    private Path folder;

    private TestAgency agency;

    /** A line of the table: who may give a command in a situation. */
    private record Row(String route, String situation, String command, String rule, Set<String> may) {}

    @ParameterizedTest
    @EnumSource(Route.class)
    void whoMayIsExactlyWhomTheTableNames(Route route) throws IOException {
        List<String> differences = new ArrayList<>();
        List<Row> rows =
                rows().stream().filter(row -> row.route().equals(route.text)).toList();
        assertThat(rows).isNotEmpty();
        try (TestAgency opened = new TestAgency(folder, route.agency())) {
            agency = opened;
            for (Row row : rows) {
                Set<String> everybody = officers(route);
                Set<String> expected = row.may().equals(Set.of("everybody")) ? everybody : row.may();
                assertThat(everybody).as(row.toString()).containsAll(expected);
                if (TAKEN_AS_A_TASK.contains(row.command().split(":", 2)[0])) {
                    Set<String> shown = shown(route, row);
                    if (!shown.equals(expected)) {
                        differences.add(row + ": is a task of " + shown);
                    }
                }
                Set<String> may = tried(route, row, differences);
                if (!may.equals(expected)) {
                    differences.add(String.join(" ", route.text, row.situation(), row.command(), row.rule())
                            + ": expected " + new TreeSet<>(expected) + ", found " + may);
                }
            }
            assertThat(agency.prakat().replay().isSound()).isTrue();
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void everyStepOfEveryProcedureIsInTheTable() throws IOException {
        Set<String> tried = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        List<Row> rows = rows();
        for (Route route : Route.values()) {
            try (TestAgency opened = new TestAgency(folder.resolve(route.text), route.agency())) {
                agency = opened;
                ItemId id = in(route, route.moves.get(0).step());
                String procedure = agency.prakat().approvals().cases(id).get(0).procedure();
                rows.stream()
                        .filter(row -> row.route().equals(route.text))
                        .forEach(row -> tried.add(procedure + "/" + row.situation()));
            }
            route.agency().policy().procedures().stream()
                    .filter(procedure -> !procedure.id().equals(NOT_IN_USE))
                    .forEach(procedure -> procedure.steps().stream()
                            .filter(step -> step.kind() != StepKind.SUBMIT)
                            .forEach(step -> known.add(procedure.id() + "/" + step.id())));
        }
        assertThat(tried).containsAll(known);
    }

    private static Set<String> officers(Route route) {
        return route.agency().staff().stream()
                .map(Officer::id)
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who finds the step of a new item among the tasks. */
    private Set<String> shown(Route route, Row row) {
        ItemId id = in(route, row.situation());
        return officers(route).stream()
                .filter(officer -> agency.prakat().approvals().tasksFor(new OfficerId(officer)).stream()
                        .anyMatch(task ->
                                id.equals(task.item()) && row.situation().equals(task.step())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who got through. A refused try must leave everything as it was, so that the next officer finds the same item. */
    private Set<String> tried(Route route, Row row, List<String> differences) {
        Set<String> may = new TreeSet<>();
        Set<String> actors = officers(route);
        actors.add(STRANGER);
        ItemId id = in(route, row.situation());
        String before = everythingOf(id);
        for (String actor : actors) {
            String what = String.join(" ", route.text, row.situation(), row.command(), actor) + ": ";
            try {
                give(row.command(), actor, id);
                may.add(actor);
                if (everythingOf(id).equals(before)) {
                    differences.add(what + "was allowed, but nothing is written down");
                }
                id = in(route, row.situation());
                before = everythingOf(id);
            } catch (PrakatException e) {
                boolean code = e.code() == ProblemCode.NOT_ALLOWED
                        || (actor.equals(STRANGER) && e.code() == ProblemCode.NOT_FOUND);
                boolean who = actor.equals(STRANGER)
                        || e.getMessage().contains("who may: ")
                        || e.getMessage().contains("expected an officer of its unit ");
                if (!code || !e.getMessage().contains(actor) || !who) {
                    differences.add(what + "found " + e.code() + " " + e.getMessage());
                }
                if (!everythingOf(id).equals(before)) {
                    differences.add(what + "was refused, but something changed");
                }
            }
        }
        return may;
    }

    private String everythingOf(ItemId id) {
        Prakat prakat = agency.prakat();
        return prakat.history(id.value())
                + "\n" + prakat.items().get(id)
                + prakat.approvals().cases(id)
                + prakat.approvals().siteChecks().openErrors();
    }

    /** A new item, brought as far as the situation. */
    private ItemId in(Route route, String situation) {
        Prakat prakat = agency.prakat();
        ItemId id = prakat.items().draft(Actor.local(route.author), route.draft);
        if (situation.equals("draft")) {
            return id;
        }
        if (situation.equals("error")) {
            prakat.approvals()
                    .siteChecks()
                    .record(
                            Actor.local(route.author),
                            new SiteCheck("site-check", "", List.of(new SiteCheck.Found(id, "หน้าแรก", "ผิด"))));
            return id;
        }
        give("submit", route.author, id);
        if (situation.equals("tell")) {
            give("refuse", route.moves.get(0).officer(), id);
            return id;
        }
        for (Move move : route.moves) {
            if (move.step().equals(situation)) {
                return id;
            }
            give(move.command(), move.officer(), id);
        }
        prakat.sweep();
        assertThat(prakat.approvals().cases(id).get(0).step()).isEqualTo(situation);
        return id;
    }

    private void give(String command, String officer, ItemId id) {
        Approvals approvals = agency.prakat().approvals();
        Actor actor = Actor.local(officer);
        String word = command.contains(":") ? command.substring(command.indexOf(':') + 1) : "";
        switch (command.split(":", 2)[0]) {
            case "submit" -> approvals.submit(id, actor);
            case "approve" -> approvals.decide(id, actor, Decision.approve("เห็นชอบ"));
            case "refuse" -> approvals.decide(id, actor, Decision.refuse("ไม่ครบ"));
            case "return" -> approvals.decide(id, actor, Decision.sendBack("แก้ไข"));
            case "assign" -> approvals.decide(id, actor, Decision.assign(word, ""));
            case "classify" -> approvals.decide(id, actor, Decision.classify(word));
            case "publish" -> approvals.publish(id, actor, "");
            case "verify" -> approvals.verify(id, actor, Verification.sound(""));
            case "told" -> approvals.told(id, actor, "โทรศัพท์");
            case "renew" -> approvals.renew(id, actor, Renewal.until(LocalDate.of(2021, 6, 30)));
            case "shorten" -> approvals.shorten(id, actor, "www", LocalDate.of(2021, 3, 20), "เลิกเร็วขึ้น");
            case "withdraw" -> approvals.withdraw(id, actor, TakeDownKind.GONE, TakeDownReason.ORDERED, "ยกเลิก");
            case "call-off" -> approvals.callOff(id, actor, "แก้ไขก่อน");
            case "revise" ->
                agency.prakat()
                        .items()
                        .revise(
                                actor,
                                id,
                                TestAgency.draft("ใหม่", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31))
                                        .withCategory(agency.prakat()
                                                .items()
                                                .get(id)
                                                .category()
                                                .value()));
            case "check" ->
                approvals
                        .siteChecks()
                        .record(actor, new SiteCheck(word, "", List.of(new SiteCheck.Found(id, "หน้าแรก", "ผิด"))));
            case "fixed" -> approvals.siteChecks().fixed(actor, error(id), "แก้แล้ว");
            case "reported" -> approvals.siteChecks().reported(actor, error(id), "รายงานแล้ว");
            default -> throw new IllegalArgumentException(command);
        }
    }

    private String error(ItemId id) {
        return agency.prakat().approvals().siteChecks().openErrors().stream()
                .filter(error -> id.equals(error.item()))
                .map(SiteError::id)
                .findFirst()
                .orElseThrow();
    }

    private static List<Row> rows() throws IOException {
        try (var file = AuthorityTableTest.class.getResourceAsStream("authority.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], Set.of(cells[4].split(" "))))
                    .toList();
        }
    }
}
