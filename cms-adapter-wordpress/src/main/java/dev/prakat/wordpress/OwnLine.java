package dev.prakat.wordpress;

import dev.prakat.spi.LogReceipt;
import java.util.List;

/** Every request by itself, two at a time. */
record OwnLine(Calls calls, Account account) implements Line {

    @Override
    public List<Answer> send(List<Ask> asks) {
        return asks.size() == 1 ? List.of(one(asks.get(0))) : TwoAtOnce.with(asks, this::one);
    }

    private Answer one(Ask ask) {
        return Answer.of(() -> calls.send(ask, account.authorization()));
    }

    @Override
    public Answer sendAsStranger(Ask ask) {
        return Answer.of(() -> calls.send(ask, null));
    }

    @Override
    public List<LogReceipt> records() {
        return calls.records();
    }
}
