package dev.prakat.screening;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an agency decides about personal data: an action for each kind, and what may be public. Immutable, safe for use by many
 * threads. Source: PRAKAT-SCREENING.
 */
public final class ScreeningRules {

    private static final ScreeningRules USUAL = builder().build();

    private final Map<ScreeningKind, ScreeningAction> actions;
    private final ScreeningAction inOffice;
    private final ScreeningAction images;
    private final Map<Allowed, Set<String>> allowed;
    private final AllowList list;

    /** What a policy may allow by name. */
    public enum Allowed {
        /** The domains whose e-mail addresses are the agency's own; what stands below them too. */
        DOMAINS,
        /** Telephones and fax lines of offices. */
        TELEPHONES,
        /** The agency's own accounts, to which the public pays. */
        BANK_ACCOUNTS,
        /** Where offices are, from the house number on. */
        ADDRESSES
    }

    private ScreeningRules(Builder builder) {
        this.actions = new EnumMap<>(builder.actions);
        this.inOffice = builder.inOffice;
        this.images = builder.images;
        this.allowed = new EnumMap<>(Allowed.class);
        builder.allowed.forEach((kind, entries) -> allowed.put(kind, Set.copyOf(entries)));
        this.list = new AllowList(allowed);
    }

    /**
     * The rules of a policy that says nothing: every kind with its usual action, officers by name allowed, pictures warned of,
     * nothing listed.
     *
     * @return the rules
     */
    public static ScreeningRules usual() {
        return USUAL;
    }

    /**
     * Begins with the usual rules.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What a clear finding asks for.
     *
     * @param kind the kind
     * @return the action
     */
    public ScreeningAction action(ScreeningKind kind) {
        return actions.getOrDefault(kind, kind.usual());
    }

    /**
     * What the name of somebody who acts in office asks for.
     *
     * @return the action; never harder than that of {@link ScreeningKind#NAME}
     */
    public ScreeningAction inOffice() {
        return milder(inOffice, action(ScreeningKind.NAME));
    }

    /**
     * What a picture asks for, in which nothing can be read.
     *
     * @return the action
     */
    public ScreeningAction images() {
        return images;
    }

    /**
     * What is allowed by name.
     *
     * @param kind the list
     * @return its entries as they were given, in no order
     */
    public Set<String> allowed(Allowed kind) {
        return allowed.getOrDefault(kind, Set.of());
    }

    /** What a match asks for. */
    ScreeningAction action(Match match, NormalText text) {
        ScreeningAction action = action(match.kind());
        return switch (match.strength()) {
            case IN_OFFICE -> inOffice();
            case DOUBTFUL -> milder(action, ScreeningAction.WARN);
            case CLEAR -> list.holds(match, text) ? ScreeningAction.ALLOW : action;
        };
    }

    private static ScreeningAction milder(ScreeningAction one, ScreeningAction other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Collects what differs from the usual rules. Not safe for use by many threads. */
    public static final class Builder {

        private final Map<ScreeningKind, ScreeningAction> actions = new EnumMap<>(ScreeningKind.class);
        private final Map<Allowed, Set<String>> allowed = new EnumMap<>(Allowed.class);
        private ScreeningAction inOffice = ScreeningAction.ALLOW;
        private ScreeningAction images = ScreeningAction.WARN;

        private Builder() {}

        /**
         * Sets the action of a kind; the last one counts.
         *
         * @param kind the kind
         * @param action what a clear finding of it asks for
         * @return this
         */
        public Builder action(ScreeningKind kind, ScreeningAction action) {
            actions.put(kind, action);
            return this;
        }

        /**
         * Sets what names of people in office ask for.
         *
         * @param action ALLOW unless it is set
         * @return this
         */
        public Builder inOffice(ScreeningAction action) {
            this.inOffice = action;
            return this;
        }

        /**
         * Sets what pictures ask for.
         *
         * @param action WARN unless it is set
         * @return this
         */
        public Builder images(ScreeningAction action) {
            this.images = action;
            return this;
        }

        /**
         * Adds to what is allowed by name.
         *
         * @param kind the list
         * @param entries as people write them: {@code 0 2000 1000}, {@code sso.example.go.th}
         * @return this
         */
        public Builder allow(Allowed kind, Collection<String> entries) {
            allowed.computeIfAbsent(kind, unused -> new LinkedHashSet<>()).addAll(entries);
            return this;
        }

        /**
         * Ends the rules.
         *
         * @return the rules
         */
        public ScreeningRules build() {
            return new ScreeningRules(this);
        }
    }
}
