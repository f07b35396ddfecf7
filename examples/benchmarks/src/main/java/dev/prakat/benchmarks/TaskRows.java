package dev.prakat.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.prakat.category.CategoryId;
import dev.prakat.duty.MatrixRow;
import dev.prakat.procedure.Procedure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the tables as years of an office would: items of three revisions each, a case, a decision and a plan for each of
 * these, nearly all of it long done. One case in 200 awaits its first decision, spread over all units; half of those are of
 * the newest items and half of any age. Straight SQL, as the server makes rows faster than anybody could send them. The
 * journal and what was captured at public addresses are left out: no question that is measured here reads them.
 */
final class TaskRows {

    /** Item n of :items, of unit n % 60; the oldest four years ago. An open one is every 400th, and each of the newest 1/400. */
    private static final String SEED = """
            create temporary table seed on commit preserve rows as
            select n, to_char(at, 'YYMMDD') || '-' || lpad(to_hex(n), 10, '0') as id, at, units[1 + n % 60] as unit,
              categories[1 + (n / 60) % cardinality(categories)] as category,
              n % 400 = 7 or n > items - items / 400 as open, procedure, policy, version, step
            from given, generate_series(1, (select items from given)) n,
              lateral (select timestamptz '2021-03-01 02:00:00+00'
                - interval '4 years' * ((items - n)::float8 / items) as at) x""";

    private static final String ITEMS = """
            insert into prakat_item (id, category, owner_unit, author, state, current_revision, approved_revision,
              approved_at, delivery_pending, created_at, version)
            select id, category, unit, 'officer' || n % 5 || '-' || n % 60,
              case when open then 'IN_APPROVAL' else 'APPROVED' end, 3, case when open then 2 else 3 end,
              at + interval '2 hours', false, at, 9
            from seed order by id""";

    private static final String REVISIONS = """
            insert into prakat_revision (id, item_id, number, title, summary, body_html, language, content_hash, removed,
              created_at, created_by)
            select id || '/' || r, id, r, 'ประกาศสำนักงานประกันสังคม เรื่องที่ ' || n || ' ฉบับที่ ' || r,
              'สรุปสาระสำคัญของประกาศ', '<p>' || repeat('ข้อความของประกาศฉบับนี้ ', 10) || n || '</p>', 'th',
              md5(id || r) || md5(r || id), '', at + interval '1 hour' * r, 'officer' || n % 5 || '-' || n % 60
            from seed, generate_series(1, 3) r order by id, r""";

    private static final String PLANS = """
            insert into prakat_plan (id, revision_id, position, target, opens_at, closes_at, kind)
            select id || '/' || r || '/p0', id || '/' || r, 0, 'www', at, at + interval '90 days', 'GONE'
            from seed, generate_series(1, 3) r order by id, r""";

    private static final String CASES = """
            insert into prakat_case (id, item_id, revision, procedure_id, policy_id, policy_version, binding, status, step,
              step_due_at, submitted_at, submitted_by, submitter_unit, version)
            select id || '/' || r, id, r, procedure, policy, version, md5(id || r) || md5(r || id),
              case when r = 3 and open then 'IN_PROGRESS' when r = 1 and n % 10 = 0 then 'REFUSED' else 'DONE' end,
              case when r = 3 and open then step end, case when r = 3 and open then at + interval '3 days' end,
              at + interval '1 hour' * r, 'officer' || n % 5 || '-' || n % 60, unit, 1
            from seed, generate_series(1, 3) r order by id, r""";

    private static final String DECISIONS = """
            insert into prakat_decision (id, case_id, position, step, outcome, reason, officer, decided_at)
            select id || '/' || r || '/0', id || '/' || r, 0, step,
              case when r = 1 and n % 10 = 0 then 'REFUSE' else 'APPROVE' end, 'ถูกต้องครบถ้วน', 'director-' || n % 60,
              at + interval '1 hour' * r + interval '30 minutes'
            from seed, generate_series(1, 3) r where not (r = 3 and open) order by id, r""";

    private static final String PLACEMENTS = """
            insert into prakat_placement (id, item_id, target, category, revision, binding, opens_at, closes_at, kind, state,
              confirmed, confirmed_revision, fence, attempted, due_at, removal, attempts, delivered_at, proven_at,
              removal_due_at, removed_at, version)
            select id || '@www', id, 'www', category, case when open then 2 else 3 end, md5(id || 3) || md5(3 || id), at,
              at + interval '90 days', 'GONE', case when over then 'REMOVAL_PROVEN' else 'LIVE_PROVEN' end,
              case when over then 'TAKEN_DOWN' else 'REVISION' end, case when over then null else 3 end, 2, 'PRESENT:3',
              case when over then null else at + interval '90 days' end, not over, 0, at, at,
              case when over then at + interval '90 days' end, case when over then at + interval '90 days' end, 9
            from (select *, at + interval '90 days' <= timestamptz '2021-03-01 02:00:00+00' as over from seed) s
            order by id""";

    private final HikariDataSource source;

    TaskRows(HikariDataSource source) {
        this.source = source;
    }

    /** Fills the tables; the schema must be there and empty. Indexes are made again at the end, in one go. */
    void fill(int items) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            List<String> indexes = dropIndexes(connection);
            given(connection, items);
            run(connection, "set local session_replication_role = replica");
            run(connection, SEED);
            for (String sql : List.of(ITEMS, REVISIONS, PLANS, CASES, DECISIONS, PLACEMENTS)) {
                run(connection, sql);
            }
            for (String index : indexes) {
                run(connection, index);
            }
            connection.commit();
            connection.setAutoCommit(true);
            run(connection, "vacuum analyze");
        }
    }

    /** The indexes that hold up no constraint. */
    private static List<String> dropIndexes(Connection connection) throws SQLException {
        List<String> definitions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select indexname, indexdef from pg_indexes
                        where schemaname = current_schema() and tablename like 'prakat%'
                        and indexname not in (select conname from pg_constraint)""")) {
            while (rows.next()) {
                names.add(rows.getString(1));
                definitions.add(rows.getString(2));
            }
        }
        for (String name : names) {
            run(connection, "drop index " + name);
        }
        return definitions;
    }

    private static void given(Connection connection, int items) throws SQLException {
        Procedure procedure = SampleOffice.POLICY.procedureFor("INTERNAL");
        Object[] categories = SampleOffice.POLICY.matrix().rows().stream()
                .map(MatrixRow::category)
                .map(CategoryId::value)
                .distinct()
                .toArray();
        run(
                connection,
                "create temporary table given (items integer, units text[], categories text[], procedure text,"
                        + " policy text, version text, step text)");
        try (PreparedStatement insert = connection.prepareStatement("insert into given values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, items);
            insert.setArray(
                    2, connection.createArrayOf("text", SampleOffice.units().toArray()));
            insert.setArray(3, connection.createArrayOf("text", categories));
            insert.setString(4, procedure.id());
            insert.setString(5, SampleOffice.POLICY.id());
            insert.setString(6, SampleOffice.POLICY.version());
            insert.setString(7, procedure.steps().get(0).id());
            insert.executeUpdate();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
