/** Sealing of personal details at rest, under keys that the host's key provider wraps. */
@NullMarked
package dev.prakat.seal;

import org.jspecify.annotations.NullMarked;
