package dev.prakat.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.journal.JournalEvent;
import dev.prakat.testkit.InMemoryTarget;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill: database, log and attachments are backed up, the work goes on, and an older database comes back. What the website
 * did meanwhile is noticed, and what must be down comes down although our fences are behind.
 */
@Tag("S002-R05")
class RestoredBackupTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    @TempDir
    Path folder;

    private InMemoryTarget.Web web;
    private ItemId early;
    private ItemId later;

    @Test
    void h2() throws SQLException {
        DataSource before = h2Database();
        Path backup = folder.resolve("backup.sql");
        untilTheBackup(before);
        execute(before, "script to '" + backup + "'");
        afterTheBackup(before);

        DataSource restored = h2Database();
        execute(restored, "runscript from '" + backup + "'");
        theOlderDatabaseIsNoticedAndItsTakeDownsJumpAboveTheWebsitesFence(restored);
    }

    @Test
    void postgresql() {
        PostgresqlServer server = (PostgresqlServer) TestDatabases.POSTGRESQL.server(getClass());
        String before = server.database();
        try (EmptyDatabase database = server.open(before)) {
            untilTheBackup(database.dataSource());
        }
        String backup = server.copyOf(before);
        try (EmptyDatabase database = server.open(before)) {
            afterTheBackup(database.dataSource());
        }
        try (EmptyDatabase restored = server.open(backup)) {
            theOlderDatabaseIsNoticedAndItsTakeDownsJumpAboveTheWebsitesFence(restored.dataSource());
        }
    }

    private void untilTheBackup(DataSource database) {
        try (TestAgency agency = new TestAgency(folder, database)) {
            web = agency.web;
            early = agency.approved(TestAgency.draft("ฉบับแรก", FROM, UNTIL));
            agency.prakat().sweep();
        }
    }

    private void afterTheBackup(DataSource database) {
        try (TestAgency agency = new TestAgency(folder, database)) {
            agency.restart(new InMemoryTarget(web));
            for (String title : List.of("ฉบับสอง", "ฉบับสาม")) {
                agency.prakat().items().revise(TestAgency.AUTHOR, early, TestAgency.draft(title, FROM, UNTIL));
                agency.approve(early);
                agency.prakat().sweep();
            }
            later = agency.approved(TestAgency.draft("หลังสำรองข้อมูล", FROM, UNTIL));
            agency.prakat().sweep();
            assertThat(String.join("", web.bodies().values())).contains("ฉบับสาม", "หลังสำรองข้อมูล");
        }
    }

    private void theOlderDatabaseIsNoticedAndItsTakeDownsJumpAboveTheWebsitesFence(DataSource after) {
        try (TestAgency agency = new TestAgency(folder, after)) {
            agency.restart(new InMemoryTarget(web));
            agency.at("2021-03-02T02:00:00Z");
            assertThat(agency.prakat().placements().scan("www"))
                    .extracting(
                            finding -> finding.drift() + " " + finding.address().getPath())
                    .contains("UNEXPECTED /d/" + later + "/")
                    .anyMatch(text -> text.endsWith(" /d/" + early + "/") && !text.startsWith("MISSING"));
            assertThat(agency.prakat().health().degraded()).containsExactly("www");

            agency.at("2021-03-31T17:00:00Z");
            assertThat(agency.prakat().sweep().failed())
                    .as("the website remembers a higher fence")
                    .isEqualTo(1);
            assertThat(agency.prakat().history(early.value()))
                    .extracting(JournalEvent::type)
                    .contains("placement.fence-behind");
            agency.at("2021-03-31T17:01:00Z");
            assertThat(agency.prakat().sweep().takenDown()).isEqualTo(1);
            assertThat(String.join("", web.bodies().values())).doesNotContain("รายละเอียดของ ฉบับ");

            agency.prakat()
                    .placements()
                    .scan("www")
                    .forEach(finding -> agency.prakat().placements().repair(TestAgency.COLLEAGUE, finding));
            assertThat(String.join("", web.bodies().values()))
                    .as("what the restored database never knew comes down by order")
                    .doesNotContain("รายละเอียดของ หลังสำรองข้อมูล");
        }
    }

    private static DataSource h2Database() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
