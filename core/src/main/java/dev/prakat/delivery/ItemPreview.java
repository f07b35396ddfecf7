package dev.prakat.delivery;

import dev.prakat.item.ItemId;
import dev.prakat.spi.Preview;
import java.util.List;

/**
 * What would be public of an item's newest revision, in exact bytes, on every target of its plan. When that revision is approved
 * and its window opens, the same bytes stand at the same addresses, as long as the policy's labels, the target's settings and
 * the version of its adapter stay what they are. Immutable.
 *
 * @param item the item
 * @param revision the number of the revision shown
 * @param revisionHash its content hash, 64 hexadecimal digits
 * @param targets the targets in the order of the plan
 */
public record ItemPreview(ItemId item, int revision, String revisionHash, List<OnTarget> targets) {

    public ItemPreview {
        targets = List.copyOf(targets);
    }

    /**
     * What one target would show. Immutable.
     *
     * @param target the target's name
     * @param offered whether the target can show anything beforehand; its capabilities say so
     * @param pages what would stand at which address; empty when nothing is offered
     */
    public record OnTarget(String target, boolean offered, List<Preview.Page> pages) {

        public OnTarget {
            pages = List.copyOf(pages);
        }
    }
}
