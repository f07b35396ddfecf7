package dev.prakat.calendar;

import java.time.LocalDate;

/**
 * One government holiday, as the dated file has it. Immutable. Holidays are never computed: the Cabinet moves, adds and
 * cancels them, sometimes within a week.
 *
 * @param date the day
 * @param nameTh its Thai name
 * @param nameEn its English name
 * @param kind how it came about, for example {@code FIXED}, {@code LUNAR}, {@code SUBSTITUTE}, {@code SPECIAL}
 * @param scope where it holds: {@code NATIONAL}, {@code REGION:…} or {@code PROVINCE:…}
 * @param confidence how well it is confirmed, for example {@code high}
 * @param note where the date comes from; empty when nothing is to be said
 */
public record Holiday(
        LocalDate date, String nameTh, String nameEn, String kind, String scope, String confidence, String note) {

    /** The scope of a holiday that holds in the whole country. */
    public static final String NATIONAL = "NATIONAL";

    /** The kind of a row that takes a holiday away: see {@link WorkingCalendar#plus}. */
    public static final String CANCELLED = "CANCELLED";
}
