package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.TestAgency;
import dev.prakat.problem.InvalidException;
import dev.prakat.testkit.InMemoryTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A website is left out of the settings one day, or a clock is set back: nothing of it passes in silence. */
class TargetsTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    @TempDir
    Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void aWebsiteWithLiveItemsCannotBeLeftOut() {
        agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        Map<String, InMemoryTarget> others = Map.of("new", new InMemoryTarget());
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> agency.restart(others, builder -> {}))
                .withMessageContaining("target 'www'")
                .withMessageContaining("1 items are or may be public")
                .withMessageContaining("orphan(\"www\", reason)");

        agency.restart(others, builder -> builder.orphan("www", "สัญญาเช่าสิ้นสุดลง"));
        agency.prakat().sweep();
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(agency.prakat().health().degraded()).containsExactly("www");
        assertThat(agency.prakat().health().alarms())
                .singleElement()
                .asString()
                .contains("'www' was given up (สัญญาเช่าสิ้นสุดลง) while 1 items");

        agency.restart(others, builder -> {});
        assertThat(agency.prakat().health().alarms()).as("it is not forgotten").hasSize(1);
    }

    @Test
    void aWebsiteWhoseItemsAreAllDownCanBeLeftOut() {
        agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        agency.at("2021-03-31T17:00:00Z");
        agency.prakat().sweep();
        agency.restart(Map.of("new", new InMemoryTarget()), builder -> {});
        agency.prakat().sweep();
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.UP);
    }

    @Test
    void aClockThatWasSetBackPublishesNothingAndStillTakesDown() {
        agency.approved(TestAgency.draft("เปิดอยู่", FROM, LocalDate.of(2021, 3, 5)));
        agency.at("2021-03-05T18:00:00Z");
        agency.prakat().sweep();
        agency.at("2021-03-02T00:00:00Z");
        agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        assertThat(agency.prakat().sweep().published()).isZero();
        assertThat(agency.prakat().health().alarms())
                .singleElement()
                .asString()
                .contains("the clock says 2021-03-02T00:00:00Z", "2021-03-05T18:00:00Z", "NTP");
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");

        agency.at("2021-03-05T18:00:00Z");
        agency.clock.advance(Duration.ofSeconds(15));
        assertThat(agency.prakat().sweep().published()).isEqualTo(1);
        assertThat(agency.prakat().health().alarms()).isEmpty();
    }

    @Test
    void aRowThatSomebodyPushedIntoTheFutureComesDownNevertheless() {
        agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        agency.sql("update prakat_placement set due_at = '2031-01-01 00:00:00+07'");
        agency.at("2021-03-31T17:00:00Z");
        assertThat(agency.prakat().sweep().takenDown()).isEqualTo(1);
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");
    }

    @Test
    void healthIsOneJsonObject() {
        agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        agency.at("2021-03-31T17:00:07Z");
        agency.prakat().sweep();
        assertThat(agency.prakat().health().toJson())
                .startsWith("{\"status\":\"UP\",\"at\":\"2021-03-31T17:00:07Z\",\"lastSweep\":\"2021-03-31T17:00:07Z\"")
                .contains("\"target\":\"www\"")
                .contains("\"removals\":1")
                .contains("\"p95\":7000");
    }
}
