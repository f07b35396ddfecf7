package dev.prakat.staticsite;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder beside the docroot that remembers what is ours: {@code site.json} binds it to a site, {@code items/} has the state
 * of each item, {@code bodies/} the clean HTML of those that can still be read, {@code manifest.json} the shared pages with
 * their hashes, {@code journal.json} the shared pages that a call is about to change. Reading is safe at any time; writing
 * needs the {@link SiteLock}.
 */
final class StateFolder {

    /** The version of this layout. */
    static final int FORMAT = 1;

    private static final TypeReference<TreeMap<String, String>> HASHES = new TypeReference<>() {};
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final SiteSettings settings;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();

    /** An item's state as read from a file that has not changed since. */
    private record Cached(String stamp, ItemState state) {}

    /**
     * What binds a state folder to a site.
     *
     * @param format the version of the layout
     * @param base the base address when it was bound
     */
    record Binding(int format, String base) {}

    StateFolder(SiteSettings settings) {
        this.settings = settings;
    }

    Optional<Binding> binding() throws IOException {
        return read(settings.state().resolve("site.json"), Binding.class);
    }

    void bind() throws IOException {
        write("site.json", new Binding(FORMAT, settings.base().toString()));
    }

    Optional<ItemState> item(String id) throws IOException {
        return read(itemFile(id), ItemState.class);
    }

    /** Every item, by key. */
    SortedMap<String, ItemState> items() throws IOException {
        SortedMap<String, ItemState> items = new TreeMap<>();
        Path folder = settings.state().resolve("items");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
                for (Path file : files) {
                    ItemState state = cached(file);
                    items.put(state.item(), state);
                }
            }
        }
        return items;
    }

    private ItemState cached(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String stamp = attributes.fileKey() + "/" + attributes.lastModifiedTime() + "/" + attributes.size();
        String name = String.valueOf(file.getFileName());
        Cached known = cache.get(name);
        if (known != null && known.stamp().equals(stamp)) {
            return known.state();
        }
        ItemState state = read(file, ItemState.class).orElseThrow(() -> new IOException(file + " vanished"));
        cache.put(name, new Cached(stamp, state));
        return state;
    }

    /** Keeps an item's state, unless it is kept already. */
    void save(ItemState state) throws IOException {
        if (!item(state.item()).equals(Optional.of(state))) {
            write("items/" + state.item() + ".json", state);
        }
    }

    /** Keeps the clean HTML of a body, or forgets it. */
    void saveBody(String id, @Nullable String html) throws IOException {
        Path file = bodyFile(id);
        if (html == null) {
            Files.deleteIfExists(file);
            return;
        }
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            DurableFiles.replace(settings.stage(), file, bytes);
        }
    }

    Optional<String> body(String id) throws IOException {
        Path file = bodyFile(id);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** The shared pages that are ours, with the hashes that they were given. */
    SortedMap<String, String> manifest() throws IOException {
        return hashes("manifest.json").orElseGet(TreeMap::new);
    }

    /** What an interrupted call was about to write; empty when none was interrupted. */
    Optional<SortedMap<String, String>> journal() throws IOException {
        return hashes("journal.json");
    }

    void beginJournal(SortedMap<String, String> writes) throws IOException {
        write("journal.json", writes);
    }

    void endJournal(SortedMap<String, String> manifest) throws IOException {
        if (!manifest().equals(manifest)) {
            write("manifest.json", manifest);
        }
        Files.deleteIfExists(settings.state().resolve("journal.json"));
    }

    /** Throws away what an interrupted call had prepared but not put in place. */
    void clearStage() throws IOException {
        Files.createDirectories(settings.stage());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(settings.stage())) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Optional<SortedMap<String, String>> hashes(String name) throws IOException {
        Path file = settings.state().resolve(name);
        return Files.exists(file) ? Optional.of(JSON.readValue(Files.readAllBytes(file), HASHES)) : Optional.empty();
    }

    private static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
        } catch (IOException e) {
            throw new IOException("state file " + file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private void write(String name, Object value) throws IOException {
        DurableFiles.replace(settings.stage(), settings.state().resolve(name), JSON.writeValueAsBytes(value));
    }

    private Path itemFile(String id) {
        return settings.state().resolve("items").resolve(id + ".json");
    }

    private Path bodyFile(String id) {
        return settings.state().resolve("bodies").resolve(id + ".html");
    }
}
