package dev.prakat.journal;

import dev.prakat.schema.Schema;
import dev.prakat.schema.SchemaMode;
import dev.prakat.spi.PrakatListener;
import dev.prakat.testkit.ManualClock;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.transaction.PersistenceUnit;
import dev.prakat.transaction.UnitOfWork;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A journal alone: a database in memory, a clock, a log that only records. */
final class JournalScene implements AutoCloseable {

    final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();
    final ManualClock clock = ManualClock.at("2021-03-01T00:00:00Z");
    final DataSource source =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final EntityManagerFactory factory;
    final UnitOfWork unitOfWork;

    JournalScene() {
        Schema.prepare(source, SchemaMode.MIGRATE);
        factory = PersistenceUnit.open(source, Journal.entities());
        unitOfWork = UnitOfWork.resourceLocal(factory);
    }

    /** A node of its own on the same database. */
    Journal journal(PrakatListener... listeners) {
        return new Journal(unitOfWork, clock, (actor, correlation) -> recorder, List.of(listeners));
    }

    int sql(String statement) {
        try (Connection connection = source.getConnection();
                Statement run = connection.createStatement()) {
            return run.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
