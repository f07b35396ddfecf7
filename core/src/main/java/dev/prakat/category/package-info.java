/**
 * The category tree of an agency: what may be published, keyed by stable ids because printed labels repeat. Knows nothing of
 * who answers for a category.
 */
@NullMarked
package dev.prakat.category;

import org.jspecify.annotations.NullMarked;
