package dev.prakat.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.prakat.Prakat;
import dev.prakat.item.ItemId;
import dev.prakat.schema.Schema;
import dev.prakat.schema.SchemaMode;
import dev.prakat.spi.OfficerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the questions of a working day take when the database has grown: by default 1,000,000 items of three revisions in
 * a PostgreSQL of its own, filled first.
 *
 * <pre>
 * java -cp examples/benchmarks/target/benchmarks.jar dev.prakat.benchmarks.TaskLoad --items=1000000
 * </pre>
 *
 * {@code --calls=} how often each question is asked, {@code --url=} a PostgreSQL that is there already (its schema
 * {@code task_load} is dropped and made again, unless {@code --filled=yes} says that it holds the rows already; {@code --only=tasks} asks for nothing but the tasks of officers), {@code --home=} where the data lies, by default below {@code target}.
 */
public final class TaskLoad {

    private TaskLoad() {}

    /** A question, asked with a number that picks another subject each time. */
    private record Question(String name, Asking asking) {}

    private interface Asking {
        void ask(Prakat prakat, int number);
    }

    /** What is measured: a line each. */
    private static List<Question> questions(List<ItemId> items) {
        return List.of(
                new Question("items.newest(50)", (prakat, n) -> prakat.items().newest(50)),
                new Question(
                        "placements.newest(50)",
                        (prakat, n) -> prakat.placements().newest(50)),
                new Question("items.get(id)", (prakat, n) -> prakat.items().get(items.get(n % items.size()))),
                new Question(
                        "approvals.cases(id)", (prakat, n) -> prakat.approvals().cases(items.get(n % items.size()))),
                new Question("health()", (prakat, n) -> prakat.health()));
    }

    /** Whose tasks are asked for: nobody's in particular, a unit's, a director's, those of whom thousands of cases name. */
    private static final Map<String, String> OFFICERS = new TreeMap<>(Map.of(
            "a branch's officer", "officer0-55",
            "a director", "director-3",
            "a busy director", TaskRows.BUSY_DIRECTOR,
            "an officer of the centre", "officer2-0",
            "the centre's director", "director-0",
            "the web master", TaskRows.WEB_MASTER));

    /**
     * Fills and measures.
     *
     * @param arguments see above
     * @throws IOException if a folder cannot be made or the server does not start
     * @throws SQLException if the database cannot be filled
     */
    public static void main(String... arguments) throws IOException, SQLException {
        System.setProperty("org.jboss.logging.provider", "slf4j");
        Arguments given = new Arguments(arguments);
        int items = given.number("items", 1_000_000);
        int calls = given.number("calls", 500);
        Path home = Path.of(given.text("home", "target/task-load"));
        Files.createDirectories(home);
        try (PostgresqlServer server = PostgresqlServer.start(given, home)) {
            HikariDataSource source;
            if (given.text("filled", "no").equals("yes")) {
                source = server.schema("task_load");
            } else {
                source = server.emptySchema("task_load");
                fill(source, items);
            }
            PostgresqlServer.rows(source, "select status, count(*) from prakat_case group by status order by status")
                    .forEach(row -> System.out.println("cases " + row));
            measure(source, home, calls, given.text("only", ""));
        }
    }

    private static void fill(HikariDataSource source, int items) throws SQLException {
        Schema.prepare(source, SchemaMode.MIGRATE);
        long begun = System.nanoTime();
        new TaskRows(source).fill(items);
        System.out.printf(
                Locale.ROOT, "filled %,d items of 3 revisions in %.0f s%n", items, (System.nanoTime() - begun) / 1e9);
    }

    private static void measure(HikariDataSource source, Path home, int calls, String only) throws SQLException {
        // Every so many, all over the years, so that the rows of one are not those of the one before.
        List<ItemId> items = PostgresqlServer.rows(
                        source, "select id, '' from prakat_item tablesample system (0.5) order by random() limit 1000")
                .stream()
                .map(row -> new ItemId(row.strip()))
                .toList();
        StatementCount counted = new StatementCount(source);
        try (Prakat prakat =
                SampleOffice.settings(counted.source(), home).readOnly().build()) {
            // Everybody's before anybody's figures, so that no officer is measured while the code is still being
            // compiled.
            for (int n = 0; n < calls / 2; n++) {
                OFFICERS.values().forEach(officer -> prakat.approvals().tasksFor(new OfficerId(officer)));
            }
            for (Map.Entry<String, String> officer : OFFICERS.entrySet()) {
                tasks(prakat, counted, officer.getKey(), new OfficerId(officer.getValue()), calls);
            }
            for (Question question : only.equals("tasks") ? List.<Question>of() : questions(items)) {
                System.out.println(Latencies.of(
                        question.name(), calls, number -> question.asking().ask(prakat, number)));
            }
        }
    }

    private static void tasks(Prakat prakat, StatementCount counted, String who, OfficerId officer, int calls) {
        long before = counted.statements();
        int found = prakat.approvals().tasksFor(officer).size();
        long asked = counted.statements() - before;
        System.out.println(
                Latencies.of("tasks of " + who, calls, n -> prakat.approvals().tasksFor(officer)) + " " + found
                        + " tasks, " + asked + " statements");
    }
}
