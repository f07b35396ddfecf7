package dev.prakat.duty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the agency as the policy reads it. Printed forms are facts of the document; names are readings and may be wrong,
 * which {@code confidence} says. Immutable.
 *
 * @param code the stable key, usually the abbreviation with its full stop: {@code ศสน.}
 * @param nameTh the Thai name; a reading
 * @param nameEn the English name; a reading
 * @param printedVariants other printed forms, with the slips of scans
 * @param confidence how sure the reading is, for example {@code high}
 * @param kind what a cell that prints it means
 * @param memberOf the code of the unit class that it belongs to; of a post, the unit that has it; or null
 */
public record Unit(
        String code,
        String nameTh,
        String nameEn,
        List<String> printedVariants,
        String confidence,
        Kind kind,
        @Nullable String memberOf) {

    /** What a cell that prints a unit means. */
    public enum Kind {
        /** This one unit. */
        UNIT,
        /** Every unit that is a member of this class. Source: AMB-22. */
        UNIT_CLASS,
        /** The unit that owns the data of the item in question, whichever that is. */
        VARIABLE,
        /** Whoever holds the post of this code, in the unit that it is a member of, or in any. Source: S003-R16. */
        POST
    }

    /** Copies the list. */
    public Unit {
        printedVariants = List.copyOf(printedVariants);
    }
}
