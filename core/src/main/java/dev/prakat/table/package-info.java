/** CSV files as a spreadsheet shows them: read with everything that is wrong with them, written so that it opens them. */
@NullMarked
package dev.prakat.table;

import org.jspecify.annotations.NullMarked;
