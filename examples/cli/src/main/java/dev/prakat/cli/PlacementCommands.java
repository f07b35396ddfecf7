package dev.prakat.cli;

import dev.prakat.delivery.Placement;
import dev.prakat.delivery.PlacementArtefact;
import dev.prakat.delivery.PlacementSearch;
import dev.prakat.delivery.PlacementState;
import dev.prakat.item.ItemId;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is where: each item on each website. */
@Command(name = "placement", mixinStandardHelpOptions = true)
final class PlacementCommands {

    private static final int MOST = 1000;

    static CommandLine line(Session session) {
        return new CommandLine(new PlacementCommands())
                .addSubcommand(new OfAll(session))
                .addSubcommand(new OfOne(session));
    }

    /** {@code placement list}: by their keys, a page at a time. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class OfAll implements Callable<Integer> {

        private final Session session;

        @Option(names = "--target", paramLabel = "NAME")
        private @Nullable String target;

        @Option(names = "--state", paramLabel = "STATE", split = ",")
        private Set<PlacementState> states = Set.of();

        @Option(names = "--limit", paramLabel = "N", defaultValue = "50")
        private int limit = 50;

        @Option(names = "--after", paramLabel = "PLACEMENT", defaultValue = "")
        private String after = "";

        OfAll(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            if (limit < 1 || limit > MOST) {
                throw new WrongUse("--limit: found " + limit + ", expected a number from 1 to " + MOST);
            }
            try (Opening opening = session.look()) {
                List<Placement> found =
                        opening.prakat().placements().list(new PlacementSearch(target, states, after, limit));
                session.answer(
                        found.stream().map(PlacementCommands::view).toList(),
                        () -> found.isEmpty()
                                ? List.of(session.text("placement.none"))
                                : found.stream()
                                        .map(placement -> line(session, placement))
                                        .toList());
                if (found.size() == limit) {
                    session.note("list.next", found.get(found.size() - 1).id());
                }
                return ExitCode.DONE;
            }
        }
    }

    /** {@code placement show}: one placement, or all of an item, with every address and what was seen there. */
    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class OfOne implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "PLACEMENT|ITEM", descriptionKey = "arg.placement")
        private String key = "";

        OfOne(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            int at = key.indexOf('@');
            ItemId item = item(at < 0 ? key : key.substring(0, at));
            try (Opening opening = session.look()) {
                List<Placement> found = opening.prakat().placements().of(item).stream()
                        .filter(placement -> at < 0 || placement.id().equals(key))
                        .toList();
                if (found.isEmpty()) {
                    throw new PrakatException(
                            ProblemCode.NOT_FOUND,
                            "placement " + key + ": there is none. 'placement list' shows those that there are; an item"
                                    + " gets its placements with the first sweep after it was approved.");
                }
                session.answer(found.stream().map(PlacementCommands::view).toList(), () -> lines(found));
                return ExitCode.DONE;
            }
        }

        private static ItemId item(String text) {
            try {
                return new ItemId(text);
            } catch (IllegalArgumentException e) {
                throw new WrongUse(String.valueOf(e.getMessage()));
            }
        }

        private List<String> lines(List<Placement> found) {
            List<String> lines = new ArrayList<>();
            for (Placement placement : found) {
                lines.add(line(session, placement));
                for (PlacementArtefact seen : placement.artefacts()) {
                    lines.add(session.text(
                            "placement.address",
                            seen.artefact().kind(),
                            seen.artefact().address(),
                            seen.answer() == null ? "-" : seen.answer(),
                            seen.evidence(),
                            session.printed(seen.observedAt())));
                }
                if (placement.lastProblem() != null) {
                    lines.add("  " + placement.lastProblem());
                }
            }
            return lines;
        }
    }

    private static String line(Session session, Placement placement) {
        return session.text(
                "placement.line",
                placement.id(),
                session.text("PlacementState." + placement.state()),
                session.printed(placement.schedule().opens()),
                session.printed(placement.schedule().closes()),
                session.printed(placement.due()));
    }

    private static View view(Placement placement) {
        return new View(
                placement.id(),
                placement.item().value(),
                placement.schedule().opens().toString(),
                Json.instant(placement.schedule().closes()),
                placement.schedule().kind().name(),
                PlacementView.of(placement));
    }

    /** A placement, for machines. */
    record View(
            String id, String item, String opens, @Nullable String closes, String kind, PlacementView placement) {}
}
