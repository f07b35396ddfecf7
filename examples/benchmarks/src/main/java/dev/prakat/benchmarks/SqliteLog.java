package dev.prakat.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A table of records in SQLite with a write-ahead log that every commit forces: what a log would be without ours. One thread. */
final class SqliteLog implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement insert;
    private final byte[] record;

    SqliteLog(Path file, int recordBytes) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement set = connection.createStatement()) {
            set.execute("pragma journal_mode = wal");
            set.execute("pragma synchronous = full");
            set.execute("create table record (position integer primary key, bytes blob not null)");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("insert into record (bytes) values (?)");
        record = new byte[recordBytes];
    }

    /** Records a second, with so many in each commit. */
    double rate(int inCommit, long nanos) throws SQLException {
        long begun = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - begun < nanos) {
            for (int i = 0; i < inCommit; i++) {
                insert.setBytes(1, record);
                insert.executeUpdate();
            }
            connection.commit();
            count += inCommit;
        }
        return count * 1e9 / (System.nanoTime() - begun);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
