package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that prints from our tables shows nothing after its time, whether anybody sweeps or not. */
@Tag("S001-R26")
class WindowFilterTest {

    @TempDir
    Path folder;

    @Test
    void anItemIsGoneTheMomentItsPeriodEndsAlthoughNobodySweeps() throws SQLException {
        try (TestAgency agency = new TestAgency(folder)) {
            LocalDate from = LocalDate.of(2021, 3, 1);
            ItemId id = agency.approved(TestAgency.draft("ประกาศ", from, LocalDate.of(2021, 3, 31)));
            ItemId ordered = agency.approved(TestAgency.draft("ถูกสั่ง", from, LocalDate.of(2021, 3, 31)));
            assertThat(shown(agency, "2021-03-10T00:00:00Z"))
                    .as("nothing was delivered")
                    .isEmpty();
            agency.prakat().sweep();
            assertThat(shown(agency, "2021-03-31T16:59:59.999Z"))
                    .containsExactlyInAnyOrder(id.value(), ordered.value());
            assertThat(shown(agency, "2021-03-31T17:00:00Z")).isEmpty();

            agency.at("2021-03-10T02:00:00Z");
            agency.prakat()
                    .approvals()
                    .withdraw(
                            ordered,
                            TestAgency.COLLEAGUE,
                            TakeDownKind.GONE,
                            TakeDownReason.ORDERED,
                            "คำสั่งผู้บังคับบัญชา");
            agency.prakat().sweep();
            assertThat(shown(agency, "2021-03-10T02:00:00Z")).containsExactly(id.value());
        }
    }

    @Test
    void anAliasIsAName() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> WindowFilter.at(Instant.EPOCH, "p where 1=1 or p"))
                .withMessageContaining("expected the name of a table");
    }

    private static List<String> shown(TestAgency agency, String instant) throws SQLException {
        WindowFilter filter = WindowFilter.at(Instant.parse(instant), "p");
        List<String> items = new ArrayList<>();
        try (Connection connection = agency.database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select p.item_id from prakat_placement p where p.target = 'www' and " + filter.sql())) {
            for (int i = 0; i < filter.parameters().size(); i++) {
                statement.setObject(i + 1, filter.parameters().get(i).atOffset(ZoneOffset.UTC));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    items.add(rows.getString(1));
                }
            }
        }
        return items;
    }
}
