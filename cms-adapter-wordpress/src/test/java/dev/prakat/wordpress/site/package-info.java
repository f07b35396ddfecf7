/**
 * A real WordPress for tests: Debian's PHP, MariaDB, nginx and WordPress, started on the loopback address in a few seconds, once for
 * every flavour in a JVM.
 */
@NullMarked
package dev.prakat.wordpress.site;

import org.jspecify.annotations.NullMarked;
