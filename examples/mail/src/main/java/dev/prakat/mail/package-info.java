/** Tells officers by e-mail what happened to their items: a listener to copy into a portal. */
@NullMarked
package dev.prakat.mail;

import org.jspecify.annotations.NullMarked;
