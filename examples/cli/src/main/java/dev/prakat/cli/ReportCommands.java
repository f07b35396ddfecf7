package dev.prakat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The reports on which superiors act. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommands {

    static CommandLine line(Session session) {
        return new CommandLine(new ReportCommands())
                .addSubcommand(new ReportMaking.Oversight(session))
                .addSubcommand(new ReportMaking.Deadlines(session))
                .addSubcommand(new ReportMaking.Completeness(session))
                .addSubcommand(new ReportMaking.Currency(session))
                .addSubcommand(new ReportMark(session))
                .addSubcommand(new ReportFiling.Submit(session))
                .addSubcommand(new ReportFiling.Acknowledge(session))
                .addSubcommand(new ReportFiling.Order(session))
                .addSubcommand(new ReportFiling.Done(session))
                .addSubcommand(new ReportFiling.Listing(session));
    }
}
