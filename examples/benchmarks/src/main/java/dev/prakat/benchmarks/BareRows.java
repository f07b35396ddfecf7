package dev.prakat.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The rows of a draft, its submission and its approval with everything that belongs to them, written by hand: prepared statements
 * with values that are there already, nothing read, nothing checked. As many durable commits, and as many records forced into a
 * log, as Prakat has. What no layer above can undercut. Thread-safe.
 */
final class BareRows {

    private static final OffsetDateTime NOW = SampleOffice.NOW.atOffset(ZoneOffset.UTC);
    private static final LocalDate TODAY = NOW.toLocalDate();
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String AUTHOR = "officer0-0";
    private static final String DIRECTOR = "director-0";
    private static final String CATEGORY = "news-releases";

    private final DataSource source;
    private final String title;
    private final String body;
    private final BareLog log;

    BareRows(DataSource source, String title, String body, BareLog log) {
        this.source = source;
        this.title = title;
        this.body = body;
        this.log = log;
    }

    void round(String item) throws SQLException, IOException {
        command(connection -> draft(connection, item));
        String toDecide = UUID.randomUUID().toString();
        command(connection -> submit(connection, item, toDecide));
        deliver(toDecide);
        String toPublish = UUID.randomUUID().toString();
        command(connection -> decide(connection, item, toPublish));
        deliver(toPublish);
    }

    private void draft(Connection connection, String item) throws SQLException {
        new BareInsert("prakat_item")
                .with("id", item)
                .with("category", CATEGORY)
                .with("owner_unit", SampleOffice.UNIT)
                .with("author", AUTHOR)
                .with("state", "DRAFT")
                .with("current_revision", 1)
                .with("delivery_pending", false)
                .with("created_at", NOW)
                .with("version", 0)
                .into(connection);
        new BareInsert("prakat_revision")
                .with("id", item + "/1")
                .with("item_id", item)
                .with("number", 1)
                .with("title", title)
                .with("summary", "")
                .with("body_html", body)
                .with("language", "th")
                .with("content_hash", HASH)
                .with("removed", "")
                .with("created_at", NOW)
                .with("created_by", AUTHOR)
                .with("category", CATEGORY)
                .with("origin_hash", HASH)
                .with("source", "INTERNAL")
                .into(connection);
        new BareInsert("prakat_plan")
                .with("id", item + "/1/p0")
                .with("revision_id", item + "/1")
                .with("position", 0)
                .with("target", "www")
                .with("opens_at", NOW)
                .with("closes_at", NOW.plusDays(30))
                .with("kind", "GONE")
                .into(connection);
        new BareInsert("prakat_subject")
                .with("subject", item)
                .with("events", 1)
                .with("hash", HASH)
                .with("version", 0)
                .into(connection);
        event(connection, item, "item.drafted", AUTHOR, 1, "");
    }

    private void submit(Connection connection, String item, String notification) throws SQLException {
        new BareInsert("prakat_case")
                .with("id", item + "/1")
                .with("item_id", item)
                .with("revision", 1)
                .with("procedure_id", "s001-2-1-1")
                .with("policy_id", "sso-website")
                .with("policy_version", HASH)
                .with("binding", HASH)
                .with("status", "IN_PROGRESS")
                .with("step", "agree")
                .with("step_began_at", NOW)
                .with("step_soft", false)
                .with("submitted_at", NOW)
                .with("submitted_by", AUTHOR)
                .with("submitter_unit", SampleOffice.UNIT)
                .with("source", "INTERNAL")
                .with("category", CATEGORY)
                .with("owner_unit", SampleOffice.UNIT)
                .with("author", AUTHOR)
                .with("version", 0)
                .into(connection);
        new BareInsert("prakat_case_finding")
                .with("id", item + "/1/f0")
                .with("case_id", item + "/1")
                .with("position", 0)
                .with("kind", "NAME")
                .with("action", "WARN")
                .with("place", "body")
                .with("line_no", 2)
                .with("column_no", 11)
                .with("masked", "******** ***********")
                .into(connection);
        taskKey(connection, item, "post:DIRECTOR@" + SampleOffice.UNIT);
        event(connection, item, "item.submitted", AUTHOR, 2, "");
        notification(connection, item, notification, AUTHOR);
        BareInsert.run(
                connection, "update prakat_item set state = ?, version = ? where id = ?", "IN_APPROVAL", 1, item);
        head(connection, item, 2, 1);
    }

