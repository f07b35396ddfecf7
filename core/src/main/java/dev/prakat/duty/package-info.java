/**
 * Who answers for a category: units as they are printed and read, duties, and the responsibility matrix. The printed cell is
 * always kept beside what was read from it.
 */
@NullMarked
package dev.prakat.duty;

import org.jspecify.annotations.NullMarked;
