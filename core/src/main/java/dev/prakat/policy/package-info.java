/**
 * One agency's decisions as data: a folder of files, read and validated as a whole, so that an agency is added without a line
 * of Java.
 */
@NullMarked
package dev.prakat.policy;

import org.jspecify.annotations.NullMarked;
