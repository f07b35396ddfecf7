package dev.prakat.staticsite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The states and bodies of items as they will be after a change. */
final class Items implements Function<String, ItemState> {

    private final StateFolder state;
    private final ItemState changed;
    private final Optional<String> changedBody;

    /**
     * Creates it.
     *
     * @param changed the state that the change leads to
     * @param body its clean HTML, or null when none is kept
     */
    Items(StateFolder state, ItemState changed, @Nullable String body) {
        this.state = state;
        this.changed = changed;
        this.changedBody = Optional.ofNullable(body);
    }

    ItemState changed() {
        return changed;
    }

    /** The clean HTML of an item. */
    Optional<String> body(String id) throws IOException {
        return changed.item().equals(id) ? changedBody : state.body(id);
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
