package dev.prakat.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.prakat.Prakat;
import dev.prakat.PrakatBuilder;
import dev.prakat.item.FileAttachmentStore;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.schema.SchemaMode;
import dev.prakat.spi.AttachmentStore;
import dev.prakat.staff.CsvStaffDirectory;
import dev.prakat.staticsite.StaticSiteTarget;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A Prakat on the database, log, attachments and site of one data folder, for the length of one command. The pool stands for
 * the host's. Close it.
 */
final class Opening implements AutoCloseable {

    /** The folder's own website, made of files. */
    static final String TARGET = "www";

    /** The sweep needs two connections at once, a migration too. */
    private static final int CONNECTIONS = 3;

    private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);

    private final HikariDataSource database;
    private final Prakat prakat;
    private final AttachmentStore attachments;

    private Opening(HikariDataSource database, Prakat prakat, AttachmentStore attachments) {
        this.database = database;
        this.prakat = prakat;
        this.attachments = attachments;
    }

    /** Opens for a command that changes something. */
    static Opening of(Session session) {
        return of(session, PrakatBuilder::build);
    }

    /** Opens for looking: works beside a sweep of the same node. */
    static Opening looking(Session session) {
        return of(session, builder -> builder.readOnly().build());
    }

    /** Opens for looking, with another interval of the sweeps, by which health measures. */
    static Opening looking(Session session, Duration sweepInterval) {
        return of(
                session,
                builder -> builder.readOnly().sweepInterval(sweepInterval).build());
    }

    /** Opens with the register of complaints, for a command that changes something in it. */
    static Opening complaints(Session session) {
        return of(session, builder -> withComplaints(session, builder).build());
    }

    /** Opens the register of complaints for looking. */
    static Opening complaintsToLookAt(Session session) {
        return of(
                session, builder -> withComplaints(session, builder).readOnly().build());
    }

    /** The policy is read for these commands only: others need not wait for it. */
    private static PrakatBuilder withComplaints(Session session, PrakatBuilder builder) {
        DataFolder folder = DataFolder.of(session.options());
        return builder.complaintPolicy(folder.complaintPolicy().withCalendar(folder.calendar()));
    }

    /** Opens with the register of data requests, for a command that changes something in it. */
    static Opening requests(Session session) {
        return of(session, builder -> withRequests(session, builder).build());
    }

    /** Opens the register of data requests for looking. */
    static Opening requestsToLookAt(Session session) {
        return of(session, builder -> withRequests(session, builder).readOnly().build());
    }

    private static PrakatBuilder withRequests(Session session, PrakatBuilder builder) {
        DataFolder folder = DataFolder.of(session.options());
        return builder.requestPolicy(folder.requestPolicy().withCalendar(folder.calendar()));
    }

    /** Opens for taking over a folder of others as the site: the one command that may find one. */
    static Opening adopting(Session session) {
        return of(session, PrakatBuilder::build, true);
    }

    private static Opening of(Session session, Function<PrakatBuilder, Prakat> build) {
        return of(session, build, false);
    }

    private static Opening of(Session session, Function<PrakatBuilder, Prakat> build, boolean adopt) {
        GlobalOptions options = session.options();
        DataFolder folder = DataFolder.of(options);
        AgencyPolicy policy = Session.policy(folder.policy()).withCalendar(folder.calendar());
        StaticSiteTarget site = StaticSiteTarget.builder(folder.site(), folder.baseAddress())
                .adopt(adopt)
                .build();
        List<Website> websites = folder.websites();
        LogSettingsFile settings = LogSettingsFile.of(options.data());
        folder.keep();
        HikariDataSource database = database(folder);
        try {
            AttachmentStore attachments = new FileAttachmentStore(folder.attachments());
            PrakatBuilder builder = Prakat.builder()
                    .dataSource(database)
                    .schema(SchemaMode.MIGRATE)
                    .policy(policy)
                    .target(TARGET, site)
                    .trafficLog(folder.trafficLog(options.node()))
                    .attachments(attachments)
                    .staff(CsvStaffDirectory.read(folder.staff()))
                    .staffRecords(folder.staffRecords())
                    .node(options.node())
                    .sweepInterval(DEFAULT_INTERVAL)
                    // One machine with one clock: what was agreed to for "now" is there with the next sweep.
                    .clockTolerance(Duration.ZERO)
                    .clock(options.clock());
            settings.applyTo(builder, folder.trafficLog(options.node()), options.clock());
            websites.forEach(website -> builder.target(website.name(), website.target()));
            return new Opening(database, build.apply(builder), attachments);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    Prakat prakat() {
        return prakat;
    }

    AttachmentStore attachments() {
        return attachments;
    }

    @Override
    public void close() {
        try {
            prakat.close();
        } finally {
            database.close();
        }
    }

    private static HikariDataSource database(DataFolder folder) {
        // The first process serves the database to the others; nobody from outside the machine may ask it.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.database() + ";AUTO_SERVER=TRUE");
        pool.setUsername("prakat");
        pool.setPassword("");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setPoolName("prakat");
        try {
            return new HikariDataSource(pool);
        } catch (PoolInitializationException e) {
            throw new PrakatException(
                    ProblemCode.BROKEN,
                    "database " + folder.database() + " cannot be opened (" + reason(e)
                            + "); expected a database that this program made, on a disk that can be written."
                            + " Nothing was changed.",
                    e);
        }
    }

    /** The innermost message; what wraps it says nothing more. */
    private static String reason(Throwable problem) {
        Throwable at = problem;
        for (@Nullable Throwable next = at.getCause(); next != null; next = at.getCause()) {
            at = next;
        }
        return String.valueOf(at.getMessage());
    }
}
