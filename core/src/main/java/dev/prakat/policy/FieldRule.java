package dev.prakat.policy;

/**
 * A field that items of some categories must fill in, for example where the data comes from. Immutable. Source: S003-R15.
 *
 * @param id its key in capitals
 * @param labelTh its Thai name
 * @param labelEn its English name
 * @param kind what it holds
 * @param rule the rule that it comes from, for example {@code S003-T02}
 */
public record FieldRule(String id, String labelTh, String labelEn, Kind kind, String rule) {

    /** What a field holds. */
    public enum Kind {
        /** A text that is not blank. */
        TEXT,
        /** A date as {@code 2021-02-28}. */
        DATE,
        /** The name of a file of the item. */
        ATTACHMENT
    }
}
