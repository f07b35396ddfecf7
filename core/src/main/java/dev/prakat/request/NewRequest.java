package dev.prakat.request;

import java.time.Instant;

/**
 * A request as it comes in. Immutable. Source: S000-R02
 *
 * @param number its number in the register
 * @param received when the document reached the division; the first clock begins here. Source: S000-R03
 * @param informationAct whether it is made under the Official Information Act, with a clock of its own. Source: OIA-11
 * @param topic what it is about, in a few words that name no person; it stands open in the register
 * @param requester who asks and for what; sealed
 */
public record NewRequest(
        RequestNumber number, Instant received, boolean informationAct, String topic, Requester requester) {

    /** Takes the blanks off. */
    public NewRequest {
        topic = topic.strip();
    }
}
