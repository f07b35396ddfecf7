package dev.prakat.transaction;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Our own persistence unit on the host's {@code DataSource}. It is not the host's: settings of the host's ORM cannot break
 * it, and our entities stay private to their chapters.
 */
public final class PersistenceUnit {

    private static final String PROVIDER = "org.hibernate.jpa.HibernatePersistenceProvider";

    private PersistenceUnit() {}

    /**
     * Opens the unit.
     *
     * @param dataSource the host's; at least two connections
     * @param entities the entities of every chapter
     * @return the factory; the caller closes it
     * @throws PrakatException {@code CONFIGURATION} if no Hibernate 7 with Jakarta Persistence 3.2 is on the class path,
     *     {@code BROKEN} if the database does not answer
     */
    public static EntityManagerFactory open(DataSource dataSource, List<Class<?>> entities) {
        requirePersistence32();
        PersistenceConfiguration configuration = new PersistenceConfiguration("prakat")
                .provider(PROVIDER)
                .property("jakarta.persistence.nonJtaDataSource", dataSource)
                .property(DatabaseTime.QUERY_PROPERTY, DatabaseTime.query(dataSource))
                .property(RowLocks.PROPERTY, RowLocks.skipLocked(dataSource))
                .property("hibernate.jdbc.time_zone", "UTC")
                // A day is a day, whatever zone the machine and the session are in: as java.sql.Date it may move by
                // one.
                .property("hibernate.type.java_time_use_direct_jdbc", "true")
                .property("hibernate.hbm2ddl.auto", "none")
                .property("hibernate.jdbc.batch_size", "50")
                .property("hibernate.order_inserts", "true")
                // Two commands that change the same rows change them in the same order, and neither waits for ever.
                .property("hibernate.order_updates", "true")
                // A list of 50 reads the parts of all 50 at once.
                .property("hibernate.default_batch_fetch_size", "50")
                .property("hibernate.query.plan_cache_max_size", "256");
        entities.forEach(configuration::managedClass);
        try {
            return configuration.createEntityManagerFactory();
        } catch (PersistenceException e) {
            throw new PrakatException(
                    ProblemCode.BROKEN, "the persistence unit could not be opened: " + rootMessage(e), e);
        }
    }

    private static void requirePersistence32() {
        try {
            Class.forName("jakarta.persistence.PersistenceConfiguration");
            Class.forName(PROVIDER);
        } catch (ClassNotFoundException e) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "Jakarta Persistence: found " + version("jakarta.persistence.EntityManager") + " and Hibernate "
                            + version(PROVIDER) + ", expected Jakarta Persistence 3.2 with Hibernate ORM 7 on the class"
                            + " path. A host that brings Hibernate 6 must raise it, or load Prakat with a loader of its own.",
                    e);
        }
    }

    private static String version(String className) {
        try {
            String found = Class.forName(className).getPackage().getImplementationVersion();
            return found == null ? "of unknown version" : found;
        } catch (ClassNotFoundException e) {
            return "none";
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
