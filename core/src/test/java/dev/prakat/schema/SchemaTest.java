package dev.prakat.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private final DataSource source =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    @Test
    void validateNamesWhatIsMissingAndBothRemediesAndChangesNothing() throws SQLException {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> Schema.prepare(source, SchemaMode.VALIDATE))
                .withMessageContaining("V001__items_approval_delivery.sql")
                .withMessageContaining("SchemaMode.MIGRATE")
                .withMessageContaining("Schema.writeTo")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.SCHEMA));
        assertThat(tables()).isEmpty();
    }

    @Test
    void migrateMakesTheTablesOnceAndValidateIsThenContent() throws SQLException {
        Schema.prepare(source, SchemaMode.MIGRATE);
        List<String> tables = tables();
        assertThat(tables).contains("PRAKAT_ITEM", "PRAKAT_PLACEMENT", "PRAKAT_EVENT");
        Schema.prepare(source, SchemaMode.MIGRATE);
        Schema.prepare(source, SchemaMode.VALIDATE);
        assertThat(tables()).isEqualTo(tables);
    }

    @Test
    void livesBesideTheTablesOfTheHost() throws SQLException {
        execute("create table citizen (id int primary key)");
        Schema.prepare(source, SchemaMode.MIGRATE);
        assertThat(tables()).contains("CITIZEN", "PRAKAT_ITEM");
    }

    @Test
    void aNewerDatabaseIsRefusedAndLeftAlone() throws SQLException {
        Schema.prepare(source, SchemaMode.MIGRATE);
        execute("insert into prakat_schema_version (version, name) values (999, 'V999__of_a_later_program')");
        for (SchemaMode mode : List.of(SchemaMode.MIGRATE, SchemaMode.VALIDATE)) {
            assertThatExceptionOfType(PrakatException.class)
                    .isThrownBy(() -> Schema.prepare(source, mode))
                    .withMessageContaining("newer")
                    .withMessageContaining("999");
        }
    }

    @Test
    void whatIsWrittenForTheAdministratorMakesTheSameTables() throws SQLException {
        StringWriter sql = new StringWriter();
        Schema.writeTo(sql, Database.H2);
        execute(sql.toString());
        List<String> byHand = tables();
        Schema.prepare(source, SchemaMode.VALIDATE);
        Schema.prepare(source, SchemaMode.MIGRATE);
        assertThat(tables()).as("content with what was done by hand").isEqualTo(byHand);
        execute("drop all objects");
        Schema.prepare(source, SchemaMode.MIGRATE);
        assertThat(tables()).containsAll(byHand).hasSize(byHand.size() + 1);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.getMetaData().getTables(null, "PUBLIC", null, null)) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
