package dev.prakat.cli;

import dev.prakat.category.Category;
import dev.prakat.duty.DutyCell;
import dev.prakat.duty.MatrixRow;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.policy.MatrixCsv;
import dev.prakat.policy.PolicyCheck;
import dev.prakat.policy.PolicyPage;
import dev.prakat.problem.Finding;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an agency decided. These commands open no database. */
@Command(name = "policy", mixinStandardHelpOptions = true)
final class PolicyCommands {

    static CommandLine line(Session session) {
        return new CommandLine(new PolicyCommands())
                .addSubcommand(new ListThem(session))
                .addSubcommand(new Show(session))
                .addSubcommand(new Matrix(session))
                .addSubcommand(new Check(session))
                .addSubcommand(new PolicyDiffCommand(session))
                .addSubcommand(new PolicyWhoCommand(session));
    }

    /** The policy that a command names, or the one of {@code --policy}, or the one that is shipped. */
    private static AgencyPolicy named(@Nullable String id, Session session) {
        String global = session.options().policy();
        return Session.policy(id != null ? id : Objects.requireNonNullElse(global, GlobalOptions.DEFAULT_POLICY));
    }

    /** {@code policy list}: the policies that are shipped. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListThem implements Callable<Integer> {

        private final Session session;

        ListThem(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<AgencyPolicy> policies = AgencyPolicy.builtInIds().stream()
                    .map(AgencyPolicy::builtIn)
                    .toList();
            session.answer(
                    policies.stream().map(Row::of).toList(),
                    () -> policies.stream()
                            .map(policy ->
                                    policy.id() + "  " + session.messages().either(policy.nameTh(), policy.nameEn()))
                            .toList());
            return ExitCode.DONE;
        }
    }

    /** A policy in a list, for machines. */
    record Row(String id, String version, String nameTh, String nameEn, String agencyTh, String agencyEn) {
        static Row of(AgencyPolicy policy) {
            return new Row(
                    policy.id(),
                    policy.version(),
                    policy.nameTh(),
                    policy.nameEn(),
                    policy.agencyNameTh(),
                    policy.agencyNameEn());
        }
    }

    /** {@code policy show}: one policy in short. */
    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "ID|FOLDER", arity = "0..1", descriptionKey = "arg.policy")
        private @Nullable String id;

        @Option(names = "--html", paramLabel = "FILE")
        private @Nullable Path html;

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            AgencyPolicy policy = named(id, session);
            if (html != null) {
                page(policy, html);
                return ExitCode.DONE;
            }
            PolicyView view = PolicyView.of(policy);
            session.answer(view, () -> view.lines(session.messages()));
            return ExitCode.DONE;
        }
    }

    private static void page(AgencyPolicy policy, Path file) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            PolicyPage.write(out, policy, Locale.forLanguageTag("th"));
        } catch (IOException e) {
            throw new PrakatException(ProblemCode.BROKEN, "the page cannot be written to " + file + ": " + e, e);
        }
    }

    /** {@code policy matrix}: the responsibility matrix as its source prints it. */
    @Command(name = "matrix", mixinStandardHelpOptions = true)
    static final class Matrix implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "ID|FOLDER", arity = "0..1", descriptionKey = "arg.policy")
        private @Nullable String id;

        @Option(names = "--csv")
        private boolean csv;

        Matrix(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            AgencyPolicy policy = named(id, session);
            if (csv && session.options().json()) {
                throw new WrongUse("found both --csv and --json; give one of them");
            }
            if (csv) {
                try {
                    MatrixCsv.write(session.terminal().out(), policy);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            } else {
                session.answer(
                        policy.matrix().rows().stream()
                                .map(row -> json(policy, row))
                                .toList(),
                        () -> policy.matrix().rows().stream()
                                .map(row -> line(policy, row))
                                .toList());
            }
            return ExitCode.DONE;
        }

        private static Map<String, Object> json(AgencyPolicy policy, MatrixRow row) {
            List<Category> path = policy.categories().path(row.category());
            Category category = path.get(path.size() - 1);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("row", row.row());
            json.put("section", category.section());
            json.put("category", category.id().value());
            json.put("path", path.stream().map(Category::label).toList());
            json.put("duties", cells(policy, row));
            return json;
        }

        private static Map<String, String> cells(AgencyPolicy policy, MatrixRow row) {
            Map<String, String> cells = new LinkedHashMap<>();
            policy.duties()
                    .forEach(duty -> cells.put(
                            duty.id(),
                            row.cell(duty.id()).map(DutyCell::printed).orElse("")));
            return cells;
        }

        private static String line(AgencyPolicy policy, MatrixRow row) {
            List<Category> path = policy.categories().path(row.category());
            String indent = "  ".repeat(path.size() - 1);
            String holders = String.join(" | ", cells(policy, row).values());
            String blank = holders.replace("|", "").isBlank() ? "" : "  [" + holders + "]";
            return row.row() + "  " + indent + path.get(path.size() - 1).label() + "  (" + row.category() + ")" + blank;
        }
    }

    /** {@code policy check}: everything that is wrong with a folder. */
    @Command(name = "check", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "FOLDER", descriptionKey = "arg.folder")
        private Path folder = Path.of("");

        Check(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            PolicyCheck found = AgencyPolicy.check(folder);
            session.answer(
                    new Answer(folder.toString(), found.loads(), found.errors(), found.gaps()), () -> lines(found));
            return found.loads() ? ExitCode.DONE : ExitCode.FINDING;
        }

        private List<String> lines(PolicyCheck found) {
            List<String> lines = new ArrayList<>();
            lines.add(
                    found.loads()
                            ? session.text("check.loads", found.gaps().size())
                            : session.text("check.errors", found.errors().size()));
            Stream.concat(found.errors().stream(), found.gaps().stream())
                    .map(Finding::line)
                    .map(line -> "  " + line)
                    .forEach(lines::add);
            return lines;
        }

        /** What a look at a folder found, for machines. */
        record Answer(String folder, boolean loads, List<Finding> errors, List<Finding> gaps) {}
    }
}
