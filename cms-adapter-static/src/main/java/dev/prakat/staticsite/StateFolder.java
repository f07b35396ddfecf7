package dev.prakat.staticsite;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.spi.SiteView;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The folder beside the docroot that remembers what is ours: {@code site.json} binds it to a site, {@code items/} has the state
 * of each item, {@code bodies/} the clean HTML of those that can still be read, {@code days/} and {@code lists/} what
 * {@link SiteLists} needs, {@code categories.json} the categories that have a page, {@code view.json} what the site showed
 * besides items, {@code theme.json} the agency's theme, {@code datasets.json} the categories with data sets, {@code journal.json} the {@link Plan} of a call that was interrupted. Reading is safe at any time; writing needs
 * the {@link SiteLock} and goes through a {@link Transaction}.
 */
final class StateFolder {

    /** The version of this layout. */
    static final int FORMAT = 3;

    static final String BINDING = "site.json";
    static final String CATEGORIES = "categories.json";
    static final String VIEW = "view.json";
    static final String MANIFEST = "manifest.json";
    static final String JOURNAL = "journal.json";
    static final String THEME = "theme.json";
    static final String DATA_SETS = "datasets.json";

    /** Names a copy of the docroot that is not shown yet. */
    static final String BESIDE = "beside.txt";

    private static final String JSON_FILE = ".json";
    private static final int CACHED = 4_000;
    private static final TypeReference<TreeMap<String, SiteIndex.Category>> NAMED = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> HASHES = new TypeReference<>() {};
    private static final ObjectMapper JSON = StateJson.mapper();

