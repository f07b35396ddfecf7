package dev.prakat.cli;

import dev.prakat.Prakat;
import dev.prakat.delivery.Placement;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemPage;
import dev.prakat.item.ItemSearch;
import dev.prakat.item.ItemState;
import dev.prakat.item.ItemSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code item list}: items, the newest first, page by page. Where the next page begins goes to standard error. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class ItemList implements Callable<Integer> {

    private static final int MOST = 1000;

    private final Session session;

    @Option(names = "--state", paramLabel = "DRAFT|IN_APPROVAL|APPROVED|ARCHIVED")
    private @Nullable ItemState state;

    @Option(names = "--unit", paramLabel = "UNIT")
    private @Nullable String unit;

    @Option(names = "--category", paramLabel = "ID|ROW|PATH")
    private @Nullable String category;

    @Option(names = "--source", paramLabel = "INTERNAL|MINISTRY|EXTERNAL")
    private @Nullable String source;

    @Option(names = "--title", paramLabel = "WORDS")
    private @Nullable String title;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50")
    private int limit = 50;

    @Option(names = "--after", paramLabel = "CURSOR")
    private @Nullable String after;

    ItemList(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new WrongUse("--limit: found " + limit + ", expected a number from 1 to " + MOST);
        }
        try (Opening opening = session.look()) {
            Prakat prakat = opening.prakat();
            ItemPage page = prakat.items().find(new ItemSearch(state, unit, category, source, title, limit, after));
            List<ItemRow> rows = rows(prakat, page.items());
            session.answer(
                    rows,
                    () -> rows.isEmpty()
                            ? List.of(session.text("item.none"))
                            : rows.stream().map(row -> row.line(session)).toList());
            if (page.next() != null) {
                session.note("list.next", page.next());
            }
            return ExitCode.DONE;
        }
    }

    private static List<ItemRow> rows(Prakat prakat, List<ItemSummary> items) {
        Map<ItemId, List<Placement>> placements =
                prakat.placements().of(items.stream().map(ItemSummary::id).toList());
        List<ItemRow> rows = new ArrayList<>();
        items.forEach(item -> rows.add(ItemRow.of(item, placements.getOrDefault(item.id(), List.of()))));
        return rows;
    }
}
