package dev.prakat.approval;

import dev.prakat.item.ItemId;
import java.time.Instant;

/**
 * That somebody let stay what screening warned of, for whoever counts. Immutable.
 *
 * @param caseId the case's key
 * @param item the item
 * @param kind what it looks like, for example {@code MOBILE}
 * @param at when it was waived
 */
public record WaiverFact(String caseId, ItemId item, String kind, Instant at) {}
