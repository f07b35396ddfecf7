package dev.prakat.trafficlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of the tree as C2SP tlog-tiles cuts it: up to 256 hashes side by side.
 *
 * @param level 0 for leaves; a hash of level 1 is over a full tile of level 0, and so on
 * @param number its place among the tiles of the level, from 0
 * @param width how many hashes it has, 1 to 256; fewer than 256 only at the right edge
 */
record Tile(int level, long number, int width) {

    /** The folder of the tiles. */
    static final String FOLDER = "tile";

    /** How many levels of the tree one tile spans. */
    static final int HEIGHT = 8;

    /** How many hashes a full tile has. */
    static final int WIDTH = 1 << HEIGHT;

    private static final int GROUP = 1_000;

    boolean isFull() {
        return width == WIDTH;
    }

    int bytes() {
        return width * Hashes.LENGTH;
    }

    /** Its file, for example {@code tile/0/x001/234} or {@code tile/0/x001/235.p/17}. */
    String path() {
        String path = FOLDER + "/" + level + "/" + digits(number);
        return isFull() ? path : path + ".p/" + width;
    }

    /** The folder of its file. */
    String folder() {
        String path = path();
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** The tiles at the right edge of a tree that are not full, one for each level that has some hashes over. */
    static List<Tile> partial(long size) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; size >>> (level * HEIGHT) > 0; level++) {
            long hashes = size >>> (level * HEIGHT);
            if (hashes % WIDTH > 0) {
                tiles.add(new Tile(level, hashes / WIDTH, (int) (hashes % WIDTH)));
            }
        }
        return tiles;
    }

    /** The tile that holds a hash of a level in a tree of a size. */
    static Tile holding(int level, long index, long size) {
        long number = index / WIDTH;
        long hashes = size >>> (level * HEIGHT);
        return new Tile(level, number, (int) Math.min(WIDTH, hashes - number * WIDTH));
    }

    private static String digits(long number) {
        StringBuilder path = new StringBuilder(group(number));
        for (long rest = number / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, 'x' + group(rest) + '/');
        }
        return path.toString();
    }

    private static String group(long number) {
        return Long.toString(GROUP + number % GROUP).substring(1);
    }
}
