/** Items, their immutable revisions, attachments, the cleaning of what comes in, and the hash that an approval binds to. */
@NullMarked
package dev.prakat.item;

import org.jspecify.annotations.NullMarked;
