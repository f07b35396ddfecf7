package dev.prakat.table;

import java.util.regex.Pattern;

/**
 * A spreadsheet calculates a cell that begins with {@code = + - @}, a tab or a carriage return, whoever wrote it. An apostrophe before
 * it makes it text; reading takes that apostrophe away again, so that nothing is lost on the way. Stateless.
 */
final class FormulaGuard {

    /** Apostrophes count too: what already looks guarded gets one more, or reading would take its own. */
    private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r]");

    private FormulaGuard() {}

    static String guarded(String cell) {
        return FORMULA.matcher(cell).find() ? "'" + cell : cell;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).find() ? cell.substring(1) : cell;
    }
}
