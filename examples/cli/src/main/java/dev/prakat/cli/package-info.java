/** The command line: a thin caller of the public API, for scripts, for cron, and for a first look. */
@NullMarked
package dev.prakat.cli;

import org.jspecify.annotations.NullMarked;
