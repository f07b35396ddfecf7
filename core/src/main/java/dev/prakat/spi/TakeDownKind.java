package dev.prakat.spi;

/** What is left in the place of an item that is taken down. The kind alone decides; an explanation never does. */
public enum TakeDownKind {
    /** A notice with the title; the server says 410 where it can. Attachments go. The default when a period ends. */
    GONE,
    /** Still readable under a banner with the reason, but out of the newest lists. */
    WITHDRAWN,
    /** The address leads to another one. */
    REDIRECT,
    /** Nothing that was in the item is left, not even its title: personal data. */
    VANISH
}
