package dev.prakat.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a quarter's oversight report takes over many rows; the figures stand in docs/reference/performance.md. */
@Tag("soak")
class ReportSpeedTest {

    /** How many placements; each has ten events. A build makes a few hundred, {@code -Psoak} a hundred thousand. */
    private static final int PLACEMENTS = Integer.getInteger("prakat.reported", 300);

    /** The key of a copy: as those of real items it rises with the time of its making. */
    private static final String COPY = "'copy' || lpad(x, 7, '0')";

    @Test
    void aHundredThousandPlacementsAndAMillionEventsTakeLessThanHalfAMinute(@TempDir Path folder) throws SQLException {
        assertThat(report(folder, PLACEMENTS)).isLessThan(Duration.ofSeconds(30));
    }

    /** One real item is copied, with its revision, placement, case and acts, and ten events for each copy. */
    private static Duration report(Path folder, int copies) throws SQLException {
        JdbcConnectionPool database = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("db").toAbsolutePath() + ";MAX_MEMORY_ROWS=10000", "sa", "");
        try (TestAgency agency = new TestAgency(folder, database)) {
            agency.approved(TestAgency.draft("ต้นแบบ", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31)));
            agency.prakat().sweep();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                copy(statement, "prakat_item", copies, Map.of("id", COPY));
                copy(statement, "prakat_revision", copies, Map.of("id", COPY + " || '/1'", "item_id", COPY));
                copy(statement, "prakat_placement", copies, Map.of("id", COPY + " || '@www'", "item_id", COPY));
                copy(statement, "prakat_case", copies, Map.of("id", COPY + " || '/case'", "item_id", COPY));
                copy(
                        statement,
                        "prakat_act",
                        copies,
                        Map.of(
                                "id",
                                COPY + " || '/case/' || t.position",
                                "case_id",
                                COPY + " || '/case'",
                                "decided_at",
                                "dateadd(second, 20 * x, timestamp with time zone '2021-03-02 00:00:00+00')"));
                events(statement, copies);
            }
            agency.at("2021-04-02T02:00:00Z");
            peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
            Reports reports = agency.prakat().reports();

            Instant begun = Instant.now();
            ReportDocument report = reports.oversight(reports.periods().named("2564-Q2"), List.of());
            Duration made = Duration.between(begun, Instant.now());
            int length = report.toJson(false).length() + report.toHtml(false).length();

            long peak = peaks().stream()
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "%d placements, %d events: report in %s, %d characters, heap at most %d MB%n",
                    copies,
                    10L * copies,
                    made,
                    length,
                    peak >> 20);
            assertThat(report.section("published-by-category")
                            .cell("news-releases", "published")
                            .value())
                    .isEqualTo(Integer.toString(copies + 1));
            assertThat(report.section("removals").cell("www", "late").value()).isEqualTo(Integer.toString(copies));
            return made;
        } finally {
            database.dispose();
        }
    }

    private static List<MemoryPoolMXBean> peaks() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void copy(Statement statement, String table, int copies, Map<String, String> changed)
            throws SQLException {
        List<String> columns = columns(statement, table);
        statement.executeUpdate("insert into " + table + " (" + String.join(", ", columns) + ") select "
                + String.join(
                        ", ",
                        columns.stream()
                                .map(column -> changed.getOrDefault(column, "t." + column))
                                .toList())
                + " from " + table + " t, system_range(1, " + copies + ")");
    }

    /** Of each ten events one is a publication and one a late removal; the other eight are decisions. */
    private static void events(Statement statement, int copies) throws SQLException {
        List<String> columns = columns(statement, "prakat_event");
        columns.remove("sequence_no");
        Map<String, String> changed = Map.of(
                "id", "'e' || x",
                "subject", "'copy' || lpad(mod(x - 1, " + copies + ") + 1, 7, '0')",
                "position", "(x - 1) / " + copies + " + 100",
                "type",
                        "case (x - 1) / " + copies + " when 0 then 'placement.published'"
                                + " when 1 then 'placement.removal-proven' else 'item.decided' end",
                "happened_at", "dateadd(second, mod(x, 2000000), timestamp with time zone '2021-03-02 00:00:00+00')",
                "details",
                        "'{\"late\":\"PT10M\",\"placement\":\"copy' || lpad(mod(x - 1, " + copies
                                + ") + 1, 7, '0') || '@www\"}'");
        statement.executeUpdate("insert into prakat_event (" + String.join(", ", columns) + ") select "
                + String.join(
                        ", ",
                        columns.stream()
                                .map(column -> changed.getOrDefault(column, "t." + column))
                                .toList())
                + " from (select * from prakat_event where type = 'placement.published' limit 1) t, system_range(1, "
                + 10L * copies + ")");
    }

    private static List<String> columns(Statement statement, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select column_name from information_schema.columns where"
                + " lower(table_name) = '" + table + "' order by ordinal_position")) {
            while (rows.next()) {
                columns.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
