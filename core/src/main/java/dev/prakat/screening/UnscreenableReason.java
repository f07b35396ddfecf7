package dev.prakat.screening;

/** Why nothing, or not everything, could be looked for in a file. Source: PRAKAT-SCREENING. */
public enum UnscreenableReason {
    /** It is a picture; a photograph may show an identity card. */
    IMAGE,
    /** It holds other files. */
    ARCHIVE,
    /** It opens, and no text comes out: pages that were scanned. */
    NO_TEXT,
    /** It opens only with a password. */
    ENCRYPTED,
    /** It is not what its kind should be. */
    BROKEN,
    /** It has more text, pages or unpacked bytes than are read, or took too long; what was read was looked at. */
    TOO_LARGE,
    /** The library that reads this kind is not on the class path. */
    NO_LIBRARY,
    /** Nobody here can read this kind. */
    UNKNOWN_KIND
}
