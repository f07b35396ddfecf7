package dev.prakat.duty;

/** How many holders of a duty must act when a cell names several. Source: AMB-01. */
public enum Quorum {
    /** One of them is enough. */
    ANY_OF,
    /** Each of them; of a unit class one member. */
    ALL_OF,
    /**
     * The unit that owns the data and the central unit of the duty. Where the cell does not name the central unit, or names
     * nobody else, one act is enough.
     */
    OWNER_PLUS_CENTRAL
}
