package dev.prakat.cli;

import dev.prakat.complaint.Complainant;
import dev.prakat.complaint.NewComplaint;
import dev.prakat.spi.Actor;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code complaint add}: enters one complaint. */
@Command(name = "add", mixinStandardHelpOptions = true)
final class ComplaintAdd implements Callable<Integer> {

    private final Session session;

    @Option(names = "--number", paramLabel = "NUMBER", required = true, descriptionKey = "arg.complaint")
    private String number = "";

    @Option(names = "--unit", paramLabel = "UNIT", required = true, descriptionKey = "complaint.unit")
    private String unit = "";

    @Option(
            names = "--received",
            paramLabel = "DATE",
            converter = Moment.Converter.class,
            required = true,
            descriptionKey = "complaint.received")
    private @Nullable Moment received;

    @Option(names = "--time", paramLabel = "HH:MM", descriptionKey = "complaint.time")
    private @Nullable LocalTime time;

    @Option(names = "--channel", paramLabel = "CHANNEL", required = true, descriptionKey = "complaint.channel")
    private String channel = "";

    @Option(names = "--first-name", paramLabel = "TEXT", defaultValue = "", descriptionKey = "complaint.sealed")
    private String firstName = "";

    @Option(names = "--surname", paramLabel = "TEXT", defaultValue = "", descriptionKey = "complaint.sealed")
    private String surname = "";

    @Option(names = "--address", paramLabel = "TEXT", defaultValue = "", descriptionKey = "complaint.sealed")
    private String address = "";

    @Option(names = "--telephone", paramLabel = "TEXT", defaultValue = "", descriptionKey = "complaint.sealed")
    private String telephone = "";

    @Option(names = "--matter", paramLabel = "TEXT", defaultValue = "", descriptionKey = "complaint.sealed")
    private String matter = "";

    ComplaintAdd(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        NewComplaint complaint = new NewComplaint(
                ComplaintCommands.number(number),
                unit,
                received == null ? LocalDate.EPOCH : received.dayInBangkok(),
                time,
                channel.toUpperCase(Locale.ROOT),
                new Complainant(firstName, surname, address, telephone, matter));
        Actor actor = session.actor();
        try (Opening opening = Opening.complaints(session)) {
            return ComplaintView.answer(
                    session, List.of(opening.prakat().complaints().add(actor, complaint)));
        }
    }
}
