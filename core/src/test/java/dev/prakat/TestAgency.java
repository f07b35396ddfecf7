package dev.prakat;

import dev.prakat.approval.Decision;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.item.Draft;
import dev.prakat.item.DraftAttachment;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.schema.SchemaMode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.PrakatListener;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.staff.StaffRecords;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.testkit.ManualClock;
import dev.prakat.window.PublishWindow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A small agency on the real policy, with invented officers, a database in memory, a clock and a website to play with. */
public final class TestAgency implements AutoCloseable {

    public static final Actor AUTHOR = Actor.local("somying");
    public static final Actor DIRECTOR = Actor.local("director-ssn");
    public static final Actor OTHER_DIRECTOR = Actor.local("director-kc");
    public static final Actor COLLEAGUE = Actor.local("somsak");

    public final ManualClock clock = ManualClock.at("2021-03-01T02:00:00Z");
    public final InMemoryTarget.Web web = new InMemoryTarget().web();
    public final DataSource database;
    private final Path folder;
    private final SampleAgency agency;
    private Prakat prakat;

    public TestAgency(Path folder) {
        this(folder, SampleAgency.socialSecurityOffice());
    }

    public TestAgency(Path folder, SampleAgency agency) {
        this(
                folder,
                agency,
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    public TestAgency(Path folder, DataSource database) {
        this(folder, SampleAgency.socialSecurityOffice(), database);
    }

    public TestAgency(Path folder, SampleAgency agency, DataSource database) {
        this.folder = folder;
        this.agency = agency;
        this.database = database;
        this.prakat = open(new InMemoryTarget(web));
    }

    public Prakat prakat() {
        return prakat;
    }

    /** Closes everything but the database, the log's folder and the website, and opens it again, as after a restart. */
    public Prakat restart(PublishingTarget target) {
        prakat.close();
        prakat = open(target);
        return prakat;
    }

    private Prakat open(PublishingTarget target) {
        return settings(target).build();
    }

    /** A second one beside the first, on the same database and log folder, that only looks. */
    public Prakat looker() {
        return settings(new InMemoryTarget(web)).readOnly().build();
    }

    /** The agency goes on with another calendar, as when the Cabinet has set a holiday. */
    public Prakat restart(WorkingCalendar calendar) {
        prakat.close();
        prakat = settings(new InMemoryTarget(web))
                .policy(agency.policy().withCalendar(calendar))
                .build();
        return prakat;
    }

    /** The agency goes on with another way of answering requests. */
    public Prakat restartWith(RequestPolicy requests) {
        prakat.close();
        prakat = settings(new InMemoryTarget(web)).requestPolicy(requests).build();
        return prakat;
    }

    /** The agency goes on with one website more. */
    public Prakat restart(String another, InMemoryTarget target) {
        prakat.close();
        prakat = settings(new InMemoryTarget(web)).target(another, target).build();
        return prakat;
    }

    /** The agency goes on with other orders about its officers, as when the files of them were written anew. */
    public Prakat restart(StaffRecords records) {
        prakat.close();
        prakat = settings(new InMemoryTarget(web)).staffRecords(records).build();
        return prakat;
    }

    /** The agency goes on with a listener. */
    public Prakat restart(PrakatListener listener) {
        prakat.close();
        prakat = settings(new InMemoryTarget(web)).listener(listener).build();
        return prakat;
    }

    /** The agency goes on with these websites, and whatever else is said. */
    public Prakat restart(Map<String, ? extends PublishingTarget> targets, Consumer<PrakatBuilder> more) {
        prakat.close();
        PrakatBuilder builder = settings();
        targets.forEach(builder::target);
        more.accept(builder);
        prakat = builder.build();
        return prakat;
    }

    private PrakatBuilder settings(PublishingTarget target) {
        return settings().target("www", target);
    }

    private PrakatBuilder settings() {
        return Prakat.builder()
                .dataSource(database)
                .schema(SchemaMode.MIGRATE)
                .policy(agency.policy())
                .complaintPolicy(ComplaintPolicy.builtIn("sso-complaint-kpi"))
                .requestPolicy(RequestPolicy.builtIn("sso-data-request"))
                .trafficLog(log())
                .staff(agency.directory())
                .staffRecords(agency.records())
                .clock(clock);
    }

    public Path log() {
        return folder.resolve("trafficlog");
    }

    /** The file in which the bytes of an attachment are kept. */
    public Path stored(String sha256) {
        return folder.resolve("attachments").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Does to the tables what somebody with the database's password can do, past Prakat. */
    public int sql(String statement) {
        try (Connection connection = database.getConnection();
                Statement run = connection.createStatement()) {
            return run.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** A notice with a file, public for the days given. */
    public static Draft draft(String title, LocalDate from, LocalDate until) {
        return Draft.of("news-releases", title, "<p>รายละเอียดของ " + title + "</p>")
                .withAttachment(file("ประกาศ.txt", "เนื้อหาของ " + title))
                .withPlacement(PlacementPlan.gone("www", PublishWindow.ofDates(from, until)));
    }

    public static DraftAttachment file(String name, String text) {
        return new DraftAttachment(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Drafts, submits and agrees. */
    public ItemId approved(Draft draft) {
        ItemId id = prakat.items().draft(AUTHOR, draft);
        approve(id);
        return id;
    }

    public void approve(ItemId id) {
        prakat.approvals().submit(id, AUTHOR);
        prakat.approvals().decide(id, DIRECTOR, Decision.approve("ถูกต้องครบถ้วน"));
    }

    public void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    /** Every text in every table, as somebody with the database's password would look for it. */
    public String everythingInTheDatabase() {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select table_name from information_schema.tables where lower(table_name) like 'prakat%'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            all.append(rows.getString(i)).append('\n');
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be read", e);
        }
        return all.toString();
    }

    /** Everything that the public can read, in one text. */
    public String publicText() {
        return String.join("\n", web.bodies().values());
    }

    @Override
    public void close() {
        prakat.close();
    }
}
