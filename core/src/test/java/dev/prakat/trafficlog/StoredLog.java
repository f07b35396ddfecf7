package dev.prakat.trafficlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the records of a log straight from the bytes of its segments, without the code under test. */
final class StoredLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredLog() {}

    /** A record's two parts. */
    static final class Parts {
        final byte[] pub;
        final byte[] sealed;

        private Parts(byte[] pub, byte[] sealed) {
            this.pub = pub;
            this.sealed = sealed;
        }

        JsonNode json() {
            try {
                return JSON.readTree(pub);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static List<Parts> parts(Storage storage) {
        List<Parts> all = new ArrayList<>();
        try {
            for (String name : storage.list("seg")) {
                read(storage.readAll("seg/" + name), all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    static List<JsonNode> records(Storage storage) {
        return parts(storage).stream().map(Parts::json).toList();
    }

    private static void read(byte[] segment, List<Parts> all) {
        ByteBuffer in = ByteBuffer.wrap(segment);
        while (in.hasRemaining()) {
            int count = in.getInt(in.position() + 24);
            in.position(in.position() + 36);
            for (int i = 0; i < count; i++) {
                all.add(new Parts(part(in), part(in)));
            }
            in.getInt();
        }
    }

    private static byte[] part(ByteBuffer in) {
        byte[] part = new byte[in.getInt()];
        in.get(part);
        return part;
    }
}
