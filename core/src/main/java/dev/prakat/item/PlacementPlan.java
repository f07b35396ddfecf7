package dev.prakat.item;

import dev.prakat.spi.TakeDownKind;
import dev.prakat.window.PublishWindow;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where an item is to be public, from when until when, and what is left afterwards. Part of what is approved. Immutable.
 *
 * @param target the target's name, as the builder was given it
 * @param window the period
 * @param kind what is left when the period ends
 * @param redirectTo where the address leads afterwards; given exactly for {@link TakeDownKind#REDIRECT}
 */
public record PlacementPlan(
        String target,
        PublishWindow window,
        TakeDownKind kind,
        @Nullable URI redirectTo) {

    /**
     * A plan whose end leaves the notice.
     *
     * @param target the target's name
     * @param window the period
     * @return the plan
     */
    public static PlacementPlan gone(String target, PublishWindow window) {
        return new PlacementPlan(target, window, TakeDownKind.GONE, null);
    }
}
