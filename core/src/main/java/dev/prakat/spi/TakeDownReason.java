package dev.prakat.spi;

/** Why an item is taken down. */
public enum TakeDownReason {
    /** Its period ended. Source: S002-R05, S003-R04 */
    EXPIRED,
    /** Somebody with the right to do so ordered it. */
    ORDERED,
    /** Another item took its place. */
    SUPERSEDED,
    /** It was wrong. Source: S001-R28 */
    ERROR,
    /** A person asked for it under the Personal Data Protection Act. */
    PDPA_REQUEST
}
