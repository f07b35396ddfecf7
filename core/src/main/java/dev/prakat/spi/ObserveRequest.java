package dev.prakat.spi;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which public addresses to look at. Immutable.
 *
 * @param addresses what to look at
 * @param recorder the way into the traffic log; looking is an outgoing request too
 */
public record ObserveRequest(List<Address> addresses, TrafficRecorder recorder) {

    public ObserveRequest {
        addresses = List.copyOf(addresses);
    }

    /**
     * One address of one placement.
     *
     * @param placement the placement's key
     * @param item the item's key, whose marker is looked for
     * @param address the public address
     * @param kind what was put there
     * @param sha256 the hash of the bytes that were put there, or null
     */
    public record Address(
            String placement,
            String item,
            URI address,
            Artefact.Kind kind,
            @Nullable String sha256) {}
}
