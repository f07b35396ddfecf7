/** Our tables in the host's database: SQL migrations in the jar, run by Flyway with a history table of our own. */
@NullMarked
package dev.prakat.schema;

import org.jspecify.annotations.NullMarked;
