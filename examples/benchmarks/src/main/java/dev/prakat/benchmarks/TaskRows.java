package dev.prakat.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.prakat.category.CategoryId;
import dev.prakat.duty.MatrixRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the tables as years of an office would: items of three revisions each, a case, a decision and a plan for each of
 * these, nearly all of it long done. Three cases in 400 wait: for a director's agreement, for whoever holds the duty to publish
 * or to verify, and for one web master to whom they were assigned; some are of the newest items and the others of any age.
 * Straight SQL, as the server makes rows faster than anybody could send them. The journal and what was captured at public
 * addresses are left out: no question that is measured here reads them.
 */
final class TaskRows {

    /** To whom every case that was assigned is assigned, of the unit that screens. */
    static final String WEB_MASTER = "officer1-0";

    /** The director to whom a third of what awaits agreement for long belongs. */
    static final String BUSY_DIRECTOR = "director-7";

    /**
     * Item n of :items, of unit n % 60; the oldest four years ago. Open are every 400th and each of the newest 1/400: two in
     * five await agreement, two publication, one verification. Another 400th is assigned to the web master.
     */
    private static final String SEED = """
            create temporary table seed on commit preserve rows as
            select n, to_char(at, 'YYMMDD') || '-' || lpad(to_hex(n), 10, '0') as id, at, units[1 + n % 60] as unit,
              categories[1 + (n / 60) % cardinality(categories)] as category, policy, version,
              case when n % 400 = 207 then 'assigned'
                when n % 400 = 7 or n > items - items / 400
                then (array['agree', 'agree', 'publish', 'publish', 'verify'])[1 + (n / 400 + n) % 5] end as awaits
            from given, generate_series(1, (select items from given)) n,
              lateral (select timestamptz '2021-03-01 02:00:00+00'
                - interval '4 years' * ((items - n)::float8 / items) as at) x""";

    private static final String ITEMS = """
            insert into prakat_item (id, category, owner_unit, author, state, current_revision, approved_revision,
              approved_category, approved_at, delivery_pending, created_at, version)
            select id, category, unit, 'officer' || n % 5 || '-' || n % 60,
              case when awaits = 'agree' then 'IN_APPROVAL' else 'APPROVED' end, 3,
              case when awaits = 'agree' then 2 else 3 end, category, at + interval '2 hours', false, at, 9
            from seed order by id""";

    private static final String REVISIONS = """
            insert into prakat_revision (id, item_id, number, category, title, summary, body_html, language, content_hash,
              origin_hash, source, removed, created_at, created_by)
            select id || '/' || r, id, r, category, 'ประกาศสำนักงานประกันสังคม เรื่องที่ ' || n || ' ฉบับที่ ' || r,
              'สรุปสาระสำคัญของประกาศ', '<p>' || repeat('ข้อความของประกาศฉบับนี้ ', 10) || n || '</p>', 'th',
              md5(id || r) || md5(r || id), md5(id) || md5(id), 'INTERNAL', '', at + interval '1 hour' * r,
              'officer' || n % 5 || '-' || n % 60
            from seed, generate_series(1, 3) r order by id, r""";

    private static final String PLANS = """
            insert into prakat_plan (id, revision_id, position, target, opens_at, closes_at, kind)
            select id || '/' || r || '/p0', id || '/' || r, 0, 'www', at, at + interval '90 days', 'GONE'
            from seed, generate_series(1, 3) r order by id, r""";

    private static final String CASES = """
            insert into prakat_case (id, item_id, revision, procedure_id, policy_id, policy_version, binding, status, step,
              step_began_at, step_due_at, step_soft, submitted_at, submitted_by, submitter_unit, source, category, owner_unit,
              author, assigned_officer, version)
            select id || '/' || r, id, r, case when r = 3 and awaits = 'assigned' then 's001-2-1-2' else 's001-2-1-1' end,
              policy, version, md5(id || r) || md5(r || id),
              case when r = 1 and n % 10 = 0 then 'REFUSED' when r < 3 or awaits is null then 'DONE'
                when awaits = 'agree' then 'IN_PROGRESS' else 'APPROVED' end,
              case when r < 3 then null when awaits = 'assigned' then 'publish' else awaits end,
              case when r = 3 and awaits is not null then at + interval '4 hours' end,
              case when r = 3 and awaits in ('publish', 'assigned') then at + interval '3 days' end, false,
              at + interval '1 hour' * r, 'officer' || n % 5 || '-' || n % 60, unit, 'INTERNAL', category, unit,
              'officer' || n % 5 || '-' || n % 60, case when r = 3 and awaits = 'assigned' then :web_master end, 1
            from seed, generate_series(1, 3) r order by id, r""";

