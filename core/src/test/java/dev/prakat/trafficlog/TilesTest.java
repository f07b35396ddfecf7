package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tiles of a tree of some size, in the layout of C2SP tlog-tiles. */
class TilesTest {

    private static final int SIZE = 70_000;

    @Test
    void theTilesOfATreeAreThoseOfTheSpecificationsExample() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        TileWriter tiles = new TileWriter(storage);
        MerkleRange range = new MerkleRange(tiles);
        for (int i = 0; i < SIZE; i++) {
            range.add(leaf(i));
            if (i % 1_000 == 0) {
                tiles.publish(range.size());
            }
        }
        tiles.publish(SIZE);
        List<String> files = storage.list(Tile.FOLDER);
        assertThat(files).filteredOn(file -> file.startsWith("0/")).hasSize(273 + 1);
        assertThat(files)
                .contains("0/000", "0/272", "0/273.p/112", "1/000", "1/001.p/17", "2/000.p/1")
                .hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(storage.size("tile/0/000")).isEqualTo(8_192);
        assertThat(storage.size("tile/0/273.p/112")).isEqualTo(112 * 32);
        TileReader reader = new TileReader(storage, SIZE);
        assertThat(reader.root(SIZE)).isEqualTo(range.root());
        for (long index : List.of(0L, 255L, 256L, 65_535L, 65_536L, 69_888L, 69_999L)) {
            assertThat(Proofs.root(index, SIZE, leaf((int) index), reader.inclusion(index)))
                    .as("leaf %d", index)
                    .isEqualTo(range.root());
        }
    }

    @Test
    void greatNumbersAreCutIntoGroupsOfThreeDigits() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(3, 1_000, 5).path()).isEqualTo("tile/3/x001/000.p/5");
        assertThat(Tile.partial(256)).containsExactly(new Tile(1, 0, 1));
        assertThat(Tile.partial(0)).isEmpty();
    }

    private static byte[] leaf(int number) {
        byte[] bytes = ByteBuffer.allocate(4).putInt(number).array();
        return Hashes.leaf(Hashes.sha256(), bytes, 0, bytes.length);
    }
}
