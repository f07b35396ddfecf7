/**
 * What the author of an adapter extends and uses: the contract that every publishing target keeps, the one that its observations
 * keep in front of a hostile website, that website in memory and over HTTP, a target whose deliveries fail, a clock that a test
 * moves, a recorder that keeps its records in memory, invented items, and a target that lives in memory.
 */
@NullMarked
package dev.prakat.testkit;

import org.jspecify.annotations.NullMarked;
