package dev.prakat.database;

import dev.prakat.architecture.SchemaMatchesEntitiesTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** What a database must do to be one of ours. A subclass names the database; docs/how-to/add-a-database.md leads there. */
abstract class DatabaseContract {

    private final TestDatabases database;
    private final DatabaseServer server;
    private EmptyDatabase empty;

    DatabaseContract(TestDatabases database) {
        this.database = database;
        this.server = database.server(getClass());
    }

    /** Hibernate's dialect of the database, for which a text of any length is a text. */
    abstract Class<?> dialectForWhichTextIsText();

    /** What Hibernate calls the type of an instant in this database. */
    String instantType() {
        return "TIMESTAMP_WITH_TIMEZONE";
    }

    DatabaseServer server() {
        return server;
    }

    /** The database of the test that runs. */
    EmptyDatabase empty() {
        if (empty == null) {
            empty = server.empty();
        }
        return empty;
    }

    @AfterEach
    void closeDatabase() {
        if (empty != null) {
            empty.close();
            empty = null;
        }
    }

    @Nested
    class TheMainJob extends MainJobContract {
        @Override
        EmptyDatabase newDatabase() {
            return server.empty();
        }
    }

    @Nested
    class DataRequests extends RequestContract {
        @Override
        EmptyDatabase newDatabase() {
            return server.empty();
        }
    }

    @Nested
    class TheTables extends SchemaMatchesEntitiesTest {
        @Override
        protected DataSource emptyDatabase() {
            return empty().dataSource();
        }

        @Override
        protected Class<?> dialect() {
            return dialectForWhichTextIsText();
        }

        @Override
        protected String instantType() {
            return DatabaseContract.this.instantType();
        }
    }

    @Nested
    class TheSchema extends SchemaContract {
        @Override
        EmptyDatabase empty() {
            return DatabaseContract.this.empty();
        }

        @Override
        dev.prakat.schema.Database kind() {
            return database.kind();
        }
    }

    @Nested
    class WhatIsStored extends StorageContract {
        @Override
        EmptyDatabase newDatabase() {
            return server.empty();
        }
    }

    @Nested
    class TwoAtOnce extends ConflictContract {
        @Override
        EmptyDatabase empty() {
            return DatabaseContract.this.empty();
        }
    }

    @Nested
    class TwoOfficersOrSweepsAtOnce extends SharedWorkContract {
        @Override
        EmptyDatabase newDatabase() {
            return server.empty();
        }
    }
}
