package dev.prakat.database;

import static dev.prakat.TestAgency.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.Prakat;
import dev.prakat.TestAgency;
import dev.prakat.approval.Decision;
import dev.prakat.item.Draft;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.journal.JournalEvent;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What was stored comes out as it went in, and nothing is stored of what failed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StorageContract {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);
    private static final String LETTERS = "เก้าอี้ที่นี่ ป้ำญุฐู กำหนดการ ๑๒๓ ฿ 😀👨‍👩‍👧 ก์ Straße ' \" \\ %_ ;--";

    private Path folder;
    private EmptyDatabase database;
    private TestAgency agency;

    abstract EmptyDatabase newDatabase();

    @BeforeAll
    void open(@TempDir Path home) {
        folder = home;
        database = newDatabase();
        agency = new TestAgency(folder, database.dataSource());
    }

    @AfterAll
    void close() {
        agency.close();
        database.close();
    }

    @Test
    @Tag("S002-F03")
    void everyLetterComesOutAsItWentIn() {
        Draft draft = Draft.of("news-releases", LETTERS, "<p>" + LETTERS + "</p>")
                .withSummary(LETTERS)
                .withRemark(LETTERS)
                .withAttachment(TestAgency.file("ประกาศ 😀.txt", LETTERS))
                .withPlacement(PlacementPlan.gone("www", PublishWindow.ofDates(FROM, UNTIL)));
        ItemId id = prakat().items().draft(AUTHOR, draft);
        Item item = prakat().items().get(id);
        assertThat(item.current().title()).isEqualTo(LETTERS);
        assertThat(item.current().summary()).isEqualTo(LETTERS);
        assertThat(item.current().remark()).isEqualTo(LETTERS);
        assertThat(item.current().bodyHtml()).contains("เก้าอี้ที่นี่ ป้ำญุฐู", "😀👨‍👩‍👧");
        assertThat(item.current().attachments().get(0).name()).isEqualTo("ประกาศ 😀.txt");
        assertThat(item.ownerUnit()).isEqualTo("ศสน.");
        prakat().approvals().submit(id, AUTHOR);
        prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.refuse(LETTERS));
        assertThat(prakat().history(id.value()))
                .anySatisfy(event -> assertThat(event.details()).containsEntry("reason", LETTERS));
        assertThat(database.texts("select title from prakat_revision where title = '"
                        + LETTERS.replace("'", "''").replace("\\", backslash()) + "'"))
                .containsExactly(LETTERS);
    }

    /** MariaDB reads a backslash in a literal as an escape, the others do not. */
    private String backslash() {
        return database.texts("select '\\\\'").get(0).length() == 1 ? "\\\\" : "\\";
    }

    @Test
    void aZeroCharacterIsKeptExactlyOrRefusedAndNeverMangled() {
        ItemId id = prakat().items().draft(AUTHOR, plain("หัวข้อ\0เรื่อง"));
        assertThat(prakat().items().get(id).current().title()).isEqualTo("หัวข้อ เรื่อง");
        prakat().approvals().submit(id, AUTHOR);
        try {
            prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.refuse("ก\0ข"));
            assertThat(prakat().approvals().cases(id).get(0).acts().get(0).reason())
                    .isEqualTo("ก\0ข");
        } catch (PrakatException e) {
            assertThat(e.code()).as("%s", e.getMessage()).isEqualTo(ProblemCode.INVALID_INPUT);
            assertThat(prakat().approvals().cases(id).get(0).acts()).isEmpty();
        }
    }

    @Test
    void theLargestBodyThatADraftMayHaveIsKept() {
        String text = "กขค ".repeat(5_000_000 / 4 - 10);
        Draft draft = Draft.of("news-releases", "ยาวมาก", "<p>" + text + "</p>")
                .withPlacement(PlacementPlan.gone("www", PublishWindow.ofDates(FROM, UNTIL)));
        ItemId id = prakat().items().draft(AUTHOR, draft);
        assertThat(prakat().items().get(id).current().bodyHtml().length()).isGreaterThan(4_900_000);
        assertThat(prakat().items().get(id).current().bodyHtml().contains(text.strip()))
                .isTrue();
    }

    @Test
    void anInstantIsTheSameInEveryZoneOfASession() {
        // The hour that America/New_York skips, the one that it has twice, and a leap day.
        Map<ItemId, Instant> written = new LinkedHashMap<>();
        for (String instant : List.of(
                "2021-03-14T07:30:00.123456Z",
                "2021-11-07T05:30:00.999999Z",
                "2021-11-07T06:30:00.000001Z",
                "2024-02-29T16:59:59.999Z")) {
            Instant opens = Instant.parse(instant);
            written.put(prakat().items().draft(AUTHOR, open(opens)), opens);
        }
        for (String zone : List.of("+00:00", "-11:00")) {
            try (TestAgency elsewhere = new TestAgency(folder.resolve(zone.substring(1, 3)), database.inZone(zone))) {
                written.forEach((id, opens) -> {
                    Item item = elsewhere.prakat().items().get(id);
                    assertThat(item.current().plan().get(0).window().opens())
                            .as("written at +09:00, read at %s", zone)
                            .isEqualTo(opens);
                    assertThat(item.createdAt()).isEqualTo(agency.clock.instant());
                });
            }
        }
    }

    @Test
    void whatOneSessionStoresInItsZoneIsDueInAnother() {
        try (EmptyDatabase own = newDatabase();
                TestAgency west = new TestAgency(folder.resolve("west"), own.inZone("-11:00"));
                TestAgency east = new TestAgency(folder.resolve("east"), own.inZone("+07:00"))) {
            ItemId id = west.approved(plain("ประกาศ"));
            assertThat(east.prakat().sweep().published()).isEqualTo(1);
            east.at("2021-03-31T16:59:59.999Z");
            assertThat(east.prakat().sweep().takenDown()).isZero();
            east.at("2021-03-31T17:00:00Z");
            assertThat(east.prakat().sweep().takenDown()).isEqualTo(1);
            assertThat(west.prakat().health().lastSweep()).isEqualTo(Instant.parse("2021-03-31T17:00:00Z"));
            assertThat(west.prakat().placements().of(id).get(0).removalLateness())
                    .isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void keysDifferByCaseAndByBlanksAtTheEnd() {
        database.execute(
                "insert into prakat_sweep (node, began_at, sweeps, version) values ('a', current_timestamp, 1, 0)",
                "insert into prakat_sweep (node, began_at, sweeps, version) values ('A', current_timestamp, 2, 0)",
                "insert into prakat_sweep (node, began_at, sweeps, version) values ('a ', current_timestamp, 3, 0)",
                "insert into prakat_sweep (node, began_at, sweeps, version) values ('ก', current_timestamp, 4, 0)",
                "insert into prakat_sweep (node, began_at, sweeps, version) values ('ก์', current_timestamp, 5, 0)");
        assertThat(database.texts("select sweeps from prakat_sweep where node = 'a'"))
                .containsExactly("1");
        assertThat(database.texts("select sweeps from prakat_sweep where node = 'A'"))
                .containsExactly("2");
        assertThat(database.texts("select sweeps from prakat_sweep where node = 'ก'"))
                .containsExactly("4");
    }

    @Test
    void nothingIsStoredOfACommandThatFails() {
        ItemId id = prakat().items().draft(AUTHOR, TestAgency.draft("ประกาศ", FROM, UNTIL));
        List<String> before = counts();
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> prakat().approvals().submit(id, TestAgency.OTHER_DIRECTOR));
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> prakat().items().draft(AUTHOR, plain("x".repeat(301))));
        assertThat(counts()).isEqualTo(before);
    }

    private List<String> counts() {
        return database.tables().stream()
                .filter(table -> table.startsWith("prakat_") && !table.equals("prakat_schema_history"))
                .map(table -> table + " " + database.texts("select count(*) from " + table))
                .toList();
    }

    private Prakat prakat() {
        return agency.prakat();
    }

    private JournalEvent last(ItemId id) {
        List<JournalEvent> events = prakat().history(id.value());
        return events.get(events.size() - 1);
    }

    private static Draft open(Instant opens) {
        return shown("ประกาศ", PublishWindow.of(opens, opens.plusSeconds(86_400)));
    }

    private static Draft plain(String title) {
        return shown(title, PublishWindow.ofDates(FROM, UNTIL));
    }

    private static Draft shown(String title, PublishWindow window) {
        return Draft.of("news-releases", title, "<p>ข้อความ</p>").withPlacement(PlacementPlan.gone("www", window));
    }
}
