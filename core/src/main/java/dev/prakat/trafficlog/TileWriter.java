package dev.prakat.trafficlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps the hash tiles of the tree beside the records, for readers who want a proof without reading everything. They are derived:
 * what a crash took or somebody changed is made anew at the next opening. Full tiles are forced, the ones at the right edge are
 * written for every checkpoint and only as good as it. Belongs to the writer's thread.
 */
final class TileWriter extends TileGrowth {

    private final Storage storage;
    private final Map<Tile, byte[]> filled = new LinkedHashMap<>();
    private List<Tile> edge = List.of();

    TileWriter(Storage storage) {
        super(storage);
        this.storage = storage;
    }

    @Override
    void full(Tile tile, byte[] hashes) {
        if (!isStored(tile, hashes)) {
            filled.put(tile, hashes.clone());
        }
    }

    /** What the log had published before this run; those tiles of its edge are replaced by the next. */
    void publishedBefore(long size) {
        edge = Tile.partial(size);
    }

    /** Writes what a reader of a checkpoint of this size needs. What failed is tried again by the next call. */
    void publish(long size) throws IOException {
        for (Tile tile : List.copyOf(filled.keySet())) {
            storage.createFolder(tile.folder());
            storage.replace(tile.path(), Objects.requireNonNull(filled.get(tile)));
            filled.remove(tile);
        }
        List<Tile> now = Tile.partial(size);
        for (Tile tile : now) {
            storage.createFolder(tile.folder());
            put(tile.path(), edge(tile));
        }
        Set<String> paths = now.stream().map(Tile::path).collect(Collectors.toSet());
        Set<String> folders = now.stream().map(Tile::folder).collect(Collectors.toSet());
        for (Tile old : edge) {
            for (String name : storage.list(old.folder())) {
                String path = old.folder() + "/" + name;
                if (!paths.contains(path)) {
                    storage.delete(path);
                }
            }
            if (!folders.contains(old.folder())) {
                storage.delete(old.folder());
            }
        }
        edge = now;
    }

    /** Without force: complete for who reads now, and written anew when a crash took it. */
    private void put(String name, byte[] content) throws IOException {
        String temporary = name + ".tmp";
        try (Storage.File file = storage.open(temporary)) {
            file.truncate(0);
            file.write(0, ByteBuffer.wrap(content));
        }
        storage.rename(temporary, name);
    }
}
