package dev.prakat.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.Prakat;
import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.approval.ApprovalCase;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.database.OfficersMove.Standing;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemState;
import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.ReplayReport;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.testkit.InMemoryTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two officers, or an officer and a sweep, at one item at once, statement by statement in a random order. However they come
 * between each other, what was accepted is in the journal once, what was refused left nothing, and the replay agrees.
 *
 * <p>{@code -Dprakat.interleavings=N} says how many on each database, {@code -Dprakat.seed=N} by which random numbers.
 */
@Tag("soak")
class OfficersInterleavedTest {

    private static final int INTERLEAVINGS = Integer.getInteger("prakat.interleavings", 240);
    private static final long SEED = Long.getLong("prakat.seed", 20210301L);
    private static final int PER_ITEM = 12;
    private static final Set<ProblemCode> REFUSALS =
            EnumSet.of(ProblemCode.CONFLICT, ProblemCode.NOT_ALLOWED, ProblemCode.INVALID_INPUT);
    private static final Actor REQUESTER = Actor.local("requester");

    @TempDir
    Path home;

    private final Random random = new Random(SEED);
    private TestAgency one;
    private TestAgency two;
    private Turns turns;
    private long accepted;
    private long conflicts;
    private long refused;

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void whateverTheOrderTheItemStandsWhereTheReplaySays(TestDatabases database) throws Exception {
        SampleAgency agency = SampleAgency.provincialHealthOffice();
        try (EmptyDatabase empty = database.server(getClass()).empty();
                Turns officers = new Turns();
                TestAgency first = new TestAgency(home.resolve("one"), agency, officers.around(empty.dataSource()));
                TestAgency second = new TestAgency(home.resolve("two"), agency, officers.around(empty.dataSource()))) {
            turns = officers;
            one = first;
            two = second;
            second.restart(new InMemoryTarget(first.web));
            for (int done = 0; done < INTERLEAVINGS; done += PER_ITEM) {
                lifeOfAnItem(done);
            }
            ReplayReport replayed = first.prakat().replay();
            assertThat(replayed.differences()).isEmpty();
            assertThat(first.publicText()).as("all were withdrawn").doesNotContain("รายละเอียด");
            System.out.printf(
                    "%s: %,d interleavings of seed %d, %,d commands accepted, %,d conflicts, %,d other refusals; %s%n",
                    database, INTERLEAVINGS, SEED, accepted, conflicts, refused, replayed);
            // Else the test would not try what it says.
            assertThat(accepted).isGreaterThan(INTERLEAVINGS / 2);
            assertThat(conflicts).isGreaterThan(INTERLEAVINGS / 10);
        }
    }

    private void lifeOfAnItem(int number) throws Exception {
        ItemId item = one.prakat().items().draft(REQUESTER, OfficersMove.draft(1, today()));
        String step = "";
        int known = history(item).size();
        for (int round = 1; round <= PER_ITEM; round++) {
            Standing standing = new Standing(step, round + 1, today());
            OfficersMove mine = OfficersMove.pick(random, standing);
            OfficersMove yours = OfficersMove.pick(random, standing);
            boolean swept = random.nextInt(10) == 0;
            String what = "interleaving " + (number + round) + " of seed " + SEED + ": "
                    + (swept ? "a sweep" : mine.name() + " by " + mine.officer()) + " beside " + yours.name() + " by "
                    + yours.officer() + " in step '" + step + "'";
            Turns.Pair<Came> came = turns.play(
                    new Random(random.nextLong()),
                    swept ? () -> sweep(what) : move(what, one.prakat(), mine, item),
                    move(what, random.nextBoolean() ? one.prakat() : two.prakat(), yours, item));
            known += counted(what, item, known, Stream.of(came.first(), came.second()));
            step = standsLegally(what, item);
            if (round == PER_ITEM || random.nextInt(3) == 0) {
                assertThat(one.prakat().replay(item.value()).differences())
                        .as(what)
                        .isEmpty();
            }
            if (random.nextInt(6) == 0) {
                one.prakat().sweep();
                known = history(item).size();
                step = standsLegally(what + ", and a sweep after both", item);
            }
            one.clock.advance(Duration.ofMinutes(1));
            two.clock.advance(Duration.ofMinutes(1));
        }
        ends(item);
    }

    /** What was accepted is in the account once, what was refused is not. Gives the number of new events. */
    private int counted(String what, ItemId item, int known, Stream<Came> came) {
        List<JournalEvent> since = history(item).stream().skip(known).toList();
        Set<LogReceipt> commands = since.stream()
                .filter(event -> !Actor.isSystem(event.officer()))
                .map(JournalEvent::receipt)
                .collect(Collectors.toSet());
        assertThat(commands).as(what).hasSize((int)
                came.filter(Came.ACCEPTED::equals).count());
        return since.size();
    }

    /** One case decides at the most, and the item agrees with it. Gives the step that the newest case awaits, or empty. */
    private String standsLegally(String what, ItemId item) {
        List<ApprovalCase> cases = one.prakat().approvals().cases(item);
        List<ApprovalCase> open =
                cases.stream().filter(run -> run.step() != null).toList();
        // What was agreed to goes on being published and checked until its renewal is public.
        assertThat(open).extracting(ApprovalCase::revision).as(what).doesNotHaveDuplicates();
        assertThat(open)
                .as(what)
                .filteredOn(OfficersInterleavedTest::awaitsDecision)
                .hasSizeLessThanOrEqualTo(1);
        if (open.stream().anyMatch(OfficersInterleavedTest::awaitsDecision)) {
            assertThat(one.prakat().items().get(item).state()).as(what).isEqualTo(ItemState.IN_APPROVAL);
        }
        String step = cases.isEmpty() ? null : cases.get(cases.size() - 1).step();
        return step == null ? "" : step;
    }

    private static boolean awaitsDecision(ApprovalCase run) {
        return run.status() == ApprovalCase.Status.IN_PROGRESS;
    }

    private void ends(ItemId item) {
        while (OfficersMove.MEND.command().run(one.prakat(), REQUESTER, item)) {
            accepted++;
        }
        OfficersMove.WITHDRAW.command().run(one.prakat(), REQUESTER, item);
        one.prakat().sweep();
    }

    /** What a command came to. */
    private enum Came {
        ACCEPTED,
        REFUSED,
        NOTHING
    }

    private Callable<Came> move(String what, Prakat prakat, OfficersMove move, ItemId item) {
        return () -> {
            try {
                return move.command().run(prakat, Actor.local(move.officer()), item) ? accepted() : Came.NOTHING;
            } catch (PrakatException e) {
                assertThat(e.code()).as("%s: %s", what, e).isIn(REFUSALS);
                return refused(e);
            }
        };
    }

    private Came sweep(String what) {
        assertThat(one.prakat().sweep().clean()).as(what).isTrue();
        return Came.NOTHING;
    }

    private synchronized Came accepted() {
        accepted++;
        return Came.ACCEPTED;
    }

    private synchronized Came refused(PrakatException e) {
        if (e.code() == ProblemCode.CONFLICT) {
            conflicts++;
        } else {
            refused++;
        }
        return Came.REFUSED;
    }

    private List<JournalEvent> history(ItemId item) {
        return one.prakat().history(item.value());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(one.clock.instant(), ThaiDate.BANGKOK);
    }
}
