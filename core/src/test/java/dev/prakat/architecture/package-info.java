/** Guards: what a reviewer would otherwise have to look for by hand. Each message names the file, what was found and the remedy. */
package dev.prakat.architecture;
