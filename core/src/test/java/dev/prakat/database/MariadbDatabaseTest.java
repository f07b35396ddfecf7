package dev.prakat.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.schema.Schema;
import dev.prakat.schema.SchemaMode;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import org.hibernate.dialect.MariaDBDialect;
import org.junit.jupiter.api.Test;

class MariadbDatabaseTest extends DatabaseContract {

    MariadbDatabaseTest() {
        super(TestDatabases.MARIADB);
    }

    @Override
    Class<?> dialectForWhichTextIsText() {
        return TextIsText.class;
    }

    @Override
    String instantType() {
        return "TIMESTAMP";
    }

    @Test
    void theTablesKeepEveryLetterInADatabaseThatItselfCouldNot() {
        Schema.prepare(empty().dataSource(), SchemaMode.MIGRATE);
        assertThat(empty().texts("select default_character_set_name from information_schema.schemata"
                        + " where schema_name = database()"))
                .containsExactly("tis620");
        assertThat(empty().texts("select distinct concat(engine, ' ', table_collation) from information_schema.tables"
                        + " where table_schema = database() and table_name <> 'prakat_schema_history'"))
                .containsExactly("InnoDB utf8mb4_nopad_bin");
    }

    @Test
    void tablesThatSomebodyMadeInAnotherCharacterSetAreRefused() {
        Schema.prepare(empty().dataSource(), SchemaMode.MIGRATE);
        for (String wrong : List.of("latin1 collate latin1_bin", "utf8mb4 collate utf8mb4_general_ci")) {
            empty().execute("alter table prakat_sweep convert to character set " + wrong);
            for (SchemaMode mode : List.of(SchemaMode.MIGRATE, SchemaMode.VALIDATE)) {
                assertThatExceptionOfType(PrakatException.class)
                        .isThrownBy(() -> Schema.prepare(empty().dataSource(), mode))
                        .withMessageContaining("prakat_sweep.node")
                        .withMessageContaining("convert to character set utf8mb4")
                        .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.SCHEMA));
            }
        }
        empty().execute("alter table prakat_sweep convert to character set utf8mb4 collate utf8mb4_nopad_bin");
        Schema.prepare(empty().dataSource(), SchemaMode.VALIDATE);
    }

    /** A String fits a column of bounded and of any length. */
    public static final class TextIsText extends MariaDBDialect {
        private static final Set<Integer> TEXT = Set.of(Types.CHAR, Types.VARCHAR, Types.CLOB, Types.LONGVARCHAR);

        @Override
        public boolean equivalentTypes(int one, int other) {
            return (TEXT.contains(one) && TEXT.contains(other)) || super.equivalentTypes(one, other);
        }
    }
}
