package dev.prakat.duty;

/** How many holders of a duty must act when a cell names several. Source: AMB-01. */
public enum Quorum {
    /** One of them is enough. */
    ANY_OF,
    /** Each of them. No policy may ask for it yet. */
    ALL_OF,
    /** The unit that owns the data and the central unit. No policy may ask for it yet. */
    OWNER_PLUS_CENTRAL
}
