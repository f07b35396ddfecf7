/**
 * What the author of an adapter extends and uses: the contract that every publishing target keeps, a clock that a test moves,
 * a recorder that keeps its records in memory, invented items, and a target that lives in memory.
 */
@NullMarked
package dev.prakat.testkit;

import org.jspecify.annotations.NullMarked;
