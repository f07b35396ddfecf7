package dev.prakat.staticsite;

import dev.prakat.spi.TargetFinding;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The categories whose items, and those of everything below them, are data sets. The state folder keeps them, so that whoever changes
 * the site lists the same; a rebuild takes over those that the target was built with, and so does the first publication of a new
 * site. Immutable.
 *
 * @param categories the keys of the categories, in order
 */
record DataSets(List<String> categories) {

    private static final DataSets NONE = new DataSets(List.of());

    DataSets {
        categories = categories.stream().distinct().sorted().toList();
    }

    /** Those that the site has now. What cannot be read is none until the next rebuild: a take-down must not wait for it. */
    static DataSets inForce(SiteSettings settings, StateFolder state) throws IOException {
        try {
            Optional<DataSets> kept = state.dataSets();
            if (kept.isPresent()) {
                return kept.get();
            }
        } catch (IOException e) {
            return NONE;
        }
        return state.binding().isEmpty() ? given(settings).orElse(NONE) : NONE;
    }

    /** Those that a rebuild puts in force. */
    static DataSets next(SiteSettings settings, StateFolder state) throws IOException {
        Optional<DataSets> given = given(settings);
        return given.isPresent() ? given.get() : inForce(settings, state);
    }

    /** Takes over those of the target for a site that has no page yet. */
    static void begin(SiteSettings settings, StateFolder state) throws IOException {
        Optional<DataSets> given = given(settings).filter(sets -> !sets.none());
        if (given.isPresent()) {
            state.replace(StateFolder.DATA_SETS, StateFolder.json(given.get()));
        }
    }

    /** What {@link StaticSiteTarget#check} tells. */
    static List<TargetFinding> findings(SiteSettings settings, StateFolder state) throws IOException {
        Optional<DataSets> given = given(settings);
        DataSets now = inForce(settings, state);
        return given.isEmpty() || given.get().equals(now)
                ? List.of()
                : List.of(new TargetFinding(
                        TargetFinding.Severity.WARNING,
                        "the categories with data sets: found " + now.categories() + " on the site, expected "
                                + given.get().categories(),
                        "run site rebuild: it takes them over and makes the catalogue anew"));
    }

    private static Optional<DataSets> given(SiteSettings settings) {
        Set<String> given = settings.dataSets();
        return given == null ? Optional.empty() : Optional.of(new DataSets(List.copyOf(given)));
    }

    /** Remembers them with a rebuild. */
    void remember(StateChanges changes) throws IOException {
        if (none()) {
            changes.remove(StateFolder.DATA_SETS);
        } else {
            changes.put(StateFolder.DATA_SETS, this);
        }
    }

    boolean none() {
        return categories.isEmpty();
    }

    /** Whether an item in these categories, from the top down, is a data set. */
    boolean has(Collection<String> way) {
        return way.stream().anyMatch(categories::contains);
    }
}
