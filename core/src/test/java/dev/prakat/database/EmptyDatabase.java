package dev.prakat.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.sql.DataSource;

/** A database of one test. Closing it closes every pool that it gave out. */
public final class EmptyDatabase implements AutoCloseable {

    private final Function<List<String>, HikariConfig> pools;
    private final DatabaseServer.Words words;
    private final List<HikariDataSource> open = new ArrayList<>();
    private DataSource usual;

    /** The function makes a pool whose sessions begin with the statements. */
    EmptyDatabase(DatabaseServer.Words words, Function<List<String>, HikariConfig> pools) {
        this.words = words;
        this.pools = pools;
    }

    /** The pool that most tests use; its sessions are in a zone far from UTC. */
    public DataSource dataSource() {
        if (usual == null) {
            usual = inZone("+09:00");
        }
        return usual;
    }

    DataSource inZone(String offset) {
        return opened(List.of(String.format(Locale.ROOT, words.zone(), offset)));
    }

    /** Where another process finds this database: the URL and the user; there is no password. */
    HikariConfig forAnotherProcess() {
        return pools.apply(List.of(String.format(Locale.ROOT, words.zone(), "+09:00")));
    }

    /** Sessions that do not wait long for a lock. */
    DataSource impatient() {
        return opened(words.impatient());
    }

    /** Sessions whose transactions fail rather than overwrite what they did not see. */
    DataSource stable() {
        return opened(words.stable());
    }

    /** No more connections than we say that we need. */
    DataSource ofTwo() {
        HikariConfig config = pools.apply(List.of(String.format(Locale.ROOT, words.zone(), "+09:00")));
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(5_000);
        return opened(config);
    }

    private DataSource opened(List<String> statements) {
        return opened(pools.apply(statements));
    }

    private DataSource opened(HikariConfig config) {
        HikariDataSource source = new HikariDataSource(config);
        open.add(source);
        return source;
    }

    void execute(String... statements) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row, as text. */
    List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    /** The tables of this database, in lower case, sorted. */
    List<String> tables() {
        List<String> names = new ArrayList<>();
        try (Connection connection = dataSource().getConnection();
                ResultSet rows = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return names.stream().sorted().toList();
    }

    @Override
    public void close() {
        open.forEach(HikariDataSource::close);
    }
}
