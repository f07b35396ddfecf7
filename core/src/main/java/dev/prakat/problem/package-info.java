/** The one exception family of Prakat, its codes, and the shape of a validation finding. */
@NullMarked
package dev.prakat.problem;

import org.jspecify.annotations.NullMarked;
