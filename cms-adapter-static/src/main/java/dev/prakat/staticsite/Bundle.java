package dev.prakat.staticsite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The new states of many items in one staged file, a line for the item and a line for its JSON. A file system takes longer to make a file
 * than to fill it, and until a whole site is put in place nobody needs each of them by itself.
 */
final class Bundle {

    /** Where it goes: into the files of a folder of the state folder. No file's path ends so. */
    private static final String PATH = "items/";

    private Bundle() {}

    /** The state of an item. */
    static final class Entry {
        final String item;
        final byte[] json;

        /**
         * Creates it.
         *
         * @param item the item's key
         * @param json as its file is to have it, in one line; not to be changed any more
         */
        Entry(String item, byte[] json) {
            this.item = item;
            this.json = json;
        }
    }

    /** Prepares one in the stage folder. */
    static Change stage(Collection<Entry> entries, SiteSettings settings, Disk disk, Stage stage) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            all.writeBytes(entry.item.getBytes(StandardCharsets.UTF_8));
            all.write('\n');
            all.writeBytes(entry.json);
            all.write('\n');
        }
        byte[] bytes = all.toByteArray();
        String staged = stage.next();
        disk.write(settings.stage().resolve(staged), bytes);
        return new Change(PATH, null, staged, Hashes.of(bytes), bytes.length);
    }

    static boolean is(Change change) {
        return change.path().equals(PATH);
    }

    /**
     * Gives every item its state, each in one step. May be done again.
     *
     * @param folders is given those that are to be forced
     */
    static void unpack(Change change, SiteSettings settings, StateFolder state, Set<Path> folders) throws IOException {
        Path file = settings.stage().resolve(String.valueOf(change.staged()));
        SideBySide.waiting(read(file), entry -> {
            String name = StateFolder.itemFile(entry.item);
            Path temporary = file.resolveSibling(file.getFileName() + "-" + entry.item);
            state.disk().delete(temporary); // of one who was interrupted here
            state.disk().write(temporary, entry.json);
            state.disk().rename(temporary, state.file(name));
        });
        Placing.folder(state.file(change.path()).resolve("any"), folders);
    }

    private static List<Entry> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Entry> entries = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int behindItem = lineEnd(bytes, at);
            int behindJson = lineEnd(bytes, behindItem + 1);
            byte[] json = new byte[behindJson - behindItem - 1];
            System.arraycopy(bytes, behindItem + 1, json, 0, json.length);
            entries.add(new Entry(new String(bytes, at, behindItem - at, StandardCharsets.UTF_8), json));
            at = behindJson + 1;
        }
        return entries;
    }

    private static int lineEnd(byte[] bytes, int from) {
        int end = from;
        while (bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
