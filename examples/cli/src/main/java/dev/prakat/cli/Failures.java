package dev.prakat.cli;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one message on standard error and the exit code that belongs to it. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final boolean DEBUG = "1".equals(System.getenv("PRAKAT_DEBUG"));

    private final Session session;

    Failures(Session session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        if (DEBUG) {
            problem.printStackTrace(session.terminal().err());
        }
        if (problem instanceof WrongUse) {
            return wrongUse(
                    String.valueOf(problem.getMessage()),
                    command,
                    session.options().json());
        }
        if (problem instanceof PrakatException known) {
            report(
                    known.code().name(),
                    message(known),
                    findings(known),
                    session.options().json());
            return ExitCode.of(known.code());
        }
        report(
                "UNEXPECTED",
                problem.getClass().getSimpleName() + ": " + problem.getMessage()
                        + ". Set PRAKAT_DEBUG=1 to see where it comes from.",
                List.of(),
                session.options().json());
        return ExitCode.BROKEN;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        if (DEBUG) {
            problem.printStackTrace(session.terminal().err());
        }
        CommandLine command = problem.getCommandLine();
        // The options were not all read, so the command line itself is asked.
        boolean json = List.of(args).contains("--json");
        wrongUse(String.valueOf(problem.getMessage()), command, json);
        if (!json) {
            UnmatchedArgumentException.printSuggestions(
                    problem, session.terminal().err());
        }
        return ExitCode.WRONG_USE;
    }

    /** Says that the command was used wrongly, and where its help is. */
    int wrongUse(String message, CommandLine command, boolean json) {
        report("WRONG_USE", message, List.of(), json);
        if (!json) {
            session.note("wrong-use.help", command.getCommandSpec().qualifiedName());
        }
        return ExitCode.WRONG_USE;
    }

    private void report(String code, String message, List<Finding> findings, boolean json) {
        PrintWriter err = session.terminal().err();
        if (json) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("problem", code);
            problem.put("message", message);
            problem.put("findings", findings);
            err.println(Json.write(problem));
        } else {
            err.println("prakat: " + session.text("problem." + code) + ": " + message);
        }
    }

    private static List<Finding> findings(PrakatException problem) {
        return problem instanceof InvalidException invalid ? invalid.findings() : List.of();
    }

    private static String message(PrakatException problem) {
        return String.valueOf(problem.getMessage());
    }
}