    private final SiteSettings settings;
    private final Disk disk;
    private final Map<Path, Cached> cache = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Cached> eldest) {
            return size() > CACHED;
        }
    };

    /** What was read from a file that has not changed since. */
    private record Cached(String stamp, Object value) {}

    /**
     * What binds a state folder to a site.
     *
     * @param format the version of the layout
     * @param base the base address when it was bound
     */
    record Binding(int format, String base) {}

    StateFolder(SiteSettings settings, Disk disk) {
        this.settings = settings;
        this.disk = disk;
    }

    Disk disk() {
        return disk;
    }

    Optional<Binding> binding() throws IOException {
        return read(file(BINDING), Binding.class);
    }

    void bind() throws IOException {
        replace(BINDING, json(current()));
    }

    /** What binds a state folder of this version to this site. */
    Binding current() {
        return new Binding(FORMAT, settings.base().toString());
    }

    Optional<ItemState> item(String id) throws IOException {
        return cached(file(itemFile(id)), ItemState.class);
    }

    /** The bytes of an item's file, for a caller that asks for every item once: nothing of them is kept in memory. */
    byte[] itemBytes(String id) throws IOException {
        return Files.readAllBytes(file(itemFile(id)));
    }

    /** The item in {@link #itemBytes}. */
    ItemState item(String id, byte[] bytes) throws IOException {
        return parse(file(itemFile(id)), bytes, ItemState.class);
    }

    /** The keys of all items, in order. */
    SortedSet<String> items() throws IOException {
        SortedSet<String> items = new TreeSet<>();
        Path folder = file("items");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    if (name.endsWith(JSON_FILE)) {
                        items.add(name.substring(0, name.length() - JSON_FILE.length()));
                    }
                }
            }
        }
        return items;
    }

    Optional<String> body(String id) throws IOException {
        try {
            return Optional.of(Files.readString(file(bodyFile(id))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The categories that have a page, by key. */
    SortedMap<String, SiteIndex.Category> categories() throws IOException {
        Path file = file(CATEGORIES);
        return Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), NAMED) : new TreeMap<>();
    }

    /** What the site showed besides items when it was changed last. */
    Optional<SiteView> view() throws IOException {
        return read(file(VIEW), SiteView.class);
    }

    /** The agency's theme that the site is rendered with; empty for the default one. */
    Optional<KeptTheme> theme() throws IOException {
        return cached(file(THEME), KeptTheme.class);
    }

    /** The categories with data sets; empty when there are none. */
    Optional<DataSets> dataSets() throws IOException {
        return cached(file(DATA_SETS), DataSets.class);
    }

    /** What an interrupted call was about to do; empty when none was interrupted. */
    Optional<Plan> journal() throws IOException {
        return read(file(JOURNAL), Plan.class);
    }

    /** A shard of {@link SiteLists}. Not to be changed. */
    <T> Optional<T> shard(String name, Class<T> type) throws IOException {
        return cached(file(name), type);
    }

    /** The shared pages that a shard remembers, with their hashes. Not to be changed. */
    SortedMap<String, String> pages(String shard) throws IOException {
        if (SiteLists.isYear(shard)) {
            return shard(shard, ListYear.class).map(ListYear::pages).orElseGet(TreeMap::new);
        }
        return SiteLists.isRoot(shard)
                ? shard(shard, ListRoot.class).map(ListRoot::pages).orElseGet(TreeMap::new)
                : new TreeMap<>();
    }

    /** The shared pages of a state folder of format 1, which had them all in one file. */
    SortedMap<String, String> pagesOfFormat1() throws IOException {
        Path file = file(MANIFEST);
        return Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), HASHES) : new TreeMap<>();
    }

    /** The names of all shards. */
    List<String> shards() throws IOException {
        List<String> names = new ArrayList<>();
        for (String folder : List.of("days", "lists")) {
            if (Files.isDirectory(file(folder))) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(file(folder), "*.json")) {
                    files.forEach(f -> names.add(folder + "/" + f.getFileName()));
                }
            }
        }
        return names;
    }

    /** Throws away what an interrupted call had prepared, and no plan has. */
    void clearStage(Set<String> kept) throws IOException {
        disk.makeFolders(settings.stage());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(settings.stage())) {
            for (Path file : files) {
                if (!kept.contains(String.valueOf(file.getFileName()))) {
                    clear(file);
                }
            }
        }
    }

    /** What was prepared of a whole site is in folders. */
    private void clear(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(file)) {
                for (Path inside : files) {
                    clear(inside);
                }
            }
        }
        disk.delete(file);
    }

    /** Replaces a file at once. */
    void replace(String name, byte[] bytes) throws IOException {
        disk.makeFolders(settings.stage());
        Path temporary = settings.stage().resolve(name + ".new");
        disk.delete(temporary);
        disk.write(temporary, bytes);
        disk.rename(temporary, file(name));
        disk.force(settings.state());
    }

    /** Writes a plan down. From here on it happens. */
    void beginJournal(Plan plan) throws IOException {
        Path temporary = settings.stage().resolve(JOURNAL + ".new");
        disk.delete(temporary);
        try (OutputStream out = new BufferedOutputStream(disk.open(temporary), 1 << 16)) {
            JSON.writeValue(out, plan);
        }
        disk.rename(temporary, file(JOURNAL));
        disk.force(settings.state());
    }

    void endJournal() throws IOException {
        disk.delete(file(JOURNAL));
    }

    static byte[] json(Object value) throws IOException {
        return JSON.writeValueAsBytes(value);
    }

    /** Whether a file has these bytes already. */
    boolean has(String name, byte @Nullable [] bytes) throws IOException {
        Path file = file(name);
        if (bytes == null || !Files.exists(file)) {
            return bytes == null && !Files.exists(file);
        }
        return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    static String itemFile(String id) {
        return "items/" + id + ".json";
    }

    static String bodyFile(String id) {
        return "bodies/" + id + ".html";
    }

    Path file(String name) {
        return settings.state().resolve(name);
    }

    private <T> Optional<T> cached(Path file, Class<T> type) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        String stamp = attributes.fileKey() + "/" + attributes.lastModifiedTime() + "/" + attributes.size();
        synchronized (cache) {
            Cached known = cache.get(file);
            if (known != null && known.stamp().equals(stamp) && type.isInstance(known.value())) {
                return Optional.of(type.cast(known.value()));
            }
        }
        Optional<T> value = read(file, type);
        synchronized (cache) {
            value.ifPresent(v -> cache.put(file, new Cached(stamp, v)));
        }
        return value;
    }

    private static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        try {
            return Optional.of(parse(file, Files.readAllBytes(file), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static <T> T parse(Path file, byte[] json, Class<T> type) throws IOException {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new IOException("state file " + file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
