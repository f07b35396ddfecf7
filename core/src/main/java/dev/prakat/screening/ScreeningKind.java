package dev.prakat.screening;

/** The kinds of personal data that are looked for; docs/reference/screening.md says how each is told. Source: PRAKAT-SCREENING. */
public enum ScreeningKind {
    /** A national identity number: thirteen digits, by checksum or beside its words. */
    NATIONAL_ID(ScreeningAction.BLOCK),
    /** The thirteen digits by which the Social Security Office knows a person, beside its words. */
    SSO_NUMBER(ScreeningAction.BLOCK),
    /** The ten digits of an employer's account; an organisation's number. */
    EMPLOYER_ACCOUNT(ScreeningAction.WARN),
    /** A mobile telephone. */
    MOBILE(ScreeningAction.WARN),
    /** A telephone with a fixed line. */
    LANDLINE(ScreeningAction.WARN),
    /** An e-mail address. */
    EMAIL(ScreeningAction.WARN),
    /** The number of a passport, beside its words. */
    PASSPORT(ScreeningAction.BLOCK),
    /** The number of a bank account, beside its words. */
    BANK_ACCOUNT(ScreeningAction.BLOCK),
    /** The plate of a vehicle, beside its words or a province. */
    VEHICLE_PLATE(ScreeningAction.WARN),
    /** A name with a title or a rank. */
    NAME(ScreeningAction.WARN),
    /** A name with a child's title. */
    MINOR_NAME(ScreeningAction.BLOCK),
    /** Where somebody lives. */
    ADDRESS(ScreeningAction.WARN),
    /** A date beside the words of birth. */
    DATE_OF_BIRTH(ScreeningAction.BLOCK),
    /** An illness or a disability beside a person. */
    HEALTH(ScreeningAction.WARN),
    /** A file in which nothing can be looked for. */
    UNSCREENABLE(ScreeningAction.WARN);

    private final ScreeningAction usual;

    ScreeningKind(ScreeningAction usual) {
        this.usual = usual;
    }

    /**
     * What a clear finding of this kind asks for when a policy says nothing.
     *
     * @return the action
     */
    public ScreeningAction usual() {
        return usual;
    }
}
