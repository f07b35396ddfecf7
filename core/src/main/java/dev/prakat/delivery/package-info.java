/**
 * Makes the websites agree with what was approved, and proves that they do: placements, the sweep, deliveries, take-downs,
 * observations, health.
 */
@NullMarked
package dev.prakat.delivery;

import org.jspecify.annotations.NullMarked;
