package dev.prakat.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.schema.Schema;
import dev.prakat.schema.SchemaMode;
import java.sql.Types;
import java.util.Set;
import org.hibernate.dialect.PostgreSQLDialect;
import org.junit.jupiter.api.Test;

class PostgresqlDatabaseTest extends DatabaseContract {

    PostgresqlDatabaseTest() {
        super(TestDatabases.POSTGRESQL);
    }

    @Override
    Class<?> dialectForWhichTextIsText() {
        return TextIsText.class;
    }

    @Test
    void aDatabaseThatHasNoThaiLettersIsRefusedBeforeAnythingIsMade() {
        try (EmptyDatabase latin = ((PostgresqlServer) server()).latin1()) {
            assertThatExceptionOfType(PrakatException.class)
                    .isThrownBy(() -> Schema.prepare(latin.dataSource(), SchemaMode.MIGRATE))
                    .withMessageContaining("found LATIN1, expected UTF8")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.SCHEMA));
            assertThat(latin.tables()).isEmpty();
        }
    }

    /** A String fits a column of bounded and of any length. */
    public static final class TextIsText extends PostgreSQLDialect {
        private static final Set<Integer> TEXT = Set.of(Types.CHAR, Types.VARCHAR, Types.CLOB, Types.LONGVARCHAR);

        @Override
        public boolean equivalentTypes(int one, int other) {
            return (TEXT.contains(one) && TEXT.contains(other)) || super.equivalentTypes(one, other);
        }
    }
}
