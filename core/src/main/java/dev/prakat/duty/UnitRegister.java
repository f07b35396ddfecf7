package dev.prakat.duty;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** The units of a policy, by code and by every printed form. Immutable, safe for use by many threads. */
public final class UnitRegister {

    private static final int SHOWN = 3;

    private final Map<String, Unit> byCode = new LinkedHashMap<>();
    private final Map<String, Unit> byPrinted = new HashMap<>();
    private final Map<String, List<Unit>> byClass = new HashMap<>();

    private UnitRegister() {}

    /**
     * Builds a register. Where two units claim one printed form, the first keeps it: validation of a policy refuses that
     * before.
     *
     * @param units the units
     * @return the register
     */
    public static UnitRegister of(List<Unit> units) {
        UnitRegister register = new UnitRegister();
        for (Unit unit : units) {
            register.byCode.putIfAbsent(PrintedTokens.key(unit.code()), unit);
            String memberOf = unit.memberOf();
            if (memberOf != null) {
                register.byClass
                        .computeIfAbsent(memberOf, missing -> new ArrayList<>())
                        .add(unit);
            }
        }
        for (Unit unit : units) {
            register.byPrinted.putIfAbsent(PrintedTokens.key(unit.code()), unit);
            unit.printedVariants().forEach(form -> register.byPrinted.putIfAbsent(PrintedTokens.key(form), unit));
        }
        return register;
    }

    /**
     * All units.
     *
     * @return the units in the order of the policy
     */
    public List<Unit> all() {
        return List.copyOf(byCode.values());
    }

    /**
     * Looks up a unit by its code; white space does not matter.
     *
     * @param code the code
     * @return the unit, or empty when the policy has none of this code
     */
    public Optional<Unit> find(String code) {
        Unit exact = byCode.get(code);
        return Optional.ofNullable(exact != null ? exact : byCode.get(PrintedTokens.key(code)));
    }

    /**
     * A text that is the same for a unit however its code is written, for rows that are looked for by a unit.
     *
     * @param code the unit's code; no unit of the policy need have it
     * @return the code under which it is registered, or the given one without what a scan may have added
     */
    public String keyOf(String code) {
        return find(code).map(Unit::code).orElseGet(() -> PrintedTokens.key(code));
    }

    /** The code under which a unit is registered; the text itself when there is no such unit. */
    String codeOf(String code) {
        Unit exact = byCode.get(code);
        return exact != null ? exact.code() : find(code).map(Unit::code).orElse(code);
    }

    /**
     * The members of a unit class.
     *
     * @param code the code of a class
     * @return its members in the order of the policy; empty for anything else
     */
    public List<Unit> members(String code) {
        return find(code).filter(unit -> unit.kind() == Unit.Kind.UNIT_CLASS).isPresent()
                ? List.copyOf(byClass.getOrDefault(code, List.of()))
                : List.of();
    }

    /**
     * Looks up a unit by its code.
     *
     * @param code the code
     * @return the unit
     * @throws PrakatException NOT_FOUND if there is none, with the nearest codes
     */
    public Unit require(String code) {
        return find(code)
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.NOT_FOUND,
                        "unit '" + code + "' is not among the " + byCode.size() + " units of the policy; nearest: "
                                + nearest(code) + "; correct the code or add the unit to units.csv"));
    }

    /**
     * Looks up a unit by any printed form: its code or a variant; white space does not matter.
     *
     * @param printed the printed form
     * @return the unit, or empty when none is printed so
     */
    public Optional<Unit> byPrinted(String printed) {
        return Optional.ofNullable(byKey(PrintedTokens.key(printed)));
    }

    /** As {@link #byPrinted} for what {@link PrintedTokens} gave already. */
    @Nullable
    Unit byKey(String key) {
        return byPrinted.get(key);
    }

    /**
     * Whether a unit is another one or a member of its class.
     *
     * @param unitCode the unit in question
     * @param holderCode a unit or a unit class
     * @return true for the same code and for a member of the class; false when the first is unknown and differs
     */
    public boolean isOrBelongsTo(String unitCode, String holderCode) {
        if (unitCode.equals(holderCode) || PrintedTokens.key(unitCode).equals(PrintedTokens.key(holderCode))) {
            return true;
        }
        return find(unitCode).map(Unit::memberOf).filter(holderCode::equals).isPresent();
    }

    /**
     * The codes that somebody may have meant, for a message.
     *
     * @param printed what was found
     * @return the nearest codes on one line
     */
    public String nearest(String printed) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String key = PrintedTokens.key(printed);
        Comparator<Map.Entry<String, Unit>> byDistance =
                Comparator.comparingInt(entry -> distance.apply(entry.getKey(), key));
        return byPrinted.entrySet().stream()
                .sorted(byDistance.thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getValue().code())
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
    }
}
