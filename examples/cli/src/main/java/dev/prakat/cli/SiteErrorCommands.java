package dev.prakat.cli;

import dev.prakat.approval.SiteCheck;
import dev.prakat.approval.SiteError;
import dev.prakat.item.ItemId;
import dev.prakat.spi.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The regular check of the website, and the errors that it finds. */
final class SiteErrorCommands {

    private SiteErrorCommands() {}

    /** {@code site check}: records a check that was made. */
    @Command(name = "check", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        private final Session session;

        @Option(names = "--duty", paramLabel = "ID", required = true, descriptionKey = "site.duty")
        private String duty = "";

        @Option(names = "--error", paramLabel = "TEXT")
        private List<String> errors = List.of();

        @Option(names = "--item-error", paramLabel = "ITEM=TEXT")
        private List<String> ofItems = List.of();

        @Option(names = "--place", paramLabel = "TEXT", defaultValue = "")
        private String place = "";

        @Option(names = "--note", paramLabel = "TEXT", defaultValue = "")
        private String note = "";

        Check(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            List<SiteCheck.Found> found = new ArrayList<>();
            errors.forEach(error -> found.add(new SiteCheck.Found(null, place, error)));
            ofItems.forEach(given -> found.add(ofItem(given)));
            try (Opening opening = session.open()) {
                List<SiteError> taken =
                        opening.prakat().approvals().siteChecks().record(actor, new SiteCheck(duty, note, found));
                return SiteErrorView.answer(session, taken, "site.checked");
            }
        }

        /** One of many: an item may have several errors, so these are no map by the item. */
        private SiteCheck.Found ofItem(String given) {
            int sign = given.indexOf('=');
            if (sign < 0) {
                throw new WrongUse(
                        "--item-error: found '" + given + "', expected ITEM=TEXT: the item's key and what is wrong");
            }
            try {
                return new SiteCheck.Found(new ItemId(given.substring(0, sign)), place, given.substring(sign + 1));
            } catch (IllegalArgumentException e) {
                throw new WrongUse("--item-error: " + e.getMessage());
            }
        }
    }

    /** {@code site errors}: what is not fixed and reported yet. */
    @Command(name = "errors", mixinStandardHelpOptions = true)
    static final class Errors implements Callable<Integer> {

        private final Session session;

        Errors(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Opening opening = session.look()) {
                return SiteErrorView.answer(
                        session, opening.prakat().approvals().siteChecks().openErrors(), "site.no-errors");
            }
        }
    }

    /** {@code site fix}: an error was put right. */
    @Command(name = "fix", mixinStandardHelpOptions = true)
    static final class Fix implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "ERROR", descriptionKey = "arg.error")
        private String error = "";

        @Option(names = "--how", paramLabel = "TEXT", required = true, descriptionKey = "fix.how")
        private String how = "";

        Fix(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            try (Opening opening = session.open()) {
                SiteError after = opening.prakat().approvals().siteChecks().fixed(actor, error, how);
                return SiteErrorView.answer(session, List.of(after), "site.no-errors");
            }
        }
    }

    /** {@code site report}: the superior was told. */
    @Command(name = "report", mixinStandardHelpOptions = true)
    static final class Report implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "ERROR", descriptionKey = "arg.error")
        private String error = "";

        @Option(names = "--what", paramLabel = "TEXT", required = true)
        private String what = "";

        Report(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            try (Opening opening = session.open()) {
                SiteError after = opening.prakat().approvals().siteChecks().reported(actor, error, what);
                return SiteErrorView.answer(session, List.of(after), "site.no-errors");
            }
        }
    }
}
