package dev.prakat.cli;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.wordpress.UnmanagedPost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code target inventory}: what is public on the websites and has nobody who answers for it here, and no end. Changes nothing. */
@Command(name = "inventory", mixinStandardHelpOptions = true)
final class TargetInventory implements Callable<Integer> {

    private final Session session;

    @Option(names = "--name", paramLabel = "NAME")
    private @Nullable String name;

    TargetInventory(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Website> chosen = Websites.chosen(session, name);
        List<Row> rows = new ArrayList<>();
        TargetCommands.asked(
                session,
                "target-inventory",
                chosen,
                (website, target, recorder) ->
                        target.unmanaged(recorder).forEach(post -> rows.add(Row.of(website, post))));
        session.answer(rows, () -> lines(chosen, rows));
        return rows.isEmpty() ? ExitCode.DONE : ExitCode.FINDING;
    }

    private List<String> lines(List<Website> chosen, List<Row> rows) {
        List<String> lines = new ArrayList<>();
        for (Website website : chosen) {
            List<Row> found = rows.stream()
                    .filter(row -> row.target().equals(website.name()))
                    .toList();
            lines.add(session.text("target.unmanaged", website.name(), found.size()));
            found.forEach(row -> lines.add("  "
                    + session.text(
                            "target.unmanaged-post", row.published(), row.changed(), row.address(), row.title())));
        }
        return lines;
    }

    /** A post, for machines; the days are those of Bangkok. */
    record Row(String target, String address, String title, String published, String changed) {
        static Row of(Website website, UnmanagedPost post) {
            return new Row(
                    website.name(),
                    post.address().toString(),
                    post.title(),
                    day(post.published()),
                    day(post.changed()));
        }

        private static String day(Instant instant) {
            return LocalDate.ofInstant(instant, ThaiDate.BANGKOK).toString();
        }
    }
}
