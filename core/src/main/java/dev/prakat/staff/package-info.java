/** Officers as the host's directory knows them, and a directory in a CSV file for the command line and for examples. */
@NullMarked
package dev.prakat.staff;

import org.jspecify.annotations.NullMarked;
