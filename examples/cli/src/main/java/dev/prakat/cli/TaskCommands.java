package dev.prakat.cli;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Approvals;
import dev.prakat.approval.Task;
import dev.prakat.spi.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an officer has to do, and the ways to do it. */
@Command(name = "task", mixinStandardHelpOptions = true)
final class TaskCommands {

    static CommandLine line(Session session) {
        return new CommandLine(new TaskCommands())
                .addSubcommand(new Tasks(session))
                .addSubcommand(new ItemDecide(session))
                .addSubcommand(new Publish(session))
                .addSubcommand(new TaskVerify(session))
                .addSubcommand(new Told(session));
    }

    /** {@code task list}: the page of each morning. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class Tasks implements Callable<Integer> {

        private final Session session;

        Tasks(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            try (Opening opening = session.look()) {
                List<Task> tasks = opening.prakat().approvals().tasksFor(actor.officer());
                List<TaskView> views =
                        new ArrayList<>(tasks.stream().map(TaskView::of).toList());
                opening.prakat().reports().tasksFor(actor.officer()).forEach(task -> views.add(TaskView.of(task)));
                session.answer(views, () -> lines(views, tasks.size()));
                return ExitCode.DONE;
            }
        }

        private List<String> lines(List<TaskView> tasks, int ofItems) {
            if (tasks.isEmpty()) {
                return List.of(session.text("task.none"));
            }
            List<String> lines = new ArrayList<>();
            tasks.forEach(task -> lines.addAll(task.lines(session)));
            if (ofItems == Approvals.MOST_TASKS) {
                lines.add(session.text("task.more", Approvals.MOST_TASKS));
            }
            return lines;
        }
    }

    /** {@code task publish}: the officer answers for the publication. */
    @Command(name = "publish", mixinStandardHelpOptions = true)
    static final class Publish implements Callable<Integer> {

        private final Session session;

        @Mixin
        private final ItemCommands.Which which = new ItemCommands.Which();

        @Option(names = "--note", paramLabel = "TEXT", defaultValue = "")
        private String note = "";

        Publish(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            try (Opening opening = session.open()) {
                ApprovalCase stands = opening.prakat().approvals().publish(which.id(), actor, note);
                return CaseView.answer(session, opening, stands);
            }
        }
    }

    /** {@code task told}: the requester was told of a refusal. */
    @Command(name = "told", mixinStandardHelpOptions = true)
    static final class Told implements Callable<Integer> {

        private final Session session;

        @Mixin
        private final ItemCommands.Which which = new ItemCommands.Which();

        @Option(names = "--how", paramLabel = "TEXT", defaultValue = "")
        private String how = "";

        Told(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            try (Opening opening = session.open()) {
                ApprovalCase stands = opening.prakat().approvals().told(which.id(), actor, how);
                return CaseView.answer(session, opening, stands);
            }
        }
    }
}
