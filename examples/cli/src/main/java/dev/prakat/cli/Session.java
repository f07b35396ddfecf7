package dev.prakat.cli;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.spi.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command has at hand: the options, the terminal, the texts, and the way to a Prakat that is opened when asked for. */
final class Session {

    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH).withZone(ThaiDate.BANGKOK);

    private final GlobalOptions options;
    private final Terminal terminal;
    private final Messages messages;

    Session(GlobalOptions options, Terminal terminal, Messages messages) {
        this.options = options;
        this.terminal = terminal;
        this.messages = messages;
    }

    GlobalOptions options() {
        return options;
    }

    Terminal terminal() {
        return terminal;
    }

    Messages messages() {
        return messages;
    }

    String text(String key, Object... values) {
        return messages.text(key, values);
    }

    /** Opens everything that the data folder holds. */
    Opening open() {
        return Opening.of(this);
    }

    /** Opens for looking only, beside whoever works. */
    Opening look() {
        return Opening.looking(this);
    }

    Actor actor() {
        return Actor.local(options.officer());
    }

    /** Prints the answer of a command: its JSON form, or its lines for people, which are only made when they are wanted. */
    void answer(Object json, Supplier<List<String>> lines) {
        if (options.json()) {
            terminal.out().println(Json.write(json));
        } else {
            lines.get().forEach(terminal.out()::println);
        }
    }

    /** A line beside the answer, for the person at the terminal. */
    void note(String key, Object... values) {
        terminal.err().println(text(key, values));
    }

    /** A point in time as people read it, in Bangkok. */
    String printed(@Nullable Instant instant) {
        if (instant == null) {
            return "-";
        }
        return messages.either(ThaiDate.formatInstant(instant), ENGLISH.format(instant) + " (+07:00)");
    }

    String printed(LocalDate day) {
        return messages.either(
                ThaiDate.format(day),
                DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(day));
    }

    /** The policy of this id, or in this folder. A folder wins where the text names one. */
    static AgencyPolicy policy(String idOrFolder) {
        boolean folder = Files.isDirectory(Path.of(idOrFolder)) || idOrFolder.contains("/");
        return folder && !AgencyPolicy.builtInIds().contains(idOrFolder)
                ? AgencyPolicy.load(Path.of(idOrFolder))
                : AgencyPolicy.builtIn(idOrFolder);
    }
}
