package dev.prakat.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import org.junit.jupiter.api.Test;

/** A host whose database Flyway does not know by itself is told what is missing, before anything is changed. */
class FlywayPartTest {

    /** A class path that holds nothing but the JDK. */
    private final ClassLoader bare = new ClassLoader(ClassLoader.getPlatformClassLoader()) {};

    @Test
    void theMissingPartIsNamed() {
        missing(Database.POSTGRESQL, "org.flywaydb:flyway-database-postgresql");
        missing(Database.MARIADB, "org.flywaydb:flyway-mysql");
    }

    @Test
    void whatIsThereIsEnough() {
        for (Database database : Database.values()) {
            assertThatCode(() -> database.requireFlyway(getClass().getClassLoader()))
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> Database.H2.requireFlyway(bare)).doesNotThrowAnyException();
    }

    private void missing(Database database, String part) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> database.requireFlyway(bare))
                .withMessageContaining(part)
                .withMessageContaining("nothing was changed")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFIGURATION));
    }
}
