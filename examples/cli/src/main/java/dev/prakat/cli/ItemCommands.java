package dev.prakat.cli;

import dev.prakat.Prakat;
import dev.prakat.approval.ApprovalCase;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.spi.Actor;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Items: from the draft to the end of what is public. */
@Command(name = "item", mixinStandardHelpOptions = true)
final class ItemCommands {

    static CommandLine line(Session session) {
        return new CommandLine(new ItemCommands())
                .addSubcommand(new ItemDraft(session))
                .addSubcommand(new Submit(session))
                .addSubcommand(new ItemPreviewCommand(session))
                .addSubcommand(new ItemDecide(session))
                .addSubcommand(new ItemCheck(session))
                .addSubcommand(new ItemRevise(session))
                .addSubcommand(new ItemHistory(session))
                .addSubcommand(new ItemCertificate(session))
                .addSubcommand(new ItemForm(session))
                .addSubcommand(new ItemDiff(session))
                .addSubcommand(new ItemFiles(session))
                .addSubcommand(new ItemList(session))
                .addSubcommand(new Show(session))
                .addSubcommand(new ItemRenew(session))
                .addSubcommand(new ItemEndings.Shorten(session))
                .addSubcommand(new ItemEndings.CallOff(session))
                .addSubcommand(new Withdraw(session))
                .addSubcommand(new ItemEndings.Erase(session));
    }

    /** Reads the key of an item. */
    static final class IdConverter implements ITypeConverter<ItemId> {
        @Override
        public ItemId convert(String value) {
            try {
                return new ItemId(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The one positional parameter of most commands. */
    static final class Which {

        /** Stands until the command line is read; the parameter is required. */
        private static final ItemId NONE = new ItemId("none");

        @Parameters(paramLabel = "ITEM", descriptionKey = "arg.item", converter = IdConverter.class)
        private ItemId id = NONE;

        ItemId id() {
            return id;
        }
    }

    /** {@code item submit}. */
    @Command(name = "submit", mixinStandardHelpOptions = true)
    static final class Submit implements Callable<Integer> {

        private final Session session;

        @CommandLine.Mixin
        private final Which which = new Which();

        Submit(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            try (Opening opening = session.open()) {
                ApprovalCase made = opening.prakat().approvals().submit(which.id(), actor);
                return CaseView.answer(session, opening, made);
            }
        }
    }

    /** {@code item show}. */
    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private final Session session;

        @CommandLine.Mixin
        private final Which which = new Which();

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Opening opening = session.look()) {
                Prakat prakat = opening.prakat();
                Item item = prakat.items().get(which.id());
                ItemView view = ItemView.of(
                        item,
                        prakat.approvals().cases(item.id()),
                        prakat.placements().of(item.id()));
                session.answer(view, () -> new ItemText(session, prakat.policy()).lines(item, view));
                return ExitCode.DONE;
            }
        }
    }

    /** {@code item withdraw}. */
    @Command(name = "withdraw", mixinStandardHelpOptions = true)
    static final class Withdraw implements Callable<Integer> {

        private final Session session;

        @CommandLine.Mixin
        private final Which which = new Which();

        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        private String reason = "";

        @Option(names = "--kind", paramLabel = "GONE|WITHDRAWN|VANISH", defaultValue = "GONE")
        private TakeDownKind kind = TakeDownKind.GONE;

        @Option(names = "--because", paramLabel = "ORDERED|SUPERSEDED|ERROR|PDPA_REQUEST", defaultValue = "ORDERED")
        private TakeDownReason because = TakeDownReason.ORDERED;

        Withdraw(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            try (Opening opening = session.open()) {
                opening.prakat().approvals().withdraw(which.id(), actor, kind, because, reason);
                Answer answer = new Answer(which.id().value(), kind.name(), because.name());
                session.answer(answer, () -> List.of(session.text("item.withdrawn", which.id())));
                return ExitCode.DONE;
            }
        }

        /** What was ordered, for machines. */
        record Answer(String item, String kind, String reason) {}
    }
}
