package dev.prakat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.PrakatListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The host is told what was committed: at least once, in order, and never at the command's cost. */
@Tag("S002-R06")
class ListenersTest {

    private static final Actor ACTOR = Actor.local("director-ssn");
    private static final OfficerId REQUESTER = new OfficerId("somying");

    private final List<PrakatListener.Event> told = new ArrayList<>();
    private JournalScene scene;

    @BeforeEach
    void open() {
        scene = new JournalScene();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aListenerIsToldAfterTheCommitWithWhomItIsFor() {
        Journal journal = scene.journal(told::add);

        journal.command(ACTOR, "item.decide", "thing", recording -> {
            recording.event("item.decided", "thing", Map.of());
            recording.notify(new Notification(
                    "item.refused", "thing", Set.of(REQUESTER), Set.of("ศสน. DIRECTOR"), Map.of("reason", "ไม่ครบ")));
            assertThat(told).isEmpty();
            return "done";
        });

        PrakatListener.Event event = told.get(0);
        assertThat(told).hasSize(1);
        assertThat(event.type()).isEqualTo("item.refused");
        assertThat(event.subject()).isEqualTo("thing");
        assertThat(event.actor()).isEqualTo(ACTOR.officer());
        assertThat(event.at()).isEqualTo(scene.clock.instant());
        assertThat(event.to()).containsExactly(REQUESTER);
        assertThat(event.roles()).containsExactly("ศสน. DIRECTOR");
        assertThat(event.details()).containsEntry("reason", "ไม่ครบ");
        assertThat(journal.undelivered(10)).isEmpty();
        assertThat(journal.notifyListeners()).isZero();
    }

    @Test
    void nothingIsToldOfACommandThatWasRolledBack() {
        Journal journal = scene.journal(told::add);

        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> journal.command(ACTOR, "item.decide", "thing", recording -> {
                    recording.notify(notification("item.refused", "thing"));
                    throw new PrakatException(ProblemCode.NOT_ALLOWED, "no");
                }));

        assertThat(told).isEmpty();
        assertThat(journal.undelivered(10)).isEmpty();
        assertThat(journal.notifyListeners()).isZero();
    }

    @Test
    void withoutAListenerNothingIsKept() {
        tell(scene.journal(), "thing", "item.refused");

        assertThat(scene.journal(told::add).undelivered(10)).isEmpty();
    }

    static Stream<Throwable> whateverAListenerThrows() {
        return Stream.of(
                new IllegalStateException("the mail server is down"), new StackOverflowError(), new AssertionError());
    }

    @ParameterizedTest
    @MethodSource("whateverAListenerThrows")
    void aListenerThatThrowsFailsNothingAndIsToldAgainUnderTheSameId(Throwable thrown) {
        int[] failures = {3};
        Journal journal = scene.journal(event -> {
            told.add(event);
            if (failures[0]-- > 0) {
                sneak(thrown);
            }
        });

        assertThat(tell(journal, "thing", "item.refused")).isEqualTo("done");
        assertThat(journal.events("thing")).hasSize(1);
        assertThat(journal.undelivered(10)).singleElement().satisfies(waiting -> {
            assertThat(waiting.attempts()).isEqualTo(1);
            assertThat(waiting.lastProblem()).startsWith(thrown.getClass().getSimpleName());
            assertThat(waiting.nextAttempt()).isEqualTo(scene.clock.instant().plusSeconds(30));
        });

        assertThat(journal.notifyListeners()).as("too early").isZero();
        assertThat(told).hasSize(1);
        for (int i = 0; i < 3; i++) {
            later(Duration.ofMinutes(5));
            journal.notifyListeners();
        }

        assertThat(told).hasSize(4);
        assertThat(told)
                .extracting(PrakatListener.Event::id)
                .containsOnly(told.get(0).id());
        assertThat(journal.undelivered(10)).isEmpty();
    }

