/** Thin callers of {@code Prakat.sweep()} for hosts that have no scheduler of their own at hand. */
@NullMarked
package dev.prakat.trigger;

import org.jspecify.annotations.NullMarked;
