package dev.prakat.spi;

/**
 * Who acts, and from where. Every command takes one. Immutable.
 *
 * @param officer the officer, or a named system actor
 * @param context where the command came from
 */
public record Actor(OfficerId officer, RequestContext context) {

    private static final String SYSTEM = "system:";

    /**
     * An officer at the machine itself, as with the command line.
     *
     * @param officer the officer's key
     * @return the actor
     */
    public static Actor local(String officer) {
        return new Actor(new OfficerId(officer), RequestContext.local());
    }

    /**
     * A named part of Prakat that acts by itself.
     *
     * @param name for example {@code sweep}
     * @return the actor {@code system:name}
     */
    public static Actor system(String name) {
        return new Actor(new OfficerId(SYSTEM + name), RequestContext.system());
    }

    /**
     * Whether this is a part of Prakat and not a person.
     *
     * @return true for an actor made by {@link #system}
     */
    public boolean isSystem() {
        return isSystem(officer);
    }

    /**
     * Whether a key is that of a part of Prakat and not of a person.
     *
     * @param officer the key
     * @return true for the officer of an actor made by {@link #system}
     */
    public static boolean isSystem(OfficerId officer) {
        return officer.value().startsWith(SYSTEM);
    }
}
