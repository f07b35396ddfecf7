package dev.prakat.delivery;

import dev.prakat.item.ItemId;
import dev.prakat.journal.Recording;

/** Told, inside the unit of work of a delivery, that an item was published; approval closes the publish step with it. */
@FunctionalInterface
public interface PublishedHook {

    /**
     * An item was published on one target. Called for every publication of every revision.
     *
     * @param recording the step of the delivery
     * @param item the item
     * @param revision the revision that is public now
     */
    void published(Recording recording, ItemId item, int revision);
}
