package dev.prakat.procedure;

/**
 * A post that officers hold in a unit, for example its director. Immutable.
 *
 * @param id the stable key in upper case, for example {@code DIRECTOR}
 * @param labelTh its Thai name
 * @param labelEn its English name
 * @param filledBy who says who holds it
 */
public record Post(String id, String labelTh, String labelEn, FilledBy filledBy) {

    /** Who says who holds a post. */
    public enum FilledBy {
        /** The host's directory of officers. */
        DIRECTORY,
        /** Dated delegations with an order's number: without one in force, nobody holds it. Source: AMB-08. */
        DELEGATION,
        /** Another agency; its holder signs letters and has no account. Source: S001-R16, S001-R21. */
        OUTSIDE
    }
}
