package dev.prakat.spi;

import java.util.List;
import java.util.Optional;

/**
 * The host's directory of officers. Prakat keeps no passwords and logs nobody in: the host says who acts, this says who the
 * person is. Implementations must be thread-safe and answer in milliseconds; they are asked inside commands.
 */
public interface StaffDirectory {

    /**
     * Looks up one officer.
     *
     * @param id the key
     * @return the officer as of now, or empty when nobody has this key
     */
    Optional<Officer> find(OfficerId id);

    /**
     * Lists the officers of a unit, for messages that name who may act and for lists of tasks.
     *
     * @param unit the unit's code
     * @return its officers, in a stable order; empty when the unit has none
     */
    List<Officer> ofUnit(String unit);
}
