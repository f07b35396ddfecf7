package dev.prakat.spi;

import java.util.List;

/**
 * What a target made of a request. Immutable.
 *
 * @param remoteId the target's own key of the item
 * @param artefacts everything that stands at a public address because of the item, now; after a publication a page at least
 * @param remoteSaid what the remote answered, shortened, without secrets; for people
 * @param logRecords the records that the call left in the traffic log, in order
 */
public record Receipt(String remoteId, List<Artefact> artefacts, String remoteSaid, List<LogReceipt> logRecords) {

    public Receipt {
        artefacts = List.copyOf(artefacts);
        logRecords = List.copyOf(logRecords);
    }
}
