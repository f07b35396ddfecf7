package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.Undelivered;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.PrakatListener.Event;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends, and what is to be looked at again, is told in time and once; a listener that fails is told again. */
class RemindersTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 5, 31);

    @TempDir
    Path folder;

    private final List<Event> told = new ArrayList<>();
    private boolean listens = true;
    private TestAgency agency;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
        agency.restart(this::take);
    }

    @AfterEach
    void close() {
        assertThat(agency.prakat().replay().differences()).isEmpty();
        agency.close();
    }

    @Test
    @Tag("AMB-12")
    @Tag("AMB-09")
    void thirtySevenAndOneDayBeforeTheEndTheAuthorAndTheDirectorAreToldOnce() {
        agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        assertThat(sweptUntil(LocalDate.of(2021, 6, 2)))
                .containsExactly("2021-05-01 30 ENDS", "2021-05-24 7 ENDS", "2021-05-30 1 ENDS");
        assertThat(expiring()).allSatisfy(event -> {
            assertThat(event.to()).containsExactlyInAnyOrder(new OfficerId("somying"), new OfficerId("director-ssn"));
            assertThat(event.details())
                    .containsEntry("title", "ประกาศ")
                    .containsEntry("target", "www")
                    .containsEntry("last", "2021-05-31");
        });
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");
    }

    @Test
    @Tag("AMB-12")
    void anEndThatLeavesAGapSaysSo() {
        agency.close();
        agency = new TestAgency(folder.resolve("district"), SampleAgency.districtHealthOffice());
        agency.restart(this::take);
        ItemId id = agency.prakat().items().draft(Actor.local("requester"), Route.DISTRICT.draft);
        agency.prakat().approvals().submit(id, Actor.local("requester"));
        agency.prakat().approvals().decide(id, Actor.local("chair"), Decision.approve(""));
        agency.prakat().approvals().decide(id, Actor.local("district-officer"), Decision.approve(""));
        assertThat(sweptUntil(LocalDate.of(2021, 3, 31)))
                .containsExactly(
                        "2021-03-01 30 ENDS_AND_LEAVES_A_GAP",
                        "2021-03-24 7 ENDS_AND_LEAVES_A_GAP",
                        "2021-03-30 1 ENDS_AND_LEAVES_A_GAP");
    }

    @Test
    @Tag("AMB-09")
    void aPermanentPeriodIsLookedAtAgainAndStays() {
        agency.approved(Draft.of("news-releases", "คู่มือ", "<p>รายละเอียดของ คู่มือ</p>")
                .withPlacement(PlacementPlan.gone(
                        "www",
                        PublishWindow.permanent(
                                Instant.parse("2021-03-01T00:00:00Z"), "ใช้ต่อเนื่อง", LocalDate.of(2021, 4, 30)))));
        assertThat(sweptUntil(LocalDate.of(2021, 5, 2)))
                .containsExactly("2021-03-31 30 REVIEW", "2021-04-23 7 REVIEW", "2021-04-29 1 REVIEW");
        assertThat(agency.publicText()).contains("รายละเอียดของ คู่มือ");
    }

    @Test
    @Tag("AMB-12")
    void aChangedEndIsToldOfInThePlaceOfTheOldOne() {
        ItemId shortened = agency.approved(TestAgency.draft("สั้นลง", FROM, UNTIL));
        ItemId renewed = agency.approved(TestAgency.draft("ต่ออายุ", FROM, UNTIL));
        ItemId ordered = agency.approved(TestAgency.draft("เพิกถอน", FROM, UNTIL));
        Approvals approvals = agency.prakat().approvals();
        approvals.shorten(shortened, TestAgency.AUTHOR, "www", LocalDate.of(2021, 4, 10), "จบโครงการ");
        approvals.renew(renewed, TestAgency.AUTHOR, Renewal.until(LocalDate.of(2021, 6, 30)));
        approvals.decide(renewed, TestAgency.DIRECTOR, Decision.approve(""));
        approvals.withdraw(ordered, TestAgency.AUTHOR, TakeDownKind.GONE, TakeDownReason.ERROR, "ผิดฉบับ");

        sweptUntil(LocalDate.of(2021, 7, 2));
        assertThat(told(shortened)).containsExactly("2021-03-11 30 ENDS", "2021-04-03 7 ENDS", "2021-04-09 1 ENDS");
        assertThat(told(renewed)).containsExactly("2021-05-31 30 ENDS", "2021-06-23 7 ENDS", "2021-06-29 1 ENDS");
        assertThat(told(ordered)).isEmpty();
    }

    @Test
    @Tag("AMB-12")
    void whoeverDidNotSweepForWeeksIsToldOfWhatIsStillToComeAndNothingElse() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        ItemId over = agency.approved(TestAgency.draft("จบไปแล้ว", FROM, LocalDate.of(2021, 4, 30)));
        agency.prakat().sweep();
        told.clear();
        agency.at("2021-05-27T02:00:00Z");
        agency.prakat().sweep();
        assertThat(told(id)).containsExactlyInAnyOrder("2021-05-27 30 ENDS", "2021-05-27 7 ENDS");
        assertThat(told(over)).isEmpty();
    }

    @Test
    @Tag("AMB-12")
    void aListenerThatFailsOnceIsToldAgainUnderTheSameIdAndHoldsUpNothing() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        told.clear();
        agency.at("2021-04-30T17:00:00Z");
        listens = false;
        assertThat(agency.prakat().sweep().clean()).isTrue();
        assertThat(told(id)).containsExactly("2021-05-01 30 ENDS");
        assertThat(agency.prakat().undelivered(10))
                .singleElement()
                .satisfies(waits -> assertThat(waits.lastProblem()).contains("the mail server is down"));

        listens = true;
        agency.prakat().sweep();
        assertThat(told).as("too early for a second try").hasSize(1);
        agency.clock.advance(Duration.ofSeconds(30));
        agency.prakat().sweep();
        agency.clock.advance(Duration.ofHours(2));
        agency.prakat().sweep();
        assertThat(told).hasSize(2);
        assertThat(told.get(1)).isEqualTo(told.get(0));
        assertThat(agency.prakat().undelivered(10)).isEmpty();
        assertThat(agency.prakat().history(id.value()))
                .extracting(JournalEvent::type)
                .containsOnlyOnce("item.expiring");
    }

    @Test
    @Tag("S002-R06")
    void aListenerThatFailsNeverFailsADecisionAndIsToldInOrder() {
        listens = false;
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().approvals().submit(id, TestAgency.AUTHOR);
        ApprovalCase refused =
                agency.prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.refuse("ไม่ครบถ้วน"));
        assertThat(refused.status()).isEqualTo(ApprovalCase.Status.REFUSED);
        assertThat(told)
                .extracting(Event::type)
                .as("the refusal waits for the task")
                .containsOnly("task.assigned");
        assertThat(agency.prakat().undelivered(10))
                .extracting(Undelivered::event)
                .extracting(Event::type)
                .containsExactly("task.assigned", "item.refused");
        String first = told.get(0).id();
        told.clear();

        listens = true;
        agency.clock.advance(Duration.ofHours(1));
        agency.prakat().sweep();
        assertThat(told).extracting(Event::type).containsExactly("task.assigned", "item.refused");
        assertThat(told.get(0).id()).isEqualTo(first);
    }

    private void take(Event event) {
        told.add(event);
        if (!listens) {
            throw new IllegalStateException("the mail server is down");
        }
    }

    /** Sweeps twice a day, right after midnight in Bangkok and at ten, and says what was told of ends on which day. */
    private List<String> sweptUntil(LocalDate last) {
        for (LocalDate day = FROM; !day.isAfter(last); day = day.plusDays(1)) {
            Instant midnight = day.atStartOfDay(ThaiDate.BANGKOK).toInstant();
            for (Instant at : List.of(midnight, midnight.plus(Duration.ofHours(10)))) {
                if (!at.isBefore(agency.clock.instant())) {
                    agency.clock.set(at);
                    agency.prakat().sweep();
                }
            }
        }
        return expiring().stream().map(RemindersTest::line).toList();
    }

    private List<Event> expiring() {
        return told.stream()
                .filter(event -> event.type().equals("item.expiring"))
                .toList();
    }

    private List<String> told(ItemId id) {
        return expiring().stream()
                .filter(event -> event.subject().equals(id.value()))
                .map(RemindersTest::line)
                .toList();
    }

    private static String line(Event event) {
        return event.at().atZone(ThaiDate.BANGKOK).toLocalDate()
                + " " + event.details().get("daysLeft")
                + " " + event.details().get("kind");
    }
}
