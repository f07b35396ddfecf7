/**
 * Procedures: the steps that a policy prescribes, who takes them, what they may come to, and a pure run of them that knows no
 * database and no clock.
 */
@NullMarked
package dev.prakat.procedure;

import org.jspecify.annotations.NullMarked;
