package dev.prakat.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where an office stands, which decides what local holidays it has: the whole country always, and the regions and provinces that
 * are named. A province says nothing about its region: an office that follows both names both. Immutable. Source: AMB-05.
 */
public final class Scope {

    /** Only holidays of the whole country. */
    public static final Scope NATIONAL = new Scope(Set.of());

    private static final Pattern WRITTEN = Pattern.compile("NATIONAL|(?:REGION|PROVINCE):[A-Z]+(?:, ?[A-Z]+)*");
    /** Codes of provinces as ISO 3166-2 and railways use them, for those whose holidays are in the file. */
    private static final Map<String, String> SHORT =
            Map.of("BKK", "PROVINCE:BKK", "NBI", "PROVINCE:NONTHABURI", "SPK", "PROVINCE:SAMUTPRAKAN");

    private final Set<String> places;

    private Scope(Set<String> places) {
        this.places = Set.copyOf(places);
    }

    /**
     * Reads a scope.
     *
     * @param text {@code NATIONAL}, {@code REGION:…}, {@code PROVINCE:…}, or several of them separated by {@code |}; the short
     *     words {@code BKK}, {@code NBI} (Nonthaburi, where the SSO's headquarters stand) and {@code SPK} mean provinces. Case
     *     does not matter
     * @return the scope; national holidays are always in it
     * @throws IllegalArgumentException if a part has another form
     */
    public static Scope parse(String text) {
        Set<String> places = new TreeSet<>();
        for (String part : text.toUpperCase(Locale.ROOT).split("\\|", -1)) {
            String word = SHORT.getOrDefault(part.strip(), part.strip());
            if (!isWritten(word)) {
                throw new IllegalArgumentException("scope '" + text + "': found '" + part.strip()
                        + "', expected NATIONAL, NBI, REGION:NORTH or PROVINCE:NONTHABURI, several separated by |");
            }
            places.addAll(places(word));
        }
        places.remove(Holiday.NATIONAL);
        return new Scope(places);
    }

    /**
     * Whether a holiday is one here.
     *
     * @param holiday the holiday
     * @return true if it is national, or if one of its regions or provinces is named by this scope
     */
    public boolean covers(Holiday holiday) {
        return holiday.scope().equals(Holiday.NATIONAL)
                || places(holiday.scope()).stream().anyMatch(places::contains);
    }

    /** Whether a text has the form of a holiday's scope. */
    static boolean isWritten(String scope) {
        return WRITTEN.matcher(scope).matches();
    }

    /** {@code PROVINCE:A,B} as {@code PROVINCE:A} and {@code PROVINCE:B}. */
    private static List<String> places(String scope) {
        int colon = scope.indexOf(':');
        return colon < 0
                ? List.of(scope)
                : Arrays.stream(scope.substring(colon + 1).split(",", -1))
                        .map(place -> scope.substring(0, colon + 1) + place.strip())
                        .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scope scope && places.equals(scope.places);
    }

    @Override
    public int hashCode() {
        return places.hashCode();
    }

    /** The form that {@link #parse} reads, always the same for the same scope. */
    @Override
    public String toString() {
        return places.stream().sorted().map(place -> "|" + place).collect(Collectors.joining("", "NATIONAL", ""));
    }
}
