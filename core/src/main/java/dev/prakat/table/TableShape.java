package dev.prakat.table;

import java.util.List;

/**
 * What a file's header must look like, and how findings name the file. Immutable.
 *
 * @param file the file's name, as findings say it
 * @param needed the columns that must be there, in lower case; the order of a file may differ
 * @param optional the columns that may be there; any other one is a finding
 * @param rule the code that findings bear, for example {@code STAFF}
 */
public record TableShape(String file, List<String> needed, List<String> optional, String rule) {

    /** Copies the lists. */
    public TableShape {
        needed = List.copyOf(needed);
        optional = List.copyOf(optional);
    }

    /** The place of a row, as findings say it. */
    String place(int row) {
        return file + ":" + row;
    }
}
