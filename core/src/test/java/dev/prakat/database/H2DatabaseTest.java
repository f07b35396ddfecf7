package dev.prakat.database;

import dev.prakat.architecture.SchemaMatchesEntitiesTest;

class H2DatabaseTest extends DatabaseContract {

    H2DatabaseTest() {
        super(TestDatabases.H2);
    }

    @Override
    Class<?> dialectForWhichTextIsText() {
        return SchemaMatchesEntitiesTest.TextIsText.class;
    }
}
