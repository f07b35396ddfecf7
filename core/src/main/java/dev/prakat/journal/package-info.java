/**
 * The business events, written in the same transaction as the change that they tell of, and the one way in which a command
 * runs: intent in the traffic log, change and event in the database, outcome in the traffic log.
 */
@NullMarked
package dev.prakat.journal;

import org.jspecify.annotations.NullMarked;
