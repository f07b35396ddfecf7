package dev.prakat.trafficlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Publishes signed checkpoints: the tiles first, then to the end of the history, then as the newest. What failed half-way is finished by the
 * next call. Belongs to the writer's thread.
 */
final class Checkpoints {

    private final Storage storage;
    private final String origin;
    private final SigningKey key;
    private final TileWriter tiles;
    private long historyLength;
    private long historySize;
    private long published;

    /** Goes on after what is signed already. */
    Checkpoints(Storage storage, String origin, SigningKey key, TileWriter tiles, SignedState state) {
        this.tiles = tiles;
        this.storage = storage;
        this.origin = origin;
        this.key = key;
        this.historyLength = state.historyLength();
        this.historySize = state.newest() == null ? -1 : state.covered();
        this.published = state.behind() ? -1 : historySize;
    }

    /** How many records the newest published checkpoint covers, -1 when there is none yet. */
    long published() {
        return published;
    }

    /**
     * Makes the present state of the tree durable as the newest checkpoint.
     *
     * @return the signed note
     */
    String publish(MerkleRange range) throws IOException {
        // First, so that whoever reads the checkpoint finds them.
        tiles.publish(range.size());
        String note = key.sign(Checkpoint.of(origin, range)).encode();
        byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
        if (historySize != range.size()) {
            append(bytes);
            historySize = range.size();
        }
        storage.replace(SignedState.CHECKPOINT, bytes);
        published = range.size();
        return note;
    }

    private void append(byte[] note) throws IOException {
        byte[] entry = Arrays.copyOf(note, note.length + 1);
        entry[note.length] = '\n';
        boolean created = historyLength == 0;
        // Opened anew each time: a file whose force failed once is not trusted again.
        try (Storage.File file = storage.open(SignedState.HISTORY)) {
            file.truncate(historyLength);
            file.write(historyLength, ByteBuffer.wrap(entry));
            file.force();
        }
        if (created) {
            storage.forceFolder("");
        }
        historyLength += entry.length;
    }
}
