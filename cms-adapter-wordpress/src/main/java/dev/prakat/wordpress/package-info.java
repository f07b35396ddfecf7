/** The WordPress adapter. Its package and wiring stand; publishing to WordPress comes with its own issue. */
@NullMarked
package dev.prakat.wordpress;

import org.jspecify.annotations.NullMarked;
