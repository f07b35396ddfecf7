/** Requests for data: the seven steps, their branches and their clocks. Source: document 000. */
@NullMarked
package dev.prakat.request;

import org.jspecify.annotations.NullMarked;
