package dev.prakat.approval;

import dev.prakat.item.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular look at the website, and what was found. Immutable. Source: S001-R27, S002-R15, S003-R18
 *
 * @param duty the id of the standing duty, for example {@code site-check}
 * @param note a note, may be empty
 * @param errors what is wrong; empty when all is well
 */
public record SiteCheck(String duty, String note, List<Found> errors) {

    /** Copies the list. */
    public SiteCheck {
        errors = List.copyOf(errors);
    }

    /**
     * Something wrong.
     *
     * @param item the item, or null when it is of the site as a whole
     * @param place where, for example an address; may be empty
     * @param message what is wrong; not blank
     */
    public record Found(@Nullable ItemId item, String place, String message) {}
}
