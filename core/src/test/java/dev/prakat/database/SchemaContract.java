package dev.prakat.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.schema.Database;
import dev.prakat.schema.Schema;
import dev.prakat.schema.SchemaMode;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the schema comes into the database, by whichever hand. */
abstract class SchemaContract {

    abstract EmptyDatabase empty();

    abstract Database kind();

    @Test
    void validateRefusesAnEmptyDatabaseAndLeavesItEmpty() {
        refused(SchemaMode.VALIDATE, "V001__items_approval_delivery.sql", "Schema.writeTo");
        assertThat(empty().tables()).isEmpty();
    }

    @Test
    void migrateWorksBesideTheTablesOfTheHostAndOnlyOnce() {
        empty().execute("create table citizen (id int primary key)");
        migrate();
        List<String> tables = empty().tables();
        assertThat(tables).contains("citizen", "prakat_item", "prakat_schema_history");
        migrate();
        Schema.prepare(empty().dataSource(), SchemaMode.VALIDATE);
        assertThat(empty().tables()).isEqualTo(tables);
        assertThat(empty().texts("select version from prakat_schema_version order by version"))
                .startsWith("1", "2");
    }

    @Test
    void twoConnectionsAreEnough() {
        Schema.prepare(empty().ofTwo(), SchemaMode.MIGRATE);
        assertThat(empty().tables()).contains("prakat_item");
    }

    @Test
    void aNewerSchemaIsRefused() {
        migrate();
        empty().execute("insert into prakat_schema_version (version, name) values (999, 'V999__of_a_later_program')");
        refused(SchemaMode.MIGRATE, "newer", "999");
        refused(SchemaMode.VALIDATE, "newer", "999");
    }

    @Test
    void anAdministratorWhoRunsTheSqlByHandMakesTheSameTables() {
        StringWriter sql = new StringWriter();
        Schema.writeTo(sql, kind());
        empty().execute(sql.toString());
        Schema.prepare(empty().dataSource(), SchemaMode.VALIDATE);
        List<String> byHand = empty().tables();
        migrate();
        assertThat(empty().tables()).as("nothing is left to be done").isEqualTo(byHand);
        assertThat(byHand).hasSizeGreaterThan(10).doesNotContain("prakat_schema_history");
    }

    @Test
    void flywayGoesOnFromWhatAnAdministratorRan() {
        StringWriter sql = new StringWriter();
        Schema.writeTo(sql, kind());
        empty().execute(sql.toString().substring(0, sql.toString().indexOf("-- V002")));
        refused(SchemaMode.VALIDATE, "version 1", "V002");
        migrate();
        assertThat(empty().texts("select version from prakat_schema_version order by version"))
                .startsWith("1", "2");
    }

    private void migrate() {
        Schema.prepare(empty().dataSource(), SchemaMode.MIGRATE);
    }

    private void refused(SchemaMode mode, String... words) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> Schema.prepare(empty().dataSource(), mode))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ProblemCode.SCHEMA);
                    assertThat(e.getMessage()).contains(words);
                });
    }
}
