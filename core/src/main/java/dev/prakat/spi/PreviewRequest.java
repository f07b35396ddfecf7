package dev.prakat.spi;

/**
 * What to show beforehand. Immutable, but the attachments' streams are read from their store each time.
 *
 * @param item what would be published, finished; its hash may not be approved yet
 * @param site what the site shows besides items
 */
public record PreviewRequest(PublishableItem item, SiteView site) {}
