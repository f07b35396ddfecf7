package dev.prakat.duty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One cell, made ready to answer in a few look-ups. Immutable. */
final class CellIndex {

    private final DutyCell cell;
    private final UnitRegister units;

    /** The holder that lets a unit act, by the unit's code: itself, or its class. */
    private final Map<String, String> byUnit = new HashMap<>();

    /** The unit that a post must be held in, by the post's code; an empty text for any. */
    private final Map<String, String> byPost = new HashMap<>();

    private final boolean variable;

    CellIndex(DutyCell cell, UnitRegister units) {
        this.cell = cell;
        this.units = units;
        boolean owner = false;
        for (String code : cell.holders()) {
            Unit holder = units.find(code).orElseThrow();
            switch (holder.kind()) {
                case UNIT -> byUnit.putIfAbsent(code, code);
                case UNIT_CLASS -> {
                    byUnit.putIfAbsent(code, code);
                    units.members(code).forEach(member -> byUnit.putIfAbsent(member.code(), code));
                }
                case POST -> byPost.put(code, holder.memberOf() == null ? "" : holder.memberOf());
                case VARIABLE -> owner = true;
            }
        }
        this.variable = owner;
    }

    DutyCell cell() {
        return cell;
    }

    /** The holder that lets the actor act, or null. */
    @Nullable
    String holder(DutyActor actor, @Nullable String owner) {
        String unit = units.codeOf(actor.unit());
        String holder = byUnit.get(unit);
        if (holder != null) {
            return holder;
        }
        if (variable && owner != null && units.isOrBelongsTo(unit, owner)) {
            return owner;
        }
        return byPost.isEmpty() ? null : post(actor, unit);
    }

    private @Nullable String post(DutyActor actor, String unit) {
        for (String post : actor.posts()) {
            String in = byPost.get(post);
            if (in != null && (in.isEmpty() || units.isOrBelongsTo(unit, in))) {
                return post;
            }
        }
        return null;
    }

    /** The holders with the variable replaced. */
    List<String> holders(@Nullable String owner) {
        if (!variable || owner == null) {
            return cell.holders();
        }
        List<String> holders = new ArrayList<>();
        for (String code : cell.holders()) {
            holders.add(isVariable(code) ? owner : code);
        }
        return List.copyOf(holders);
    }

    boolean isVariable(String code) {
        return units.find(code)
                .filter(unit -> unit.kind() == Unit.Kind.VARIABLE)
                .isPresent();
    }
}