    private void decide(Connection connection, String item, String notification) throws SQLException {
        new BareInsert("prakat_act")
                .with("id", item + "/1/0")
                .with("case_id", item + "/1")
                .with("position", 0)
                .with("step", "agree")
                .with("outcome", "APPROVE")
                .with("reason", "ถูกต้องครบถ้วน")
                .with("officer", DIRECTOR)
                .with("decided_at", NOW)
                .with("unit", SampleOffice.UNIT)
                .with("posts", "DIRECTOR")
                .with("agrees", true)
                .with("moved", true)
                .into(connection);
        event(
                connection,
                item,
                "item.decided",
                DIRECTOR,
                3,
                "{\"reason\":\"ถูกต้องครบถ้วน\",\"waiver\":\"เป็นชื่อผู้ติดต่อ\"}");
        event(connection, item, "item.approved", DIRECTOR, 4, "");
        event(connection, item, "item.released", DIRECTOR, 5, "");
        BareInsert.run(
                connection,
                "delete from prakat_task_key where id = ?",
                key(item, "post:DIRECTOR@" + SampleOffice.UNIT));
        taskKey(connection, item, "duty:PUBLISH/" + CATEGORY);
        taskKey(connection, item, "duty:PUBLISH/" + CATEGORY + "@" + SampleOffice.UNIT);
        for (int days : new int[] {30, 7, 1}) {
            new BareInsert("prakat_reminder")
                    .with("id", item + "@www " + TODAY.plusDays(30) + " " + days + " ENDS")
                    .with("item_id", item)
                    .with("target", "www")
                    .with("kind", "ENDS")
                    .with("days_left", days)
                    .with("last_day", TODAY.plusDays(30))
                    .with("due_on", TODAY.plusDays(30 - days))
                    .into(connection);
        }
        notification(connection, item, notification, DIRECTOR);
        BareInsert.run(
                connection,
                "update prakat_case_finding set waived_by = ?, waived_at = ?, waiver = ? where id = ?",
                DIRECTOR,
                NOW,
                "เป็นชื่อผู้ติดต่อ",
                item + "/1/f0");
        BareInsert.run(
                connection,
                "update prakat_case set status = ?, step = ?, step_began_at = ?, step_due_at = ?, version = ? where id = ?",
                "APPROVED",
                "publish",
                NOW,
                NOW.plusDays(3),
                1,
                item + "/1");
        BareInsert.run(
                connection,
                "update prakat_item set state = ?, approved_revision = ?, approved_category = ?, approved_at = ?, binding = ?,"
                        + " delivery_pending = ?, version = ? where id = ?",
                "APPROVED",
                1,
                CATEGORY,
                NOW,
                HASH,
                true,
                2,
                item);
        head(connection, item, 5, 2);
    }

    private static void event(
            Connection connection, String item, String type, String officer, int position, String words)
            throws SQLException {
        new BareInsert("prakat_event")
                .with("id", UUID.randomUUID().toString())
                .with("subject", item)
                .with("type", type)
                .with("happened_at", NOW)
                .with("officer", officer)
                .with(
                        "details",
                        "{\"case\":\"" + item + "/1\",\"binding\":\"" + HASH + "\",\"policyVersion\":\"" + HASH + "\"}")
                .with("log_origin", "www.sso.example.go.th/tlog/main/20210301T020000Z")
                .with("log_index", 1L)
                .with("log_leaf", HASH)
                .with("position", position)
                .with("words", words.isEmpty() ? null : words)
                .with("words_salt", words.isEmpty() ? null : HASH.substring(32))
                .with("words_hash", words.isEmpty() ? null : HASH)
                .with("hash", HASH)
                .into(connection);
    }

    private static void taskKey(Connection connection, String item, String key) throws SQLException {
        new BareInsert("prakat_task_key")
                .with("id", key(item, key))
                .with("case_id", item + "/1")
                .with("task_key", key)
                .with("submitted_at", NOW)
                .into(connection);
    }

    private static String key(String item, String key) {
        return item + "/1 " + key;
    }

    private void notification(Connection connection, String item, String id, String officer) throws SQLException {
        new BareInsert("prakat_notification")
                .with("id", id)
                .with("subject", item)
                .with("type", "task.assigned")
                .with("happened_at", NOW)
                .with("officer", officer)
                .with("addressees", "{\"roles\":[],\"to\":[\"director-0\"]}")
                .with(
                        "details",
                        "{\"case\":\"" + item + "/1\",\"labelEn\":\"Agreement of the unit's director\",\"labelTh\":"
                                + "\"ขอความเห็นชอบจากผู้อำนวยการ\",\"step\":\"agree\",\"title\":\"" + title + "\"}")
                .with("next_attempt_at", NOW)
                .with("attempts", 0)
                .into(connection);
    }

    private static void head(Connection connection, String item, int events, int version) throws SQLException {
        BareInsert.run(
                connection,
                "update prakat_subject set events = ?, hash = ?, version = ? where subject = ?",
                events,
                HASH,
                version,
                item);
    }

    /** A notification is claimed, told and settled: two commits. */
    private void deliver(String notification) throws SQLException {
        commit(connection -> BareInsert.run(
                connection,
                "update prakat_notification set claim_token = ?, claim_until = ? where id = ?",
                HASH.substring(28),
                NOW,
                notification));
        commit(connection -> BareInsert.run(
                connection,
                "update prakat_notification set attempts = 1, delivered_at = ?, next_attempt_at = null, claim_token = null,"
                        + " claim_until = null where id = ?",
                NOW,
                notification));
    }

    private void command(Work work) throws SQLException, IOException {
        log.append();
        commit(work);
        log.append();
    }

    private void commit(Work work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
