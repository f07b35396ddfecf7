package dev.prakat.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The rows of a draft, its submission and its approval, written by hand: prepared statements, nothing read, nothing checked,
 * three commits. What no layer above can undercut. One thread.
 */
final class BareRows {

    private static final OffsetDateTime NOW = SampleOffice.NOW.atOffset(ZoneOffset.UTC);
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final DataSource source;
    private final String body;

    BareRows(DataSource source, String body) {
        this.source = source;
        this.body = body;
    }

    void round(String item, String title) throws SQLException {
        draft(item, title);
        submit(item);
        decide(item);
    }

    private void draft(String item, String title) throws SQLException {
        commit(connection -> {
            run(
                    connection,
                    "insert into prakat_item (id, category, owner_unit, author, state, current_revision, delivery_pending,"
                            + " created_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    item,
                    "news-releases",
                    SampleOffice.UNIT,
                    "officer0-0",
                    "DRAFT",
                    1,
                    false,
                    NOW,
                    0);
            run(
                    connection,
                    "insert into prakat_revision (id, item_id, number, title, summary, body_html, language, content_hash,"
                            + " removed, created_at, created_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    item + "/1",
                    item,
                    1,
                    title,
                    "",
                    body,
                    "th",
                    HASH,
                    "",
                    NOW,
                    "officer0-0");
            run(
                    connection,
                    "insert into prakat_plan (id, revision_id, position, target, opens_at, closes_at, kind)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    item + "/1/p0",
                    item + "/1",
                    0,
                    "www",
                    NOW,
                    NOW.plusDays(30),
                    "GONE");
            event(connection, item, "item.drafted", "officer0-0");
        });
    }

    private void submit(String item) throws SQLException {
        commit(connection -> {
            run(connection, "update prakat_item set state = ?, version = ? where id = ?", "IN_APPROVAL", 1, item);
            run(
                    connection,
                    "insert into prakat_case (id, item_id, revision, procedure_id, policy_id, policy_version, binding, status,"
                            + " step, submitted_at, submitted_by, submitter_unit, version)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    item + "/1",
                    item,
                    1,
                    "internal",
                    "sso-website",
                    HASH,
                    HASH,
                    "IN_PROGRESS",
                    "approve",
                    NOW,
                    "officer0-0",
                    SampleOffice.UNIT,
                    0);
            event(connection, item, "item.submitted", "officer0-0");
        });
    }

    private void decide(String item) throws SQLException {
        commit(connection -> {
            run(
                    connection,
                    "insert into prakat_decision (id, case_id, position, step, outcome, reason, officer, decided_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    item + "/1/0",
                    item + "/1",
                    0,
                    "approve",
                    "APPROVE",
                    "ถูกต้องครบถ้วน",
                    "director-0",
                    NOW);
            run(
                    connection,
                    "update prakat_case set status = ?, step = ?, step_due_at = ?, version = ? where id = ?",
                    "APPROVED",
                    "publish",
                    NOW.plusDays(3),
                    1,
                    item + "/1");
            run(
                    connection,
                    "update prakat_item set state = ?, approved_revision = ?, approved_at = ?, binding = ?,"
                            + " delivery_pending = ?, version = ? where id = ?",
                    "APPROVED",
                    1,
                    NOW,
                    HASH,
                    true,
                    2,
                    item);
            event(connection, item, "item.approved", "director-0");
            event(connection, item, "item.decided", "director-0");
        });
    }

    private static void event(Connection connection, String item, String type, String officer) throws SQLException {
        run(
                connection,
                "insert into prakat_event (id, subject, type, happened_at, officer, details, log_origin, log_index, log_leaf)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                item,
                type,
                NOW,
                officer,
                "{\"case\":\"" + item + "/1\",\"binding\":\"" + HASH + "\",\"reason\":\"ถูกต้องครบถ้วน\"}",
                "log.example.go.th/main",
                1L,
                HASH);
    }

    private void commit(Work work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                if (values[n] instanceof OffsetDateTime) {
                    statement.setObject(n + 1, values[n], Types.TIMESTAMP_WITH_TIMEZONE);
                } else {
                    statement.setObject(n + 1, values[n]);
                }
            }
            statement.executeUpdate();
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
