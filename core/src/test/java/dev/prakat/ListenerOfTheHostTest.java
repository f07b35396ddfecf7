package dev.prakat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.journal.Journal;
import dev.prakat.journal.Notification;
import dev.prakat.spi.PrakatListener;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.transaction.PersistenceUnit;
import dev.prakat.transaction.UnitOfWork;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process left untold is told by the sweep of this one. */
class ListenerOfTheHostTest {

    @TempDir
    private Path folder;

    @Test
    void theSweepTellsWhatAnotherProcessCouldNot() {
        List<PrakatListener.Event> told = new ArrayList<>();
        try (TestAgency agency = new TestAgency(folder)) {
            tellInVain(agency);
            Prakat prakat = agency.restart((PrakatListener) told::add);
            assertThat(prakat.undelivered(10)).hasSize(1);
            agency.clock.set(agency.clock.instant().plus(Duration.ofMinutes(1)));

            prakat.sweep();

            assertThat(told).extracting(PrakatListener.Event::type).containsExactly("item.refused");
            assertThat(prakat.undelivered(10)).isEmpty();
            assertThat(prakat.notifyListeners()).isZero();
        }
    }

    private static void tellInVain(TestAgency agency) {
        RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();
        try (EntityManagerFactory factory = PersistenceUnit.open(agency.database, Journal.entities())) {
            new Journal(
                            UnitOfWork.resourceLocal(factory),
                            agency.clock,
                            (actor, correlation) -> recorder,
                            List.of(event -> {
                                throw new IllegalStateException("the mail server is down");
                            }))
                    .command(TestAgency.DIRECTOR, "test", "thing", recording -> {
                        recording.notify(new Notification(
                                "item.refused",
                                "thing",
                                Set.of(TestAgency.AUTHOR.officer()),
                                Map.of("reason", "ไม่ครบ")));
                        return "told";
                    });
        }
    }
}
