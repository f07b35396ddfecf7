package dev.prakat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.approval.Decision;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.journal.Difference;
import dev.prakat.journal.ReplayReport;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever officers do, the events tell the tables; whatever somebody does to a table, a replay names it. */
@Tag("S001-R30")
class ReplayTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    /** Columns that say nothing of what was decided. Every other one must be named when it is changed. */
    private static final Map<String, String> OUTSIDE = Map.of(
            "prakat_item.version", "counts writes, for the lock",
            "prakat_item.delivery_pending", "a note of delivery to itself, cleared by every sweep");

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anythingThatOfficersDoIsRebuiltFromItsEvents(long seed) {
        Random random = new Random(seed);
        List<ItemId> items = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            agency.clock.set(agency.clock.instant().plusMillis(1 + random.nextInt(1000)));
            try {
                step(random, items);
            } catch (PrakatException e) {
                refused++;
            }
        }

        ReplayReport report = agency.prakat().replay();
        assertThat(report.differences()).extracting(Difference::line).isEmpty();
        assertThat(report.subjects()).isEqualTo(items.size());
        assertThat(report.events()).isGreaterThan(60L - refused - items.size());
        assertThat(agency.looker().replay().isSound()).as("opened to look only").isTrue();
    }

    @Test
    void everyColumnOfAnItemIsNamedWhenItIsChanged() throws SQLException {
        ItemId id = fullItem();
        ItemId bystander = agency.approved(TestAgency.draft("ผู้ไม่เกี่ยวข้อง", FROM, UNTIL));
        assertThat(agency.prakat().replay().isSound()).isTrue();

        List<String> unnoticed = new ArrayList<>();
        Set<String> tried = new TreeSet<>();
        for (String table : List.of("prakat_item", "prakat_revision", "prakat_attachment", "prakat_plan")) {
            for (String row : keys(table, id)) {
                for (Column column : columns(table)) {
                    String name = table + "." + column.name();
                    if (!OUTSIDE.containsKey(name) && flipped(table, row, column, id, unnoticed)) {
                        tried.add(name);
                    }
                }
            }
        }

        assertThat(unnoticed).isEmpty();
        // Tables that refer to each other by these cannot be changed alone.
        Set<String> held = columnsOfAll();
        held.removeAll(tried);
        held.removeAll(OUTSIDE.keySet());
        assertThat(held)
                .isSubsetOf(
                        "prakat_item.id",
                        "prakat_revision.id",
                        "prakat_revision.item_id",
                        "prakat_attachment.revision_id",
                        "prakat_plan.revision_id");
        assertThat(agency.prakat().replay(bystander.value()).isSound()).isTrue();
    }

    @Test
    void aRowThatIsDroppedIsNamed() throws SQLException {
        ItemId id = fullItem();
        for (String table : List.of("prakat_plan", "prakat_attachment")) {
            for (String row : keys(table, id)) {
                sql("create table kept as select * from " + table);
                sql("delete from " + table + " where id = '" + row + "'");
                assertThat(agency.prakat().replay(id.value()).isSound()).as(row).isFalse();
                sql("delete from " + table);
                sql("insert into " + table + " select * from kept");
                sql("drop table kept");
            }
        }
        assertThat(agency.prakat().replay().isSound()).isTrue();
    }

    @Test
    void anItemWithoutAnyEventIsNamed() throws SQLException {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("ก", FROM, UNTIL));
        sql("delete from prakat_event");
        sql("delete from prakat_subject");

        assertThat(lines(agency.prakat().replay()))
                .contains(id + ": item.state: the events say nothing, the tables say DRAFT");
    }

    @Test
    void anItemWhoseRowsAreGoneIsNamed() throws SQLException {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("ก", FROM, UNTIL));
        for (String table : List.of("prakat_plan", "prakat_attachment", "prakat_revision", "prakat_item")) {
            sql("delete from " + table);
        }

        assertThat(lines(agency.prakat().replay()))
                .contains(id + ": item.state: the events say DRAFT, the tables say nothing");
    }

    @Test
    void everyEventOfAnItemIsMissedWhenItIsDropped() throws SQLException {
        ItemId id = fullItem();
        int events = agency.prakat().history(id.value()).size();
        assertThat(events).isGreaterThan(8);
        for (int position = 1; position <= events; position++) {
            sql("create table kept as select * from prakat_event where position = " + position);
            sql("delete from prakat_event where position = " + position);
            assertThat(lines(agency.prakat().replay())).anyMatch(starts(id + ": event " + position + " is missing"));
            sql("insert into prakat_event overriding system value select * from kept");
            sql("drop table kept");
        }
        assertThat(agency.prakat().replay().isSound()).isTrue();
    }

    @Test
    void aRowThatCannotBeReadIsNamedAndTheOthersAreStillReplayed() throws SQLException {
        ItemId broken = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("ก", FROM, UNTIL));
        ItemId other = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("ข", FROM, UNTIL));
        sql("update prakat_item set state = 'NONSENSE' where id = '" + broken + "'");
        sql("update prakat_item set owner_unit = 'another' where id = '" + other + "'");

        assertThat(lines(agency.prakat().replay()))
                .anyMatch(starts(broken + ": one of its rows cannot be read"))
                .contains(other + ": item.ownerUnit: the events say ศสน., the tables say another");
    }

    /** An item with three revisions, one of them permanent, a refusal, an approval and an order, so that every column holds something. */
    private ItemId fullItem() {
        Prakat prakat = agency.prakat();
        ItemId id = prakat.items().draft(TestAgency.AUTHOR, TestAgency.draft("ประกาศ", FROM, UNTIL));
        prakat.approvals().submit(id, TestAgency.AUTHOR);
        prakat.approvals().decide(id, TestAgency.DIRECTOR, Decision.refuse("ไม่ครบถ้วน"));
        prakat.items().revise(TestAgency.AUTHOR, id, TestAgency.draft("ประกาศ แก้ไข", FROM, UNTIL));
        agency.approve(id);
        prakat.approvals()
                .withdraw(id, TestAgency.DIRECTOR, TakeDownKind.GONE, TakeDownReason.ERROR, "ข้อมูลคลาดเคลื่อน");
        prakat.items().revise(TestAgency.AUTHOR, id, permanent());
        return id;
    }

    private static Draft permanent() {
        return Draft.of("news-releases", "ประกาศ ถาวร", "<p>ข้อความ</p><script>x</script>")
                .withPlacement(PlacementPlan.gone(
                        "www",
                        PublishWindow.permanent(
                                Instant.parse("2021-03-01T00:00:00Z"), "ใช้ต่อเนื่อง", LocalDate.of(2022, 3, 1))));
    }

    private void step(Random random, List<ItemId> items) {
        Prakat prakat = agency.prakat();
        Draft draft = TestAgency.draft("ประกาศ " + random.nextInt(), FROM, UNTIL);
        if (items.isEmpty() || random.nextInt(6) == 0) {
            items.add(prakat.items().draft(TestAgency.AUTHOR, draft));
            return;
        }
        ItemId id = items.get(random.nextInt(items.size()));
        switch (random.nextInt(7)) {
            case 0, 1 -> prakat.approvals().submit(id, TestAgency.AUTHOR);
            case 2, 3 -> prakat.approvals().decide(id, TestAgency.DIRECTOR, Decision.approve(""));
            case 4 -> prakat.approvals().decide(id, TestAgency.DIRECTOR, Decision.refuse("ไม่ครบ"));
            case 5 -> prakat.items().revise(TestAgency.AUTHOR, id, draft);
            default -> {
                if (random.nextBoolean()) {
                    prakat.approvals()
                            .withdraw(
                                    id, TestAgency.DIRECTOR, TakeDownKind.GONE, TakeDownReason.ORDERED, "ยกเลิกประกาศ");
                } else {
                    prakat.sweep();
                }
            }
        }
    }

    /** Changes one value, replays, and puts it back; false when the database itself does not let it be changed. */
    private boolean flipped(String table, String row, Column column, ItemId id, List<String> unnoticed)
            throws SQLException {
        String where = " where id = '" + row + "'";
        sql("create table kept as select * from " + table + where);
        boolean flipped = false;
        for (String value : column.others()) {
            try {
                String other = column.name() + " is distinct from " + value;
                if (update("update " + table + " set " + column.name() + " = " + value + where + " and " + other)
                        == 0) {
                    continue;
                }
            } catch (SQLException e) {
                continue;
            }
            flipped = true;
            if (agency.prakat().replay(id.value()).isSound()) {
                unnoticed.add(table + "." + column.name() + " = " + value + where);
            }
            String key = column.name().equals("id") ? value : "'" + row + "'";
            sql("update " + table + " set " + column.name() + " = (select " + column.name() + " from kept) where id = "
                    + key);
        }
        sql("drop table kept");
        return flipped;
    }

    private Set<String> columnsOfAll() throws SQLException {
        Set<String> all = new HashSet<>();
        for (String table : List.of("prakat_item", "prakat_revision", "prakat_attachment", "prakat_plan")) {
            columns(table).forEach(column -> all.add(table + "." + column.name()));
        }
        return all;
    }

    /** A column and values of its type that it does not hold here. */
    private record Column(String name, String type, boolean nullable) {
        List<String> others() {
            List<String> values = new ArrayList<>();
            if (type.contains("TIMESTAMP")) {
                values.add("timestamp with time zone '2031-01-01 00:00:00+00'");
                values.add("timestamp with time zone '2011-01-01 00:00:00+00'");
            } else if (type.equals("DATE")) {
                values.add("date '2031-01-01'");
            } else if (type.contains("INT")) {
                values.add("97");
            } else if (type.equals("BOOLEAN")) {
                values.add("coalesce(not " + name + ", true)");
            } else {
                values.add("'WITHDRAWN'");
                values.add("''");
            }
            if (nullable) {
                values.add("null");
            }
            return values;
        }
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Connection connection = agency.database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select column_name, data_type, is_nullable from"
                        + " information_schema.columns where lower(table_name) = '" + table + "'")) {
            while (rows.next()) {
                columns.add(new Column(
                        rows.getString(1).toLowerCase(Locale.ROOT),
                        rows.getString(2),
                        rows.getString(3).equals("YES")));
            }
        }
        return columns;
    }

    private List<String> keys(String table, ItemId id) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = agency.database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id from " + table + " where id like '" + id + "%' order by id")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        assertThat(keys).as(table).isNotEmpty();
        return keys;
    }

    private void sql(String statement) throws SQLException {
        update(statement);
    }

    private int update(String statement) throws SQLException {
        try (Connection connection = agency.database.getConnection();
                Statement run = connection.createStatement()) {
            return run.executeUpdate(statement);
        }
    }

    private static Predicate<String> starts(String text) {
        return line -> line.startsWith(text);
    }

    private static List<String> lines(ReplayReport report) {
        return report.differences().stream().map(Difference::line).collect(Collectors.toList());
    }
}
