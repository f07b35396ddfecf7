package dev.prakat.screening;

/** What a finding asks for, from the mildest to the hardest. Source: PRAKAT-SCREENING. */
public enum ScreeningAction {
    /** It may be public: an office's number, an executive's name. It is reported and asks for nothing. */
    ALLOW,
    /** Whoever approves must say why it may be public. */
    WARN,
    /** It must not be public; the author takes it out. */
    BLOCK
}
