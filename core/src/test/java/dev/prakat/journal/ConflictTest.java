package dev.prakat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.TrafficOutcome;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two commands about one subject at the same moment: the second says which version it had read and which is the newest. */
class ConflictTest {

    private static final Actor SOMYING = Actor.local("somying");
    private static final Actor SOMSAK = Actor.local("somsak");
    private static final Actor SWEEP = Actor.system("sweep");

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private JournalScene scene;
    private Journal journal;

    @BeforeEach
    void open() {
        scene = new JournalScene();
        journal = scene.journal();
    }

    @AfterEach
    void close() {
        other.shutdownNow();
        scene.close();
    }

    @Test
    void theConflictNamesBothVersionsAndWhoWroteTheNewest() {
        write(SOMYING, "item.drafted", Map.of("revision", "1"));
        scene.clock.set(scene.clock.instant().plusSeconds(60));

        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> meet(SOMYING, SOMSAK, Map.of("revision", "2")))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT))
                .withMessage(
                        "thing: this command read version 1, but the newest is version 2, 'item.revised' of revision 2"
                                + " by somsak at 2021-03-01T00:01:00Z. Nothing of this command was stored. Look at the newest"
                                + " version and repeat what you still want.");
        assertThat(journal.events("thing"))
                .extracting(JournalEvent::officer)
                .containsExactly(SOMYING.officer(), SOMSAK.officer());
    }

    @Test
    void twoFirstCommandsAboutASubjectConflictToo() {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> meet(SOMYING, SOMSAK, Map.of()))
                .withMessageContaining("read version 0, but the newest is version 1");
    }

    @Test
    void whatACommandStumblesOverBecauseItReadBeforeAndAfterAnotherIsThatConflict() {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> stumble(() -> write(SOMSAK, "item.revised", Map.of())))
                .withMessageContaining("read version 0, but the newest is version 1")
                .withCauseInstanceOf(NoSuchElementException.class);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> stumble(() -> {}));
    }

    private void stumble(Runnable meanwhile) {
        journal.command(SOMYING, "item.decide", "thing", recording -> {
            inAnotherThread(meanwhile);
            throw new NoSuchElementException("a row that was there a moment ago");
        });
    }

    @Test
    void aDatabaseThatIsGoneDoesNotHideWhyTheCommandFailed() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> stumble(() -> scene.sql("drop table prakat_event")))
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void aConflictHasOneOutcomeInTheLogAndItIsNoSuccess() {
        assertThatExceptionOfType(PrakatException.class).isThrownBy(() -> meet(SOMYING, SOMSAK, Map.of()));

        assertThat(scene.recorder.actions())
                .extracting(action -> {
                    TrafficOutcome outcome = action.outcome();
                    return outcome == null ? "none" : outcome.status() + " " + outcome.code();
                })
                .containsExactlyInAnyOrder("OK null", "DENIED CONFLICT");
    }

    @Test
    void whatAPartOfPrakatNotedInBetweenIsNobodysConflict() {
        write(SOMYING, "item.drafted", Map.of());

        int runs = meet(SOMYING, SWEEP, Map.of());

        assertThat(runs).isEqualTo(2);
        assertThat(journal.events("thing"))
                .extracting(JournalEvent::type)
                .containsExactly("item.drafted", "item.revised", "item.decided");
        assertThat(scene.recorder.actions())
                .allSatisfy(action -> assertThat(action.outcome())
                        .isNotNull()
                        .extracting(TrafficOutcome::status)
                        .isEqualTo(TrafficOutcome.Status.OK));
    }

    @Test
    void aPartOfPrakatDecidesByWhatItReadsAndTriesAgainAfterAnOfficerToo() {
        assertThat(meet(SWEEP, SOMSAK, Map.of())).isEqualTo(2);
    }

    @Test
    void commandsOfManyThreadsLeaveOneUnbrokenAccount() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        for (int i = 0; i < 25; i++) {
                            tryToWrite(Actor.local("officer-" + thread));
                        }
                    }))
                    .toList();
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }

        List<JournalEvent> events = journal.events("thing");
        assertThat(events).isNotEmpty();
        assertThat(events)
                .extracting(JournalEvent::position)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(new Replay(scene.unitOfWork, List.of()).all(difference -> {}).differences())
                .isEmpty();
    }

    private void tryToWrite(Actor actor) {
        try {
            write(actor, "item.revised", Map.of());
        } catch (PrakatException e) {
            assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT);
        }
    }

    /** The first one reads, then the other one writes, then the first one writes. Gives how often the first was run. */
    private int meet(Actor first, Actor second, Map<String, String> details) {
        int[] runs = new int[1];
        return journal.command(first, "item.decide", "thing", recording -> {
            runs[0]++;
            if (runs[0] == 1) {
                inAnotherThread(() -> write(second, "item.revised", details));
            }
            recording.event("item.decided", "thing", Map.of());
            return runs[0];
        });
    }

    private void inAnotherThread(Runnable work) {
        try {
            other.submit(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Actor actor, String type, Map<String, String> details) {
        journal.command(actor, "test", "thing", recording -> {
            recording.event(type, "thing", details);
            return type;
        });
    }
}
