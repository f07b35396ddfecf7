/**
 * The Thai government calendar: working days and holidays from a dated file, time limits, and dates as people in Thailand
 * write them. Always Asia/Bangkok and own tables, never the machine's zone or locale.
 */
@NullMarked
package dev.prakat.calendar;

import org.jspecify.annotations.NullMarked;
