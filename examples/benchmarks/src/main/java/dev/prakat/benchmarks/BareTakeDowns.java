package dev.prakat.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * The rows of a take-down with its proof, written by hand: claimed four at a time, begun, taken down, proven, with as many
 * durable commits, and as many records forced into a log, as Prakat has. Nothing is read, nothing is checked. One thread.
 */
final class BareTakeDowns {

    /** The intent and the outcome of the action, of the change of the page, and of the look at each of two addresses. */
    static final int RECORDS = 8;

    private static final int CLAIMED_AT_ONCE = 4;
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String TOKEN = HASH.substring(28);

    private final HikariDataSource source;
    private final BareLog log;
    private final OffsetDateTime now;

    BareTakeDowns(HikariDataSource source, BareLog log, OffsetDateTime now) {
        this.source = source;
        this.log = log;
        this.now = now;
    }

    /** Copies what a take-down changes, as it stands. */
    static void copy(HikariDataSource to, String from) throws SQLException {
        for (String table : List.of("prakat_item", "prakat_placement", "prakat_artefact", "prakat_subject")) {
            PostgresqlServer.run(to, "insert into " + table + " select * from " + from + "." + table);
        }
        PostgresqlServer.run(to, "vacuum analyze");
    }

    /** Takes down these items on a website. */
    void run(List<String> items, String target) throws SQLException, IOException {
        for (int first = 0; first < items.size(); first += CLAIMED_AT_ONCE) {
            List<String> some = items.subList(first, Math.min(items.size(), first + CLAIMED_AT_ONCE));
            commit(connection -> {
                for (String item : some) {
                    BareInsert.run(
                            connection,
                            "update prakat_placement set claim_token = ?, claim_until = ?, version = version + 1 where id = ?",
                            TOKEN,
                            now,
                            item + "@" + target);
                }
            });
            for (String item : some) {
                takeDown(item, item + "@" + target);
            }
        }
    }

    private void takeDown(String item, String placement) throws SQLException, IOException {
        log.append();
        commit(connection -> {
            placement(connection, placement, "REMOVING", "REVISION");
            event(connection, item, "placement.begun");
        });
        log.append();
        log.append();
        commit(connection -> {
            placement(connection, placement, "REMOVED", "TAKEN_DOWN");
            event(connection, item, "placement.taken-down");
        });
        for (int look = 0; look < RECORDS - 4; look++) {
            log.append();
        }
        commit(connection -> {
            BareInsert.run(
                    connection,
                    "update prakat_artefact set answer = ?, soft = ?, evidence = ?, observed_at = ? where placement_id = ?",
                    "ABSENT",
                    false,
                    "GET 410",
                    now,
                    placement);
            placement(connection, placement, "REMOVAL_PROVEN", "TAKEN_DOWN");
            event(connection, item, "placement.removal-proven");
        });
        log.append();
    }

    private void placement(Connection connection, String placement, String state, String confirmed)
            throws SQLException {
        boolean proven = state.equals("REMOVAL_PROVEN");
        BareInsert.run(
                connection,
                "update prakat_placement set state = ?, confirmed = ?, confirmed_revision = null, fence = 2, attempted = ?,"
                        + " attempts = 1, removal_due_at = ?, removed_at = ?, proven_at = ?, removal_late_ms = ?, due_at = ?,"
                        + " removal = ?, claim_token = ?, claim_until = ?, version = version + 1 where id = ?",
                state,
                confirmed,
                "TAKE_DOWN:GONE",
                now,
                now,
                now,
                1L,
                proven ? null : now,
                !proven,
                proven ? null : TOKEN,
                proven ? null : now,
                placement);
    }

    private void event(Connection connection, String item, String type) throws SQLException {
        new BareInsert("prakat_event")
                .with("id", UUID.randomUUID().toString())
                .with("subject", item)
                .with("type", type)
                .with("happened_at", now)
                .with("officer", "sweep")
                .with("details", "{\"placement\":\"" + item + "@site-0\",\"fence\":\"2\",\"remote\":\"" + item + "\"}")
                .with("log_origin", "www.sso.example.go.th/tlog/main/20210301T020000Z")
                .with("log_index", 1L)
                .with("log_leaf", HASH)
                .with("position", 9)
                .with("hash", HASH)
                .into(connection);
        BareInsert.run(
                connection,
                "update prakat_subject set events = events + 1, hash = ?, version = version + 1 where subject = ?",
                HASH,
                item);
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
