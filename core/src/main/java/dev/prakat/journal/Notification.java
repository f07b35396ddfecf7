package dev.prakat.journal;

import dev.prakat.spi.OfficerId;
import java.util.Map;
import java.util.Set;

/**
 * What the host's listeners are to be told. Immutable.
 *
 * @param type for example {@code item.refused}; at most 60 characters
 * @param subject the item, request or complaint; those of one subject are told in their order
 * @param to the officers whom it is for; may be empty when there are roles
 * @param roles whom else it is for, in the policy's words, when no officer can be named; for example {@code ศสน. DIRECTOR}
 * @param details by name; no personal data of the public
 */
public record Notification(
        String type, String subject, Set<OfficerId> to, Set<String> roles, Map<String, String> details) {

    public Notification {
        to = Set.copyOf(to);
        roles = Set.copyOf(roles);
        details = Map.copyOf(details);
    }

    /**
     * A notification for officers that are named.
     *
     * @param type for example {@code item.refused}
     * @param subject the item, request or complaint
     * @param to the officers whom it is for
     * @param details by name; no personal data of the public
     */
    public Notification(String type, String subject, Set<OfficerId> to, Map<String, String> details) {
        this(type, subject, to, Set.of(), details);
    }
}
