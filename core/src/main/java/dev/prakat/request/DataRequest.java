package dev.prakat.request;

import dev.prakat.spi.OfficerId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request in the register, without anything of the requester. Immutable.
 *
 * @param number its number
 * @param topic what it is about, in a few words
 * @param inCharge the person in charge, or null before there is one. Source: S000-R03
 * @param neededBy the day by which the data is needed, or null when it is not urgent. Source: S000-R05
 * @param owners the units that were asked, in the order of asking. Source: S000-R09
 * @param instructions what was instructed in the place of an approval, oldest first. Source: S000-R20
 * @param run where it stands, with its clocks
 * @param erased whether what is personal was erased
 */
public record DataRequest(
        RequestNumber number,
        String topic,
        @Nullable OfficerId inCharge,
        @Nullable LocalDate neededBy,
        List<OwnerUnit> owners,
        List<Instruction> instructions,
        RequestRun run,
        boolean erased) {

    /** Copies the lists. */
    public DataRequest {
        owners = List.copyOf(owners);
        instructions = List.copyOf(instructions);
    }
}
