/** The unit of work: how library code reaches the database, and what happens after it ended. */
@NullMarked
package dev.prakat.transaction;

import org.jspecify.annotations.NullMarked;
