package dev.prakat.wordpress;

import dev.prakat.spi.LogReceipt;
import java.util.List;

/** How the requests of one item, or of none, get to the site. Used by one thread at a time. */
interface Line {

    /**
     * Sends with the account's password.
     *
     * @param asks what to send, in no order
     * @return what became of each, in the order given
     */
    List<Answer> send(List<Ask> asks);

    /** Sends as a stranger. */
    Answer sendAsStranger(Ask ask);

    /** The records that this left in the traffic log, in order. */
    List<LogReceipt> records();
}
