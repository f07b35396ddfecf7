/** Tests of the static site. */
@NullMarked
package dev.prakat.staticsite;

import org.jspecify.annotations.NullMarked;
