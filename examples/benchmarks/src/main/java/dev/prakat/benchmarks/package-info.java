/** Benchmarks of what is asked often. Figures and how to run them: docs/reference/performance.md. */
@NullMarked
package dev.prakat.benchmarks;

import org.jspecify.annotations.NullMarked;