    @Test
    void whatACrashKeptFromTheListenerIsToldByTheNextOne() {
        Journal crashed = scene.journal(event -> {
            throw new IllegalStateException("the process ends here");
        });
        tell(crashed, "thing", "item.refused");
        // As if the process had ended after the commit, with the claim still held and nothing noted.
        scene.sql("update prakat_notification set attempts = 0, last_problem = null, next_attempt_at = happened_at,"
                + " claim_token = 'of-the-dead', claim_until = dateadd('SECOND', 60, current_timestamp)");

        Journal next = scene.journal(told::add);
        assertThat(next.notifyListeners()).as("the dead one's claim holds").isZero();
        scene.sql("update prakat_notification set claim_until = dateadd('SECOND', -1, current_timestamp)");

        assertThat(next.notifyListeners()).isEqualTo(1);
        assertThat(told).extracting(PrakatListener.Event::type).containsExactly("item.refused");
    }

    @Test
    void theLaterOnesOfASubjectWaitForTheEarlierAndOtherSubjectsDoNot() {
        boolean[] down = {true};
        Journal journal = scene.journal(event -> {
            if (down[0] && event.subject().equals("first")) {
                throw new IllegalStateException("down");
            }
            told.add(event);
        });

        tell(journal, "first", "one");
        tell(journal, "first", "two");
        tell(journal, "second", "three");
        down[0] = false;
        tell(journal, "first", "four");
        assertThat(types()).containsExactly("three");
        later(Duration.ofMinutes(1));
        assertThat(journal.notifyListeners()).isEqualTo(3);

        assertThat(types()).containsExactly("three", "one", "two", "four");
    }

    @Test
    void severalOfOneCommandAreToldInTheirOrder() {
        Journal journal = scene.journal(told::add);

        journal.command(ACTOR, "test", "thing", recording -> {
            for (int i = 0; i < 60; i++) {
                recording.notify(notification("type-" + i, "thing"));
            }
            return "done";
        });

        assertThat(types()).hasSize(60).startsWith("type-0", "type-1").endsWith("type-59");
    }

    @Test
    void whatOneNodeIsTellingTheOtherDoesNotTell() {
        List<PrakatListener.Event> toldByOther = new ArrayList<>();
        Journal other = scene.journal(toldByOther::add);
        Journal one = scene.journal(event -> {
            assertThat(other.notifyListeners()).isZero();
            told.add(event);
        });

        tell(one, "thing", "item.refused");

        assertThat(types()).containsExactly("item.refused");
        assertThat(toldByOther).isEmpty();
    }

    @Test
    void aListenerMayGiveCommandsOfItsOwn() {
        Journal[] journal = new Journal[1];
        journal[0] = scene.journal(event -> {
            told.add(event);
            if (event.type().equals("first")) {
                tell(journal[0], "thing", "second");
            }
        });

        tell(journal[0], "thing", "first");

        assertThat(types()).containsExactly("first", "second");
        assertThat(journal[0].undelivered(10)).isEmpty();
    }

    @Test
    void whatWasDeliveredIsForgottenAfterAMonth() {
        Journal journal = scene.journal(told::add);
        tell(journal, "thing", "item.refused");

        later(Duration.ofDays(29));
        journal.notifyListeners();
        assertThat(scene.sql("update prakat_notification set attempts = 1")).isEqualTo(1);
        later(Duration.ofDays(2));
        journal.notifyListeners();
        assertThat(scene.sql("update prakat_notification set attempts = 1")).isZero();
    }

    private String tell(Journal journal, String subject, String type) {
        return journal.command(ACTOR, "test", subject, recording -> {
            recording.event("tested", subject, Map.of());
            recording.notify(notification(type, subject));
            return "done";
        });
    }

    private static Notification notification(String type, String subject) {
        return new Notification(type, subject, Set.of(REQUESTER), Map.of());
    }

    private void later(Duration time) {
        scene.clock.set(scene.clock.instant().plus(time));
    }

    private List<String> types() {
        return told.stream().map(PrakatListener.Event::type).toList();
    }

    private static void sneak(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }
}
