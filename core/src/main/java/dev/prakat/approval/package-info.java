/** Runs a policy's procedure for an item: submit, decide, withdraw; who may, and what exactly was agreed to. */
@NullMarked
package dev.prakat.approval;

import org.jspecify.annotations.NullMarked;
