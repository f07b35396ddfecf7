package dev.prakat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.schema.Schema;
import dev.prakat.schema.SchemaMode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.testkit.ManualClock;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.transaction.PersistenceUnit;
import dev.prakat.transaction.UnitOfWork;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Intent first, change and event together, outcome last. */
@Tag("S001-R30")
class JournalTest {

    private static final Actor ACTOR = Actor.local("somying");

    private final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();
    private final ManualClock clock = ManualClock.at("2021-03-01T00:00:00Z");
    private EntityManagerFactory factory;
    private Journal journal;

    @BeforeEach
    void open() {
        DataSource source =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        Schema.prepare(source, SchemaMode.MIGRATE);
        factory = PersistenceUnit.open(source, Journal.entities());
        journal = new Journal(UnitOfWork.resourceLocal(factory), clock, (actor, correlation) -> recorder);
    }

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void wordsThatNotEveryDatabaseKeepsAreRefusedAllAtOnce() {
        Map<String, String> words =
                Map.of("reason", "ก" + '\uD83D' + "ข", "note", "ก\0", "how", "โทรศัพท์ \uD83D\uDCDE");
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> journal.command(ACTOR, "item.test", "subject", recording -> {
                    recording.event("tested", "subject", words);
                    return "done";
                }))
                .satisfies(
                        e -> assertThat(e.findings()).extracting(Finding::place).containsExactly("note", "reason"));
        assertThat(journal.events("subject")).isEmpty();
    }

    @Test
    void theOutcomeSaysOkOnlyAfterTheCommit() {
        journal.command(ACTOR, "item.test", "subject", recording -> {
            assertThat(recorder.actions()).hasSize(1);
            assertThat(recorder.actions().get(0).outcome()).isNull();
            recording.event("tested", "subject", Map.of("why", "ทดสอบ"));
            return "done";
        });
        assertThat(outcome().status()).isEqualTo(TrafficOutcome.Status.OK);
        JournalEvent event = journal.events("subject").get(0);
        assertThat(event.details()).containsEntry("why", "ทดสอบ");
        assertThat(event.at()).isEqualTo(clock.instant());
        assertThat(event.officer()).isEqualTo(ACTOR.officer());
    }

    @Test
    void aRefusedTryIsOnRecordAsDeniedAndChangesNothing() {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> journal.command(ACTOR, "item.test", "subject", recording -> {
                    recording.event("tested", "subject", Map.of());
                    throw new PrakatException(ProblemCode.NOT_ALLOWED, "no");
                }));
        assertThat(outcome().status()).isEqualTo(TrafficOutcome.Status.DENIED);
        assertThat(outcome().code()).isEqualTo("NOT_ALLOWED");
        assertThat(journal.events("subject")).isEmpty();
    }

    @Test
    void aBrokenTryIsOnRecordAsFailed() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> journal.command(ACTOR, "item.test", "subject", recording -> {
                    throw new IllegalStateException("a fault");
                }));
        assertThat(outcome().status()).isEqualTo(TrafficOutcome.Status.FAILED);
    }

    @Test
    void withoutAnIntentOnDiskNothingIsBegun() {
        recorder.fail();
        boolean[] begun = new boolean[1];
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> journal.command(ACTOR, "item.test", "subject", recording -> begun[0] = true));
        assertThat(begun[0]).isFalse();
    }

    private TrafficOutcome outcome() {
        assertThat(recorder.actions()).hasSize(1);
        TrafficOutcome outcome = recorder.actions().get(0).outcome();
        assertThat(outcome).isNotNull();
        return outcome;
    }
}
