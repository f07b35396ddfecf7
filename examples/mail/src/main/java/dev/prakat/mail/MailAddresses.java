package dev.prakat.mail;

import dev.prakat.spi.OfficerId;
import java.util.Optional;

/** Where letters go, from the host's directory. Called from any thread. */
public interface MailAddresses {

    /**
     * The mailbox of an officer.
     *
     * @param officer the officer
     * @return one address, or empty when there is none
     */
    Optional<String> ofOfficer(OfficerId officer);

    /**
     * The mailbox of a role that nobody fills by name, such as a unit's registry.
     *
     * @param role in the policy's words, for example {@code ศสน. DIRECTOR}
     * @return one address, or empty when there is none
     */
    Optional<String> ofRole(String role);
}
