package dev.prakat.schema;

/** What {@code build()} does about our tables. */
public enum SchemaMode {
    /** Creates or upgrades them; needs rights to do so. For examples and small hosts. */
    MIGRATE,
    /** Only compares, and fails with what is missing and how to mend it. The default. */
    VALIDATE,
    /** Does not look. For hosts that manage everything themselves. */
    NONE
}
