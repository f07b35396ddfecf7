package dev.prakat.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was given as an option or in a file; the option wins. */
final class Given {

    private Given() {}

    static String or(@Nullable String option, @Nullable String file, String otherwise) {
        if (option != null) {
            return option;
        }
        return file == null ? otherwise : file;
    }

    static @Nullable Moment moment(String name, @Nullable Moment option, @Nullable String file) {
        if (option != null || file == null) {
            return option;
        }
        try {
            return Moment.parse(file);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new WrongUse(name + ": " + e.getMessage());
        }
    }

    static @Nullable LocalDate day(String name, @Nullable Moment option, @Nullable String file) {
        Moment moment = moment(name, option, file);
        return moment == null ? null : moment.dayInBangkok();
    }

    static @Nullable URI address(String name, @Nullable URI option, @Nullable String file) {
        if (option != null || file == null) {
            return option;
        }
        try {
            return new URI(file);
        } catch (URISyntaxException e) {
            throw new WrongUse(name + ": found '" + file + "', expected an address (" + e.getReason() + ")");
        }
    }

    static String required(String name, @Nullable String option, @Nullable String file) {
        String value = or(option, file, "");
        if (value.isBlank()) {
            throw new WrongUse("found no --" + name + ", expected it as an option or as '" + name
                    + ":' between two lines --- at the top of the body file");
        }
        return value;
    }
}
