/**
 * The WordPress adapter: {@link dev.prakat.wordpress.WordPressTarget} publishes to a site over its REST interface, takes down
 * with files and all, and looks as a stranger whether it is so.
 */
@NullMarked
package dev.prakat.wordpress;

import org.jspecify.annotations.NullMarked;
