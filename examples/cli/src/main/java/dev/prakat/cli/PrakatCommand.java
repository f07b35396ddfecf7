package dev.prakat.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/**
 * The command {@code prakat}: publishing for one agency from a terminal, a script or cron. Exit codes: 0 done, 1 a finding or a
 * refusal, 2 wrong use, 3 something broke, 4 the log is sound but not fully covered.
 */
@Command(name = "prakat", mixinStandardHelpOptions = true, versionProvider = PrakatCommand.Version.class)
public final class PrakatCommand {

    /** What Java puts where the locale's encoding could not read a character. */
    private static final String UNREADABLE = "\uFFFD";

    private static final String LOCALE =
            "found characters on the command line that could not be read, because the locale is"
                    + " not one of UTF-8; nothing was done. Set LC_ALL=C.UTF-8, or start it by examples/prakat.";

    @Mixin
    private final GlobalOptions options;

    PrakatCommand(GlobalOptions options) {
        this.options = options;
    }

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        routeLogging();
        Terminal terminal = Terminal.system();
        int code = run(List.of(args), terminal);
        terminal.flush();
        System.exit(code);
    }

    /** Hibernate asks for its logger through JBoss Logging, which would otherwise not find SLF4J's. */
    static void routeLogging() {
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }

    /** Runs one command in this process; the caller's streams stay open. */
    static int run(List<String> args, Terminal terminal) {
        Messages messages = new Messages(language(args));
        GlobalOptions options = new GlobalOptions();
        Session session = new Session(options, terminal, messages);
        CommandLine line = line(options, session);
        int code = args.stream().anyMatch(arg -> arg.contains(UNREADABLE))
                ? new Failures(session).wrongUse(LOCALE, line, args.contains("--json"))
                : line.execute(args.toArray(String[]::new));
        terminal.flush();
        return code;
    }

    /** The tree of commands. */
    static CommandLine line(GlobalOptions options, Session session) {
        Failures failures = new Failures(session);
        return new CommandLine(new PrakatCommand(options))
                .addSubcommand(PolicyCommands.line(session))
                .addSubcommand(CalendarCommands.line(session))
                .addSubcommand(StaffCommands.line(session))
                .addSubcommand(ItemCommands.line(session))
                .addSubcommand(TaskCommands.line(session))
                .addSubcommand(JournalCommands.line(session))
                .addSubcommand(new ScreenCommand(session))
                .addSubcommand(new SweepCommand(session))
                .addSubcommand(new HealthCommand(session))
                .addSubcommand(PlacementCommands.line(session))
                .addSubcommand(new DriftCommand(session))
                .addSubcommand(LogCommands.line(session))
                .addSubcommand(SiteCommands.line(session))
                .addSubcommand(TargetCommands.line(session))
                .addSubcommand(ComplaintCommands.line(session))
                .addSubcommand(RequestCommands.line(session))
                .addSubcommand(ReportCommands.line(session))
                .setResourceBundle(session.messages().bundle())
                .setOut(session.terminal().out())
                .setErr(session.terminal().err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    /** The language must be known before the first text is made, so before the command line is read as a whole. */
    private static Messages.Language language(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            String value = arg.startsWith("--lang=")
                    ? arg.substring("--lang=".length())
                    : arg.equals("--lang") && i + 1 < args.size() ? args.get(i + 1) : "";
            if (value.toLowerCase(Locale.ROOT).equals("en")) {
                return Messages.Language.en;
            }
        }
        return Messages.Language.th;
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = PrakatCommand.class.getPackage().getImplementationVersion();
            return new String[] {"prakat " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
