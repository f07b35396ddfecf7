package dev.prakat.staticsite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What a plan changes in the state folder, prepared in the stage folder. What is there already is no change. */
final class StateChanges {

    private final SiteSettings settings;
    private final StateFolder state;
    private final Disk disk;
    private final Stage stage;
    private final List<Change> changes = new ArrayList<>();

    /**
     * Creates it.
     *
     * @param disk what the stage folder is written with
     * @param stage gives names to what is prepared
     */
    StateChanges(SiteSettings settings, StateFolder state, Disk disk, Stage stage) {
        this.settings = settings;
        this.state = state;
        this.disk = disk;
        this.stage = stage;
    }

    List<Change> all() {
        return changes;
    }

    void put(String name, Object value) throws IOException {
        bytes(name, StateFolder.json(value));
    }

    void put(SortedMap<String, Optional<Object>> shards) throws IOException {
        for (Map.Entry<String, Optional<Object>> shard : shards.entrySet()) {
            Optional<Object> value = shard.getValue();
            bytes(shard.getKey(), value.isPresent() ? StateFolder.json(value.get()) : null);
        }
    }

    void remove(String name) throws IOException {
        bytes(name, null);
    }

    /** Keeps the clean HTML of a body, or forgets it. */
    void body(String item, @Nullable String html) throws IOException {
        bytes(StateFolder.bodyFile(item), html == null ? null : html.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(String name, byte @Nullable [] bytes) throws IOException {
        if (state.has(name, bytes)) {
            return;
        }
        if (bytes == null) {
            changes.add(Change.removal(name, null));
            return;
        }
        String staged = stage.next();
        disk.write(settings.stage().resolve(staged), bytes);
        changes.add(new Change(name, null, staged, Hashes.of(bytes), bytes.length));
    }
}
