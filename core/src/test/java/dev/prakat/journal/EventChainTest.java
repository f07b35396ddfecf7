package dev.prakat.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Actor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of the journal that is dropped, changed, added or moved is named by its place. */
@Tag("S001-R30")
class EventChainTest {

    private static final Actor ACTOR = Actor.local("somying");
    private static final int EVENTS = 5;

    private JournalScene scene;
    private Journal journal;

    @BeforeEach
    void writeFiveEvents() {
        scene = new JournalScene();
        journal = scene.journal();
        for (int i = 1; i <= EVENTS; i++) {
            int number = i;
            journal.command(ACTOR, "test", "thing", recording -> {
                recording.event("tested", "thing", Map.of("number", "" + number, "reason", "เหตุผลที่ " + number));
                return number;
            });
        }
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatNobodyTouchedIsSound() {
        assertThat(found()).isEmpty();
        ReplayReport report = replay();
        assertThat(report.isSound()).isTrue();
        assertThat(report.subjects()).isEqualTo(1);
        assertThat(report.events()).isEqualTo(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aDroppedEventIsNamed(int position) {
        assertThat(scene.sql("delete from prakat_event where position = " + position))
                .isEqualTo(1);
        assertThat(found()).singleElement().asString().startsWith("thing: event " + position + " is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id | 'another'",
                "type | 'another'",
                "happened_at | timestamp with time zone '2021-03-01 00:00:00.001+00'",
                "officer | 'another'",
                "details | '{\"number\":\"9\"}'",
                "details | 'no json'",
                "words | '{\"reason\":\"อื่น\"}'",
                "words | null",
                "words_salt | '00'",
                "words_salt | null",
                "words_hash | null",
                "log_origin | 'another'",
                "log_index | 99",
                "log_leaf | 'another'",
                "hash | 'another'"
            })
    void aChangedColumnIsNamed(String column, String value) {
        for (int i = 1; i <= EVENTS; i++) {
            int position = i;
            String where = " where position = " + position;
            scene.sql("create table kept as select * from prakat_event");
            assertThat(scene.sql("update prakat_event set " + column + " = " + value + where))
                    .isEqualTo(1);

            assertThat(found())
                    .as("%s of event %d", column, position)
                    .anyMatch(line -> line.startsWith("thing: event " + position + " was changed"));

            scene.sql("delete from prakat_event");
            scene.sql("insert into prakat_event overriding system value select * from kept");
            scene.sql("drop table kept");
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void wordsAndTheirSaltThatAreTakenAwayWithoutAnOrderAreNamed() {
        scene.sql("update prakat_event set words = null, words_salt = null where position = 3");
        assertThat(found())
                .containsExactly("thing: event 3 was changed (its words are gone, and no order erased them)");
    }

    @Test
    void wordsThatAnOrderErasedAreGoneAndTheProofStays() {
        journal.command(ACTOR, "test", "thing", recording -> {
            recording.eraseWords("thing", "ปท 1/2564");
            return "done";
        });

        assertThat(found()).isEmpty();
        List<JournalEvent> events = journal.events("thing");
        assertThat(events)
                .hasSize(EVENTS + 1)
                .noneMatch(event -> event.details().containsKey("reason"));
        assertThat(events.get(EVENTS).type()).isEqualTo("words.erased");
        assertThat(events.get(EVENTS).details()).containsEntry("order", "ปท 1/2564");
        assertThat(events.get(1).details()).containsEntry("number", "2");
        assertThat(
                        scene.sql(
                                "update prakat_event set position = position where words is not null or words_salt is not null"))
                .isZero();
    }

    @Test
    void anEventThatWasSlippedInIsNamed() {
        scene.sql(
                "insert into prakat_event (id, subject, position, type, happened_at, officer, details, log_origin, log_index,"
                        + " log_leaf, hash) select 'x', subject, 6, type, happened_at, officer, details, log_origin, log_index, log_leaf,"
                        + " hash from prakat_event where position = 5");
        assertThat(found()).anyMatch(line -> line.startsWith("thing: event 6 was added"));

        scene.sql("update prakat_event set position = 2 where position = 6");
        assertThat(found()).anyMatch(line -> line.startsWith("thing: event 2 was added"));
    }

    @Test
    void twoEventsThatChangedPlacesAreNamed() {
        scene.sql("update prakat_event set position = case position when 2 then 3 else 2 end where position in (2, 3)");
        assertThat(found())
                .anyMatch(line -> line.startsWith("thing: event 2 was changed"))
                .anyMatch(line -> line.startsWith("thing: event 3 was changed"));
    }

    @Test
    void anEventThatWasMovedToAnotherSubjectIsMissedThereAndFoundHere() {
        scene.sql("update prakat_event set subject = 'other' where position = 5");
        assertThat(found())
                .anyMatch(line -> line.startsWith("thing: event 5 is missing"))
                .anyMatch(line -> line.startsWith("other: the head of its events was changed"));
    }

    @Test
    void aHeadThatIsMissingOrWrongIsNamed() {
        scene.sql("update prakat_subject set hash = 'another'");
        assertThat(found()).anyMatch(line -> line.startsWith("thing: the head of its events was changed"));
        scene.sql("update prakat_subject set events = 4");
        assertThat(found()).anyMatch(line -> line.startsWith("thing: event 5 was added"));
        scene.sql("update prakat_subject set events = 0");
        assertThat(found()).anyMatch(line -> line.startsWith("thing: the head of its events was changed"));
        scene.sql("delete from prakat_subject");
        assertThat(found()).anyMatch(line -> line.startsWith("thing: the head of its events was changed"));
    }

    @Test
    void whoeverChangesAnEventAndItsHashIsFoundAtTheNextOne() {
        List<JournalEvent> events = journal.events("thing");
        JournalEvent second = events.get(1);
        String words = wordsHash(2);
        String forged = EventHash.of(
                new JournalEvent(
                        0,
                        second.id(),
                        "thing",
                        2,
                        "forged",
                        second.at(),
                        second.officer(),
                        second.details(),
                        second.receipt(),
                        ""),
                words,
                events.get(0).hash());
        scene.sql("update prakat_event set type = 'forged', hash = '" + forged + "' where position = 2");

        assertThat(found()).singleElement().asString().startsWith("thing: event 3 was changed");
    }

    private String wordsHash(int position) {
        return scene.unitOfWork.call(manager ->
                (String) manager.createNativeQuery("select words_hash from prakat_event where position = " + position)
                        .getSingleResult());
    }

    private List<String> found() {
        return replay().differences().stream().map(Difference::line).toList();
    }

    private ReplayReport replay() {
        return new Replay(scene.unitOfWork, List.of()).all(difference -> {});
    }
}
