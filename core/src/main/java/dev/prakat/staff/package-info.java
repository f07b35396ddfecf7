/**
 * Officers as the host's directory knows them, dated orders about them (delegations, appointments to publish), and both in CSV files.
 */
@NullMarked
package dev.prakat.staff;

import org.jspecify.annotations.NullMarked;
