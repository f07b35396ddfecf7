package dev.prakat.report;

import dev.prakat.calendar.ThaiDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of reports in one language, and how values are printed in it. Immutable. */
final class ReportTexts {

    static final ReportTexts THAI = new ReportTexts("th");
    static final ReportTexts ENGLISH = new ReportTexts("en");

    private final ResourceBundle bundle;
    private final boolean thai;

    private ReportTexts(String language) {
        this.thai = language.equals("th");
        this.bundle = ResourceBundle.getBundle(
                "dev.prakat.report.report",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text(String key) {
        return bundle.getString(key);
    }

    /** A text that there may not be. */
    String or(String key, String otherwise) {
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    /** A text with one place filled. */
    String text(String key, String place, String value) {
        return text(key).replace("{" + place + "}", value);
    }

    String label(ReportRow row) {
        return thai ? row.labelTh() : row.labelEn();
    }

    String value(ReportCell cell) {
        return switch (cell.kind()) {
            case NUMBER -> grouped(cell.value());
            case TEXT -> cell.value();
            case DAY -> day(LocalDate.parse(cell.value()));
            case INSTANT -> instant(Instant.parse(cell.value()));
            case SECONDS -> duration(Duration.ofSeconds(Long.parseLong(cell.value())));
            case PERIOD ->
                cell.value()
                        .substring(1)
                        .replace("Y", " " + text("unit.years") + " ")
                        .replace("M", " " + text("unit.months") + " ")
                        .replace("D", " " + text("unit.days"))
                        .strip();
            case CODE -> text("code." + cell.value());
            case NONE -> text("none");
        };
    }

    String day(LocalDate day) {
        return thai ? ThaiDate.format(day) : ThaiDate.formatEnglish(day);
    }

    String instant(Instant instant) {
        return thai
                ? ThaiDate.formatInstant(instant)
                : ThaiDate.formatEnglish(LocalDate.ofInstant(instant, ThaiDate.BANGKOK));
    }

    /** The two largest units, which is as exact as anybody reads. */
    private String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " " + text("unit.days") + rest(duration.toHoursPart(), "unit.hours");
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " " + text("unit.hours") + rest(duration.toMinutesPart(), "unit.minutes");
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " " + text("unit.minutes") + rest(duration.toSecondsPart(), "unit.seconds");
        }
        return duration.toSeconds() + " " + text("unit.seconds");
    }

    private String rest(int amount, String unit) {
        return amount == 0 ? "" : " " + amount + " " + text(unit);
    }

    private static String grouped(String number) {
        return String.format(Locale.ROOT, "%,d", Long.parseLong(number));
    }
}
