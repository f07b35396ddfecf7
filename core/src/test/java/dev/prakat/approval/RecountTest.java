package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.item.ItemId;
import dev.prakat.journal.JournalEvent;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A holiday that the Cabinet sets late moves what is open, and the journal says why. */
class RecountTest {

    private static final String OWN = "date,be_year,weekday,name_th,name_en,kind,scope,confidence,note\n"
            + "2021-03-04,2564,Thu,วันหยุดราชการเพิ่มเป็นกรณีพิเศษ,Special Cabinet holiday,SPECIAL,NATIONAL,high,invented\n";

    @TempDir
    Path folder;

    @Test
    @Tag("AT-13")
    void aLateHolidayMovesAnOpenDeadlineAndTheJournalNamesIt() throws SQLException {
        try (TestAgency agency = new TestAgency(folder)) {
            ItemId id =
                    agency.approved(TestAgency.draft("ประกาศ", LocalDate.of(2021, 3, 10), LocalDate.of(2021, 3, 31)));
            assertThat(due(agency, id)).isEqualTo(Instant.parse("2021-03-04T16:59:59.999Z"));

            WorkingCalendar before = WorkingCalendar.government();
            agency.restart(before.plus(WorkingCalendar.load(new StringReader(OWN), "own.csv")));
            assertThat(agency.prakat().approvals().recount(TestAgency.DIRECTOR, before))
                    .isEqualTo(1);

            assertThat(due(agency, id)).isEqualTo(Instant.parse("2021-03-05T16:59:59.999Z"));
            assertThat(dueOfTasks(agency)).as("tasks are put in order by it").containsOnly(due(agency, id));
            JournalEvent event = agency.prakat().history(id.value()).stream()
                    .filter(one -> one.type().equals("deadline.moved"))
                    .findFirst()
                    .orElseThrow();
            assertThat(event.details())
                    .containsEntry("from", "2021-03-04T16:59:59.999Z")
                    .containsEntry("to", "2021-03-05T16:59:59.999Z");
            assertThat(event.details().get("why")).contains("holiday added: 2021-03-04");
            assertThat(agency.prakat().approvals().recount(TestAgency.DIRECTOR, before))
                    .as("a second count moves nothing")
                    .isZero();
        }
    }

    private static Instant due(TestAgency agency, ItemId id) {
        return agency.prakat().approvals().cases(id).get(0).stepDue();
    }

    private static List<Instant> dueOfTasks(TestAgency agency) throws SQLException {
        try (Connection connection = agency.database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select due_at from prakat_task_key")) {
            List<Instant> due = new ArrayList<>();
            while (rows.next()) {
                due.add(rows.getObject(1, OffsetDateTime.class).toInstant());
            }
            return due;
        }
    }
}
