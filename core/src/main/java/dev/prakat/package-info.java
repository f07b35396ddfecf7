/**
 * The entry point. {@link dev.prakat.Prakat#builder()} wires the chapters; everything else of this package is the wiring.
 */
@NullMarked
package dev.prakat;

import org.jspecify.annotations.NullMarked;
