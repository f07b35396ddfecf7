package dev.prakat.testkit;

import dev.prakat.spi.Artefact;

/**
 * One look at an address of the item while a {@link HostileBehaviour} is on.
 *
 * @param kind what stood there when the item was public
 * @param before what the address answered then
 * @param honest what it would answer now
 * @param fresh whether the asker added something to the address that no cache has seen
 * @param number which look at this address it is since the behaviour began, from 1
 * @param item the item's key
 */
record Visit(Artefact.Kind kind, WebAnswer before, WebAnswer honest, boolean fresh, int number, String item) {

    boolean isPage() {
        return kind == Artefact.Kind.PAGE || kind == Artefact.Kind.ALTERNATIVE;
    }

    boolean isList() {
        return kind == Artefact.Kind.LISTING || kind == Artefact.Kind.FEED;
    }
}
