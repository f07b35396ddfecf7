package dev.prakat.staticsite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** The states of items as they will be after a change. */
final class Items implements Function<String, ItemState> {

    private final StateFolder state;
    private final ItemState changed;

    Items(StateFolder state, ItemState changed) {
        this.state = state;
        this.changed = changed;
    }

    @Override
    public ItemState apply(String id) {
        if (changed.item().equals(id)) {
            return changed;
        }
        try {
            return state.item(id)
                    .orElseThrow(() -> new IOException("state of item " + id + ": found none, expected one because"
                            + " a list names it; run site rebuild"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
