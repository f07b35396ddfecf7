/** Screening: personal data found in Thai text, links, file names and attachments before any of it is public. */
@NullMarked
package dev.prakat.screening;

import org.jspecify.annotations.NullMarked;
