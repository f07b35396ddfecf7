package dev.prakat.item;

import dev.prakat.item.Removal.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Collects what cleaning takes out: the same thing once, with its number; never more than can be read. One thread. */
final class Removals {

    /** No reader needs more, and no attacker fills the database with them. */
    static final int MOST = 100;

    private final Map<Thing, Removal> things = new LinkedHashMap<>();
    private int beyond;

    private record Thing(Kind kind, String found) {}

    /** Where something stood; asked for only when it is the first of its kind. */
    record Place(String name, String near) {}

    void add(Kind kind, String found, Supplier<Place> place) {
        Thing thing = new Thing(kind, found);
        Removal known = things.get(thing);
        if (known != null) {
            things.put(thing, new Removal(kind, found, known.place(), known.near(), known.times() + 1));
        } else if (things.size() < MOST) {
            Place where = place.get();
            things.put(thing, new Removal(kind, found, where.name(), where.near(), 1));
        } else {
            beyond++;
        }
    }

    /** Takes over what was collected elsewhere. */
    void add(Removal other) {
        Thing thing = new Thing(other.kind(), other.found());
        Removal known = things.get(thing);
        if (known != null) {
            things.put(
                    thing,
                    new Removal(
                            known.kind(), known.found(), known.place(), known.near(), known.times() + other.times()));
        } else if (other.kind() == Kind.MORE || things.size() >= MOST) {
            beyond += other.times();
        } else {
            things.put(thing, other);
        }
    }

    List<Removal> list() {
        List<Removal> list = new ArrayList<>(things.values());
        if (beyond > 0) {
            list.add(new Removal(Kind.MORE, "…", "body", "", beyond));
        }
        return List.copyOf(list);
    }
}
