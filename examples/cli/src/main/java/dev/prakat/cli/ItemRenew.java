package dev.prakat.cli;

import dev.prakat.approval.Renewal;
import dev.prakat.approval.Renewed;
import dev.prakat.item.ItemId;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code item renew}: asks for the same content to stay public for longer, for one item or many; each by itself. */
@Command(name = "renew", mixinStandardHelpOptions = true)
final class ItemRenew implements Callable<Integer> {

    private final Session session;

    @Parameters(
            paramLabel = "ITEM",
            arity = "1..*",
            descriptionKey = "arg.items",
            converter = ItemCommands.IdConverter.class)
    private List<ItemId> items = List.of();

    @Option(names = "--until", paramLabel = "DAY", required = true, converter = Moment.Converter.class)
    private @Nullable Moment until;

    @Option(names = "--target", paramLabel = "NAME", descriptionKey = "renew.target")
    private Set<String> targets = Set.of();

    ItemRenew(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Actor actor = session.actor();
        Renewal renewal = new Renewal(Objects.requireNonNull(until).dayInBangkok(), targets);
        try (Opening opening = session.open()) {
            List<Answer> answers = opening.prakat().approvals().renew(items, actor, renewal).stream()
                    .map(Answer::of)
                    .toList();
            session.answer(
                    answers,
                    () -> answers.stream().map(answer -> answer.line(session)).toList());
            return answers.stream().allMatch(answer -> answer.problem() == null) ? ExitCode.DONE : ExitCode.FINDING;
        }
    }

    /** What became of one, for machines. */
    record Answer(
            String item,
            @Nullable String approvalCase,
            @Nullable String code,
            @Nullable String problem) {

        static Answer of(Renewed renewed) {
            PrakatException problem = renewed.problem();
            return new Answer(
                    renewed.item().value(),
                    renewed.run() == null ? null : renewed.run().id(),
                    problem == null ? null : problem.code().name(),
                    problem == null ? null : problem.getMessage());
        }

        String line(Session session) {
            return problem == null
                    ? session.text("item.renewed", item, String.valueOf(approvalCase))
                    : session.text("item.not-renewed", item, problem);
        }
    }
}
