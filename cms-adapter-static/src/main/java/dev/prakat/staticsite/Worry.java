package dev.prakat.staticsite;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Marker;
import dev.prakat.staticsite.ItemState.Shown;

/** How far what was seen is from what the site should show. */
final class Worry {

    private Worry() {}

    /**
     * Measures it.
     *
     * @param kind what the address is
     * @param wanted what the site should show of the item: {@link Shown#PRESENT}, {@link Shown#WITHDRAWN}, else nothing
     * @return 0 for what is as it should be; more is worse
     */
    static int about(Sighting seen, Artefact.Kind kind, Shown wanted) {
        boolean list = kind == Artefact.Kind.LISTING || kind == Artefact.Kind.FEED;
        boolean page = !list && kind != Artefact.Kind.ATTACHMENT;
        if (wanted == Shown.WITHDRAWN && page) {
            return withoutBanner(seen);
        }
        boolean there = wanted == Shown.PRESENT || (wanted == Shown.WITHDRAWN && !list);
        return switch (seen.answer()) {
            case PRESENT -> there ? 0 : 3;
            case UNKNOWN -> there ? 1 : 2;
            case ABSENT -> there ? 2 : seen.soft() ? 1 : 0;
        };
    }

    /** A withdrawn item is read under its banner; without one is worse than not at all. */
    private static int withoutBanner(Sighting seen) {
        Marker mark = seen.marker();
        return switch (seen.answer()) {
            case PRESENT -> mark != null && mark.state() == Marker.State.WITHDRAWN ? 0 : 3;
            case UNKNOWN -> 2;
            case ABSENT -> 1;
        };
    }
}
