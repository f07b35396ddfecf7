package dev.prakat.staticsite;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What lists need of an item, and no more, in few bytes: a hundred thousand are in memory at once. Immutable. */
final class Brief {

    private final String item;
    private final List<ItemState.Step> path;
    private final byte[] packed;

    private Brief(String item, List<ItemState.Step> path, byte[] packed) {
        this.item = item;
        this.path = path;
        this.packed = packed;
    }

    /**
     * That of an item.
     *
     * @param path the item's path, shared with other items
     */
    static Brief of(ItemState item, List<ItemState.Step> path) throws IOException {
        return new Brief(item.item(), path, pack(item));
    }

    String item() {
        return item;
    }

    List<ItemState.Step> path() {
        return path;
    }

    int length() {
        return packed.length;
    }

    /** Writes everything but the key and the path. */
    void writeTo(ByteArrayOutputStream out) {
        out.write(packed, 0, packed.length);
    }

    /** The item again, with an empty text where lists need none. */
    ItemState unpack() {
        return unpack(item, path, packed);
    }

    private static byte[] pack(ItemState item) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        DataOutputStream out = new DataOutputStream(bytes);
        put(out, item.shown().name());
        put(out, item.changed());
        ItemState.Text text = item.text();
        out.writeBoolean(text != null);
        if (text != null) {
            put(out, text.title());
            put(out, text.summary());
            put(out, text.language());
            put(out, text.published().instant());
            put(out, text.published().text());
            out.writeInt(text.revision());
            put(out, text.revisionHash());
        }
        return bytes.toByteArray();
    }

    /** The same from what {@link #writeTo} wrote. */
    static ItemState unpack(String item, List<ItemState.Step> path, byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        ItemState.Shown shown = ItemState.Shown.valueOf(some(in, packed));
        String changed = get(in, packed);
        ItemState.Text text = null;
        if (in.get() != 0) {
            text = new ItemState.Text(
                    some(in, packed),
                    some(in, packed),
                    List.of(),
                    null,
                    null,
                    some(in, packed),
                    new ItemState.Printed(some(in, packed), some(in, packed)),
                    null,
                    List.of(),
                    in.getInt(),
                    some(in, packed),
                    List.of());
        }
        return new ItemState(item, "", 0, shown, path, text, changed, null, null, Collections.emptySortedMap());
    }

    private static void put(DataOutputStream out, @Nullable String text) throws IOException {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text == null ? -1 : bytes.length);
        out.write(bytes);
    }

    private static @Nullable String get(ByteBuffer in, byte[] packed) {
        int length = in.getInt();
        if (length < 0) {
            return null;
        }
        String text = new String(packed, in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static String some(ByteBuffer in, byte[] packed) {
        return Objects.requireNonNull(get(in, packed));
    }
}
