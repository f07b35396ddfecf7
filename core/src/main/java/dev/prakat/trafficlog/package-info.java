/**
 * The tamper-evident traffic log under the Computer Crimes Act: append, checkpoint, verify, recover. It knows nothing of items
 * and could be used alone. The files are described in {@code docs/reference/traffic-log-format.md}; an RFC 6962 tree over the
 * public part of every record, signed as C2SP checkpoints, is the evidence. Source: S001-R30
 */
@NullMarked
package dev.prakat.trafficlog;

import org.jspecify.annotations.NullMarked;
