package dev.prakat.cli;

import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.Finding;
import dev.prakat.procedure.Post;
import dev.prakat.staff.CsvStaffDirectory;
import dev.prakat.staff.StaffRecords;
import dev.prakat.staff.StaffRegister;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Officers, delegations and appointments. These commands open no database. */
@Command(name = "staff", mixinStandardHelpOptions = true)
final class StaffCommands {

    static CommandLine line(Session session) {
        return new CommandLine(new StaffCommands()).addSubcommand(new Check(session));
    }

    /** {@code staff check}: roles that nobody fills, orders for unknown officers, accounts without guidance. */
    @Command(name = "check", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        private final Session session;

        @Option(names = "--officers", required = true, paramLabel = "FILE")
        private Path officers = Path.of("");

        @Option(names = "--delegations", required = true, paramLabel = "FILE")
        private Path delegations = Path.of("");

        @Option(names = "--appointments", required = true, paramLabel = "FILE")
        private Path appointments = Path.of("");

        @Option(names = "--on", paramLabel = "DATE", converter = Moment.Converter.class)
        private @Nullable Moment on;

        Check(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            String chosen = session.options().policy();
            AgencyPolicy policy = Session.policy(Objects.requireNonNullElse(chosen, GlobalOptions.DEFAULT_POLICY));
            StaffRegister register =
                    new StaffRegister(CsvStaffDirectory.read(officers), StaffRecords.read(delegations, appointments));
            Instant at = on == null ? session.options().clock().instant() : on.instant();
            List<Finding> findings = register.findings(delegatedRoles(policy), at);
            session.answer(
                    findings,
                    () -> findings.isEmpty()
                            ? List.of(session.text("staff.sound", session.printed(at)))
                            : findings.stream().map(Finding::line).toList());
            return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDING;
        }

        private static List<String> delegatedRoles(AgencyPolicy policy) {
            return policy.posts().stream()
                    .filter(post -> post.filledBy() == Post.FilledBy.DELEGATION)
                    .map(Post::id)
                    .toList();
        }
    }
}
