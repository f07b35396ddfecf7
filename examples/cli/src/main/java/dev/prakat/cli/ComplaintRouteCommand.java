package dev.prakat.cli;

import dev.prakat.complaint.Complaint;
import dev.prakat.complaint.ComplaintNumber;
import dev.prakat.policy.ComplaintPolicy.Purpose;
import dev.prakat.spi.Actor;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code complaint route}: gives a complaint to a section of the centre. */
@Command(name = "route", mixinStandardHelpOptions = true)
final class ComplaintRouteCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NUMBER", descriptionKey = "arg.complaint")
    private String number = "";

    @Option(names = "--to", paramLabel = "SECTION", required = true, descriptionKey = "complaint.section")
    private String section = "";

    @Option(names = "--for", paramLabel = "PURPOSE", required = true, descriptionKey = "complaint.purpose")
    private String purpose = "";

    ComplaintRouteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Actor actor = session.actor();
        ComplaintNumber complaint = ComplaintCommands.number(number);
        Purpose what = RequestCommands.choice(Purpose.class, purpose, "--for");
        String where = section.toUpperCase(Locale.ROOT).replace('-', '_');
        try (Opening opening = Opening.complaints(session)) {
            Complaint after = opening.prakat().complaints().route(actor, complaint, where, what);
            return ComplaintView.answer(session, List.of(after));
        }
    }
}
