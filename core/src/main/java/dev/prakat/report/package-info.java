/** Read-only views of what the other chapters keep, for people outside of them. */
@NullMarked
package dev.prakat.report;

import org.jspecify.annotations.NullMarked;
