/**
 * What others implement: publishing targets, the staff directory, the store of attachments, sinks for checkpoints, keys,
 * credentials, listeners. Nothing here imports anything else of Prakat, so that an adapter can never reach into a policy;
 * what it prints arrives finished.
 */
@NullMarked
package dev.prakat.spi;

import org.jspecify.annotations.NullMarked;
