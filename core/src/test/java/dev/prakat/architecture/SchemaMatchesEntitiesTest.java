package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.prakat.approval.Approvals;
import dev.prakat.complaint.Complaints;
import dev.prakat.delivery.Placements;
import dev.prakat.item.Items;
import dev.prakat.journal.Journal;
import dev.prakat.report.Reports;
import dev.prakat.request.Requests;
import dev.prakat.schema.Schema;
import dev.prakat.schema.SchemaMode;
import dev.prakat.seal.Seal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.dialect.H2Dialect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The migrations make the tables that the entities expect. On H2 here; the contract of databases runs it on the others. */
public class SchemaMatchesEntitiesTest {

    private static final String COLUMNS = "select column_name, is_nullable from information_schema.columns"
            + " where lower(table_name) = ? and lower(table_schema) = ?";

    private DataSource database;

    protected DataSource emptyDatabase() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    /** What Hibernate calls the type of an instant here. */
    protected String instantType() {
        return "TIMESTAMP_WITH_TIMEZONE";
    }

    /** The database's dialect, for which text of any length is text. */
    protected Class<?> dialect() {
        return TextIsText.class;
    }

    @BeforeEach
    void migrate() {
        database = emptyDatabase();
        Schema.prepare(database, SchemaMode.MIGRATE);
    }

    @Test
    void hibernateFindsEveryTableAndColumnOfTheRightType() {
        assertThatCode(this::validate).doesNotThrowAnyException();
    }

    @Test
    void everyEntityOfCoreIsHandedToThePersistenceUnit() {
        List<String> annotated = new ClassFileImporter()
                .importPath(Repository.coreClasses()).stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .map(JavaClass::getName)
                        .toList();

        assertThat(entities()).extracting(Class::getName).containsAll(annotated);
    }

    /** Hibernate's own check does not look at this. */
    @Test
    void aColumnMayBeEmptyExactlyWhereItsEntitySaysSo() throws SQLException {
        List<String> found = new ArrayList<>();
        for (Class<?> entity : entities()) {
            Table table = entity.getAnnotation(Table.class);
            if (table != null) {
                Map<String, Boolean> columns = columns(table.name());
                mapped(entity).forEach((column, nullable) -> {
                    if (!nullable.equals(columns.get(column))) {
                        found.add(entity.getSimpleName() + "." + column + ": found nullable "
                                + columns.get(column) + " in table " + table.name() + ", expected " + nullable
                                + ". Change the entity, or write a migration.");
                    }
                });
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void aMissingColumnIsNoticed() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table prakat_sweep drop column sweeps");
        }

        assertThatThrownBy(this::validate).hasStackTraceContaining("sweeps");
    }

    private void validate() {
        PersistenceConfiguration configuration = new PersistenceConfiguration("schema-test")
                .provider("org.hibernate.jpa.HibernatePersistenceProvider")
                .property("jakarta.persistence.nonJtaDataSource", database)
                .property("hibernate.type.preferred_instant_jdbc_type", instantType())
                .property("hibernate.dialect", dialect().getName())
                .property("hibernate.hbm2ddl.auto", "validate");
        entities().forEach(configuration::managedClass);
        configuration.createEntityManagerFactory().close();
    }

    private static List<Class<?>> entities() {
        return Stream.of(
                        Journal.entities(),
                        Items.entities(),
                        Approvals.entities(),
                        Placements.entities(),
                        Complaints.entities(),
                        Requests.entities(),
                        Reports.entities(),
                        Seal.entities())
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }

    private Map<String, Boolean> columns(String table) throws SQLException {
        Map<String, Boolean> columns = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            String schema = connection.getSchema() == null ? connection.getCatalog() : connection.getSchema();
            statement.setString(2, schema.toLowerCase(Locale.ROOT));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.put(
                            rows.getString(1).toLowerCase(Locale.ROOT),
                            rows.getString(2).equals("YES"));
                }
            }
        }
        return columns;
    }

    /** The columns of an entity and whether they may be empty. A key never may. */
    private static Map<String, Boolean> mapped(Class<?> entity) {
        return Stream.of(entity.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Column.class))
                .collect(Collectors.toMap(
                        field -> field.getAnnotation(Column.class).name(),
                        field -> !field.isAnnotationPresent(jakarta.persistence.Id.class)
                                && field.getAnnotation(Column.class).nullable()));
    }

    /** A String fits a column of fixed, of bounded and of any length; which one is right is the migration's decision. */
    public static final class TextIsText extends H2Dialect {
        private static final Set<Integer> TEXT = Set.of(Types.CHAR, Types.VARCHAR, Types.CLOB);

        @Override
        public boolean equivalentTypes(int one, int other) {
            return (TEXT.contains(one) && TEXT.contains(other)) || super.equivalentTypes(one, other);
        }
    }
}
