/**
 * A publishing target that is a folder of files: any web server can show it, a reader never meets a half-written file, and an
 * item that is taken down is gone with its files at once.
 */
@NullMarked
package dev.prakat.staticsite;

import org.jspecify.annotations.NullMarked;
