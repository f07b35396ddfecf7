package dev.prakat.approval;

import dev.prakat.category.CategoryId;
import dev.prakat.item.ItemId;
import dev.prakat.spi.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong that was found on a website. It is to be fixed at once and reported to the superior, and is closed when both is
 * done. Immutable. Source: S001-R28, AMB-14
 *
 * @param id its key
 * @param item the item, or null when it is of the site as a whole
 * @param category the item's category, or null
 * @param ownerUnit the unit whose it is
 * @param place where, for example an address; may be empty
 * @param message what is wrong
 * @param foundBy who found it
 * @param foundAt when
 * @param due until when it is to be fixed and reported: the end of the same working day, or of the next one
 * @param fixed what was done about it, or null
 * @param reported what the superior was told, or null
 * @param closed whether both is done
 */
public record SiteError(
        String id,
        @Nullable ItemId item,
        @Nullable CategoryId category,
        String ownerUnit,
        String place,
        String message,
        OfficerId foundBy,
        Instant foundAt,
        Instant due,
        @Nullable Done fixed,
        @Nullable Done reported,
        boolean closed) {

    /**
     * What somebody did about it.
     *
     * @param by who
     * @param at when
     * @param text in words
     */
    public record Done(OfficerId by, Instant at, String text) {}

    /**
     * Whether it was closed late, or is open and late.
     *
     * @param now the instant
     * @return true if fixing or reporting came, or has not come, after it was due
     */
    public boolean late(Instant now) {
        Instant end = closed && fixed != null && reported != null
                ? (fixed.at().isAfter(reported.at()) ? fixed.at() : reported.at())
                : now;
        return end.isAfter(due);
    }
}
