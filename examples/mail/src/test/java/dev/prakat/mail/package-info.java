@NullMarked
package dev.prakat.mail;

import org.jspecify.annotations.NullMarked;
