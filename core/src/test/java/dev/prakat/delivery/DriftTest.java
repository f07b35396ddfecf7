package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.Prakat;
import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Marker;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes the website by hand: it is found, told apart, and mended when an officer says so. */
@Tag("S001-R15")
class DriftTest {

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
    void whatSomebodyRemovedIsMissingUntilItIsRepaired() {
        ItemId id = live("ประกาศ");
        agency.web.removeByHand(id.value());

        List<DriftFinding> found = agency.prakat().placements().scan("www");
        assertThat(found)
                .extracting(finding -> finding.drift())
                .containsOnly(Drift.MISSING)
                .hasSize(2);
        assertThat(found.get(0).expected()).startsWith("revision ");
        assertThat(found.get(0).found()).contains("404");
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.DEGRADED);
        agency.prakat().sweep();
        assertThat(agency.publicText()).as("nothing is repaired unasked").doesNotContain("รายละเอียดของ");

        repairAll(found);
        assertThat(agency.publicText()).contains("รายละเอียดของ");
        assertThat(agency.prakat().placements().scan("www")).isEmpty();
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.UP);
    }

    @Test
    void whatSomebodyRewroteIsAltered() {
        ItemId id = live("ประกาศ");
        agency.web.rewriteByHand("d/" + id + "/", body -> body.replace("รายละเอียดของ", "ข้อความอื่นของ"));

        assertThat(agency.prakat().placements().scan("www")).singleElement().satisfies(finding -> {
            assertThat(finding.drift()).isEqualTo(Drift.ALTERED);
            assertThat(finding.found()).contains("marked as PRESENT");
        });
        repairAll(agency.prakat().placements().drift("www"));
        assertThat(agency.publicText()).contains("รายละเอียดของ").doesNotContain("ข้อความอื่นของ");
    }

    @Test
    void whatCameBackAfterItsEndIsStillPublicAndTheAlarmIsLoud() {
        ItemId id = live("ประกาศ");
        String page = agency.web.bodies().get("d/" + id + "/");
        agency.at("2021-03-31T17:00:00Z");
        agency.prakat().sweep();
        agency.web.putByHand("d/" + id + "/", page);

        assertThat(agency.prakat().placements().scan("www"))
                .extracting(finding -> finding.drift())
                .containsOnly(Drift.STILL_PUBLIC);
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.OVERDUE);
        assertThat(agency.prakat().health().targets().get(0).stillPublic()).isPositive();

        repairAll(agency.prakat().placements().drift("www"));
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");
        assertThat(agency.prakat().placements().scan("www")).isEmpty();
    }

    @Test
    void whatNobodyApprovedIsUnexpectedAndTakenDownByOrder() {
        live("ประกาศ");
        InMemoryTarget stranger = new InMemoryTarget(agency.web);
        stranger.publish(SampleItems.publish(SampleItems.item("261122-stranger01"), 7, new RecordingTrafficRecorder()));

        List<DriftFinding> found = agency.prakat().placements().scan("www");
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.drift()).isEqualTo(Drift.UNEXPECTED);
            assertThat(finding.placement()).isNull();
            assertThat(finding.found()).contains("fence 7");
        });
        repairAll(found);
        assertThat(agency.web.bodies().get("d/261122-stranger01/"))
                .contains(new Marker("261122-stranger01", Marker.State.GONE, null).text());
        assertThat(agency.prakat().placements().scan("www")).isEmpty();
    }

    @Test
    void anAddressThatLeadsElsewhereHasAWrongStatus() {
        ItemId id = live("ประกาศ");
        agency.web.redirectByHand("d/" + id + "/", "https://memory.example/");

        assertThat(agency.prakat().placements().scan("www")).singleElement().satisfies(finding -> {
            assertThat(finding.drift()).isEqualTo(Drift.WRONG_STATUS);
            assertThat(finding.found()).contains("leads to https://memory.example/");
        });
    }

    @Test
    void aWebsiteThatIsDownRaisesNoFalseAlarm() {
        live("ประกาศ");
        agency.web.available(false);
        try {
            agency.prakat().placements().scan("www");
        } catch (RuntimeException e) {
            assertThat(e).hasMessageContaining("does not answer");
        }
        assertThat(agency.prakat().placements().drift("www")).isEmpty();
    }

    @Test
    void onlyAnOfficerWhomTheDirectoryKnowsOrdersARepair() {
        ItemId id = live("ประกาศ");
        agency.web.removeByHand(id.value());
        DriftFinding found = agency.prakat().placements().scan("www").get(0);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> agency.prakat().placements().repair(Actor.local("nobody"), found))
                .withMessageContaining("nobody may not order a repair");
    }

    @Test
    void theSweepLooksALittleAtATimeAndGoesOnAfterARestart() {
        for (int n = 0; n < 5; n++) {
            live("ประกาศ " + n);
        }
        List<String> looks = new ArrayList<>();
        Prakat prakat = agency.restart(
                Map.of("www", HookedTarget.before(agency.web, (call, item) -> looks.add(call + item))),
                builder -> builder.sweepInterval(Duration.ofSeconds(2)).driftScan(Duration.ofHours(12)));
        agency.clock.advance(Duration.ofHours(12));
        for (int n = 1; n <= 2; n++) {
            prakat.sweep();
            assertThat(looks)
                    .as("one placement has four addresses, and two a second are looked at")
                    .hasSize(n);
        }
        prakat = agency.restart(
                Map.of("www", HookedTarget.before(agency.web, (call, item) -> looks.add(call + item))),
                builder -> builder.sweepInterval(Duration.ofSeconds(2)).driftScan(Duration.ofHours(12)));
        for (int n = 0; n < 20; n++) {
            agency.clock.advance(Duration.ofSeconds(2));
            prakat.sweep();
        }
        assertThat(looks)
                .filteredOn(look -> look.startsWith("observe"))
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(prakat.health().targets().get(0).lastScan()).isNotNull();
    }

    private ItemId live(String title) {
        ItemId id = agency.approved(TestAgency.draft(title, FROM, UNTIL));
        assertThat(agency.prakat().sweep().published()).isEqualTo(1);
        return id;
    }

    private void repairAll(List<DriftFinding> found) {
        found.forEach(finding -> agency.prakat().placements().repair(TestAgency.COLLEAGUE, finding));
        agency.prakat().sweep();
    }
}
