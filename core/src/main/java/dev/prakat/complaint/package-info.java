/**
 * Complaints: the register, who is told what by when, and the indicator that measures how many are resolved in time. Personal
 * details are sealed; only figures leave. Source: document 004.
 */
@NullMarked
package dev.prakat.complaint;

import org.jspecify.annotations.NullMarked;
