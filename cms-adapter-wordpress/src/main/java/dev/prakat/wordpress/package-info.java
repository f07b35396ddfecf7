/**
 * The WordPress adapter. What stands: the settings of a site, their rules, and what such a site can do. Publishing to it
 * comes with the adapter's own work; until then nothing here implements {@code PublishingTarget}, so that no site can be
 * configured that would not be served.
 */
@NullMarked
package dev.prakat.wordpress;

import org.jspecify.annotations.NullMarked;