    /** What was done in each case: the agreement, and in the newest what followed it. */
    private static final String ACTS = """
            insert into prakat_act (id, case_id, position, step, outcome, choice, reason, agrees, officer, unit, posts,
              decided_at, moved)
            select id || '/' || r || '/' || position, id || '/' || r, position, step,
              case when r = 1 and n % 10 = 0 then 'REFUSE' else outcome end, choice, 'ถูกต้องครบถ้วน', true, officer, unit,
              case when officer like 'director%' then 'DIRECTOR' else '' end,
              at + interval '1 hour' * r + interval '30 minutes' * (1 + position), true
            from seed, generate_series(1, 3) r, lateral (values
                (0, 'agree', 'APPROVE', null, 'director-' || n % 60, r < 3 or awaits in ('publish', 'verify') or awaits is null),
                (1, 'publish', 'DONE', null, 'officer' || n % 5 || '-' || n % 60, r = 3 and (awaits is null or awaits = 'verify')),
                (2, 'verify', 'DONE', null, 'officer4-0', r = 3 and awaits is null),
                (0, 'executive', 'APPROVE', null, 'executive-1', r = 3 and awaits = 'assigned'),
                (1, 'letter', 'APPROVE', null, 'director-' || n % 60, r = 3 and awaits = 'assigned'),
                (2, 'screen', 'ASSIGN', :web_master, 'director-0', r = 3 and awaits = 'assigned'))
              as done (position, step, outcome, choice, officer, was)
            where was order by id, r, position""";

    private static final String FINDINGS = """
            insert into prakat_case_finding (id, case_id, position, kind, action, place, line_no, column_no, masked, waived_by,
              waived_at, waiver)
            select id || '/' || 3 || '/f0', id || '/' || 3, 0, 'NAME', 'WARN', 'body', 1, 1, 'นาย•••', 'director-' || n % 60,
              at + interval '4 hours', 'เป็นชื่อผู้ติดต่อ'
            from seed where n % 10 = 3 order by id""";

    private static final String TASK_KEYS = """
            insert into prakat_task_key (id, case_id, task_key, due_at, submitted_at)
            select id || '/3 ' || key, id || '/3', key,
              case when awaits in ('publish', 'assigned') then at + interval '3 days' end, at + interval '3 hours'
            from seed, given, lateral (select case awaits when 'agree' then 'post:DIRECTOR@' || unit
                when 'publish' then 'duty:PUBLISH/' || category when 'verify' then 'duty:VERIFY/' || category
                else 'officer:' || :web_master end as one) k,
              lateral (select one as key union all select one || '@' || owners[1 + n % 60] where one like 'duty:%') each
            where awaits is not null order by id, key""";

    private static final String PLACEMENTS = """
            insert into prakat_placement (id, item_id, target, category, revision, binding, opens_at, closes_at, kind, state,
              confirmed, confirmed_revision, fence, attempted, due_at, removal, attempts, delivered_at, proven_at,
              removal_due_at, removed_at, version)
            select id || '@www', id, 'www', category, case when awaits = 'agree' then 2 else 3 end, md5(id || 3) || md5(3 || id),
              at, at + interval '90 days', 'GONE', case when over then 'REMOVAL_PROVEN' else 'LIVE_PROVEN' end,
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
            for (String sql : List.of(ITEMS, REVISIONS, PLANS, CASES, ACTS, FINDINGS, TASK_KEYS, PLACEMENTS)) {
                run(connection, sql.replace(":web_master", "'" + WEB_MASTER + "'"));
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
        Object[] categories = SampleOffice.POLICY.matrix().rows().stream()
                .map(MatrixRow::category)
                .filter(category -> !SampleOffice.POLICY.matrix().gaps().contains(category))
                .map(CategoryId::value)
                .distinct()
                .toArray();
        run(
                connection,
                "create temporary table given (items integer, units text[], owners text[], categories text[], policy text, version text)");
        try (PreparedStatement insert = connection.prepareStatement("insert into given values (?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, items);
            insert.setArray(
                    2, connection.createArrayOf("text", SampleOffice.units().toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            SampleOffice.units().stream()
                                    .map(SampleOffice.POLICY.units()::keyOf)
                                    .toArray()));
            insert.setArray(4, connection.createArrayOf("text", categories));
            insert.setString(5, SampleOffice.POLICY.id());
            insert.setString(6, SampleOffice.POLICY.version());
            insert.executeUpdate();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
