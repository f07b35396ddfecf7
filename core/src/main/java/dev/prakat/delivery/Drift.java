package dev.prakat.delivery;

/** How a website differs from what was proven to be on it. */
public enum Drift {
    /** What must be public is not. */
    MISSING,
    /** Something is public in its place that is not what was approved. */
    ALTERED,
    /** Something carries our mark and nobody approved it for this website. */
    UNEXPECTED,
    /** Something is public that was taken down. */
    STILL_PUBLIC,
    /** The address answers in another way than it must: it leads elsewhere, or says "here it is" of a notice. */
    WRONG_STATUS
}
