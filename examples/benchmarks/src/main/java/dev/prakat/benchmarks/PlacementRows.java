package dev.prakat.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;

/**
 * Placements as an office would have them after many years: nearly all of them proven removals, about one in twelve public
 * with an end ahead, a few that wait. Spread over four websites and the policy's categories. Straight SQL; items are left
 * out, as no question that is measured here reads them.
 */
final class PlacementRows {

    /** The websites. */
    static final List<String> TARGETS = List.of("site-0", "site-1", "site-2", "site-3");

    private static final String ROWS = """
            insert into prakat_placement (id, item_id, target, category, revision, binding, opens_at, closes_at, kind, state,
              confirmed, confirmed_revision, fence, attempted, due_at, removal, attempts, delivered_at, proven_at,
              removal_due_at, removed_at, removal_late_ms, version)
            select id || '@' || target, id, target, 'category-' || n % 40, 1, md5(id) || md5(target), at,
              at + interval '90 days', 'GONE', mix, case mix when 'REMOVAL_PROVEN' then 'TAKEN_DOWN' when 'LIVE_PROVEN' then
              'REVISION' else 'NOTHING' end, case when mix = 'LIVE_PROVEN' then 1 end, case mix when 'WAITING' then 0 else 2 end,
              case mix when 'WAITING' then null else 'PRESENT:1' end, case mix when 'REMOVAL_PROVEN' then null when
              'LIVE_PROVEN' then at + interval '90 days' else at end, mix = 'LIVE_PROVEN', 0,
              case when mix <> 'WAITING' then at end, case mix when 'LIVE_PROVEN' then at when 'REMOVAL_PROVEN' then
              at + interval '90 days' end, case when mix = 'REMOVAL_PROVEN' then at + interval '90 days' end,
              case when mix = 'REMOVAL_PROVEN' then at + interval '90 days' end,
              case when mix = 'REMOVAL_PROVEN' then n % 40000 end, 5
            from generate_series(:from, :to) n,
              lateral (select case when n % 1000 = 7 then 'WAITING' when n % 25 < 2 then 'LIVE_PROVEN' else 'REMOVAL_PROVEN' end
                as mix) m,
              lateral (select to_char(timestamptz '2021-03-01 02:00:00+00' - interval '1 second' * n, 'YYMMDD') || '-'
                || lpad(to_hex(n), 10, '0') as id, 'site-' || n % 4 as target,
                timestamptz '2021-03-01 02:00:00+00' + case mix
                  when 'REMOVAL_PROVEN' then - interval '90 days' - interval '20 seconds' * (n + 1)
                  when 'LIVE_PROVEN' then interval '1 hour' - interval '90 days' * ((n % 100000) / 100001.0)
                  else interval '1 hour' + interval '1 second' * (n % 2000000) end as at) x""";

    /** Removals that are due now, of what is public; the longest overdue for half an hour. */
    private static final String DUE_REMOVALS = """
            update prakat_placement set closes_at = due, due_at = due from (
              select id, timestamptz '2021-03-01 02:00:00+00' - interval '1 second' * (row_number() over (order by id)) as due
              from prakat_placement where state = 'LIVE_PROVEN' order by id limit :count) d
            where prakat_placement.id = d.id""";

    /** Publications that are due now. */
    private static final String DUE_PUBLICATIONS = """
            update prakat_placement set opens_at = due, due_at = due from (
              select id, timestamptz '2021-03-01 02:00:00+00' - interval '1 second' * (row_number() over (order by id)) as due
              from prakat_placement where state = 'WAITING' order by id limit :count) d
            where prakat_placement.id = d.id""";

    private final HikariDataSource source;

    PlacementRows(HikariDataSource source) {
        this.source = source;
    }

    /** Adds placements number from (counted from 1) to to, none of them due. */
    void fill(int from, int to) throws SQLException {
        PostgresqlServer.run(
                source,
                "set session_replication_role = replica",
                ROWS.replace(":from", Integer.toString(from)).replace(":to", Integer.toString(to)),
                "set session_replication_role = origin",
                "vacuum analyze prakat_placement");
    }

    /** Puts off what an earlier run left due, so that nothing is. */
    void noneDue() throws SQLException {
        PostgresqlServer.run(
                source,
                "update prakat_placement set closes_at = closes_at + interval '90 days', due_at = due_at + interval '90 days'"
                        + " where due_at < timestamptz '2021-03-01 03:00:00+00'");
    }

    /** Makes so many due: nine in ten are removals. */
    void due(int count) throws SQLException {
        PostgresqlServer.run(
                source,
                DUE_REMOVALS.replace(":count", Integer.toString(count * 9 / 10)),
                DUE_PUBLICATIONS.replace(":count", Integer.toString(count - count * 9 / 10)),
                "vacuum analyze prakat_placement");
    }
}
