/** Publish windows: from when until when something is public, as half-open instants made from days in Asia/Bangkok. */
@NullMarked
package dev.prakat.window;

import org.jspecify.annotations.NullMarked;
