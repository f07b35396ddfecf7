package dev.prakat.spi;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a target holds. Immutable.
 *
 * @param entries what is there
 * @param next the cursor of the next page, or null after the last
 */
public record InventoryPage(List<Entry> entries, @Nullable String next) {

    public InventoryPage {
        entries = List.copyOf(entries);
    }

    /**
     * Something that carries our marker.
     *
     * @param remoteId the target's own key
     * @param marker what it says it is
     * @param fence the highest fence that the target has seen for it
     * @param address its public address
     * @param altered what somebody changed there since it was published, for people; null when nothing is known to be changed.
     *     A target says it where what it reads with its own rights shows more than the public sees
     */
    public record Entry(
            String remoteId,
            Marker marker,
            long fence,
            URI address,
            @Nullable String altered) {

        /**
         * An entry of which nothing is known to be changed.
         *
         * @param remoteId the target's own key
         * @param marker what it says it is
         * @param fence the highest fence that the target has seen for it
         * @param address its public address
         */
        public Entry(String remoteId, Marker marker, long fence, URI address) {
            this(remoteId, marker, fence, address, null);
        }
    }
}
