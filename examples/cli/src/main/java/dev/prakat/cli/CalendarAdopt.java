package dev.prakat.cli;

import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.spi.Actor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code calendar adopt}: takes over the agency's own holidays and counts open deadlines again. */
@Command(name = "adopt", mixinStandardHelpOptions = true)
final class CalendarAdopt implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("");

    CalendarAdopt(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Actor actor = session.actor();
        DataFolder folder = DataFolder.of(session.options());
        WorkingCalendar before = folder.calendar();
        folder.adoptHolidays(file);
        try (Opening opening = session.open()) {
            int moved = opening.prakat().approvals().recount(actor, before);
            session.answer(
                    new Answer(opening.prakat().policy().calendar().version(), moved),
                    () -> List.of(session.text("calendar.adopted", moved)));
            return ExitCode.DONE;
        }
    }

    /** What came of it, for machines. */
    record Answer(String calendar, int moved) {}
}
