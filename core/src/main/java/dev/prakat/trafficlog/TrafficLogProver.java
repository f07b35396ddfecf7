package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes proofs out of a log's folder, a copy of one or that of a running writer, without changing it and without its private keys.
 * Reads a few files, however large the log is. No state; thread-safe. Source: S001-R30
 */
public final class TrafficLogProver {

    private TrafficLogProver() {}

    /**
     * Proves one record against the newest checkpoint.
     *
     * @param directory the log's folder
     * @param index the record's index, from 0; the receipt of the record has it
     * @return the proof, which fits any copy of the record
     * @throws PrakatException {@code NOT_FOUND} if so many records are not signed; {@code TRAFFIC_LOG} if the folder cannot be
     *     read, or what lies there does not come to the signed root
     */
    public static InclusionProof inclusion(Path directory, long index) {
        return inclusion(new DiskStorage(directory), index);
    }

    /**
     * The public part of a record: the bytes that are hashed.
     *
     * @param directory the log's folder
     * @param index the record's index, from 0
     * @return one JSON object in UTF-8
     * @throws PrakatException {@code NOT_FOUND} if there is no such record, {@code TRAFFIC_LOG} if the folder cannot be read
     */
    public static byte[] record(Path directory, long index) {
        return record(new DiskStorage(directory), index);
    }

    /**
     * Proves that the log as it is now goes on from an earlier one.
     *
     * @param directory the log's folder
     * @param size the size of the earlier one, from a checkpoint that was kept elsewhere
     * @return the proof
     * @throws PrakatException as {@link #inclusion}
     */
    public static ConsistencyProof consistency(Path directory, long size) {
        return consistency(new DiskStorage(directory), size);
    }

    /**
     * The key that checkpoints of a log are checked with, as it lies in its folder.
     *
     * @param directory the log's folder
     * @return the text of the key; what stands before the first {@code +} is the log's name, as receipts have it
     * @throws PrakatException {@code TRAFFIC_LOG} if the folder has no key
     */
    public static String key(Path directory) {
        Storage storage = new DiskStorage(directory);
        return reading(storage, () -> {
            VerifierKey key = LogIdentity.verifier(storage);
            if (key == null) {
                throw failed(storage, "found no key in the file vkey");
            }
            return key.text();
        });
    }

    static InclusionProof inclusion(Storage storage, long index) {
        return reading(storage, () -> {
            Signed signed = signed(storage, index + 1);
            byte[] record = record(storage, index);
            List<byte[]> path = new TileReader(storage, signed.checkpoint().size()).inclusion(index);
            InclusionProof proof = InclusionProof.of(index, path, signed.note());
            if (!proof.proves(record, signed.key().text())) {
                throw failed(storage, "the tiles and record " + index + " do not come to the signed root");
            }
            return proof;
        });
    }

    static ConsistencyProof consistency(Storage storage, long size) {
        return reading(storage, () -> {
            Signed signed = signed(storage, size);
            TileReader tiles = new TileReader(storage, signed.checkpoint().size());
            ConsistencyProof proof = ConsistencyProof.of(
                    size, tiles.root(size), size == 0 ? List.of() : tiles.consistency(size), signed.note());
            if (!proof.isSound(signed.key().text())) {
                throw failed(storage, "the tiles do not come to the signed root");
            }
            return proof;
        });
    }

    static byte[] record(Storage storage, long index) {
        return reading(storage, () -> {
            LogScan.Segment holding = null;
            for (LogScan.Segment segment : LogScan.segments(storage)) {
                holding = segment.first() <= index ? segment : holding;
            }
            byte[] record = holding == null ? null : in(storage, holding, index);
            if (record == null) {
                throw new PrakatException(
                        ProblemCode.NOT_FOUND,
                        "record " + index + ": the traffic log " + storage.place()
                                + " has no record of this index. The receipt of a record names it.");
            }
            return record;
        });
    }

    private static byte @Nullable [] in(Storage storage, LogScan.Segment segment, long index) throws IOException {
        long offset = offset(storage, segment, index);
        InputStream in = storage.read(segment.file());
        try (SegmentReader reader = new SegmentReader(in, segment.length() - offset)) {
            in.skipNBytes(offset);
            for (BatchHeader header = reader.next(); header != null; header = reader.next()) {
                if (index < header.firstIndex() + header.count()) {
                    return reader.publicPart(header, index);
                }
            }
            return null;
        } catch (BadBatch e) {
            throw failed(storage, segment.file() + ": " + e.getMessage());
        }
    }

    /** Where the batch that holds a record begins, from header to header; where a header is none, the reader says what is wrong. */
    private static long offset(Storage storage, LogScan.Segment segment, long index) throws IOException {
        try (InputStream in = new BufferedInputStream(storage.read(segment.file()))) {
            long at = 0;
            while (at + BatchFrame.HEADER + BatchFrame.TRAILER <= segment.length()) {
                ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(BatchFrame.HEADER));
                BatchHeader header = bytes.limit() < BatchFrame.HEADER ? null : SegmentReader.header(bytes, 0);
                long end = header == null ? 0 : at + BatchFrame.HEADER + header.length() + BatchFrame.TRAILER;
                if (header == null || end > segment.length() || index < header.firstIndex() + header.count()) {
                    return at;
                }
                in.skipNBytes(header.length() + BatchFrame.TRAILER);
                at = end;
            }
            return at;
        }
    }

    /** The newest checkpoint, with its signature checked. */
    record Signed(VerifierKey key, String note, Checkpoint checkpoint) {}

    static Signed signed(Storage storage, long needed) throws IOException {
        VerifierKey key = LogIdentity.verifier(storage);
        byte[] note = storage.exists(SignedState.CHECKPOINT) ? storage.readAll(SignedState.CHECKPOINT) : null;
        Checkpoint newest = key == null || note == null ? null : key.checkpoint(note, true);
        if (key == null || note == null || newest == null) {
            throw failed(storage, "found no checkpoint that is signed by the key in the file vkey");
        }
        if (needed > newest.size()) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "record " + (needed - 1) + ": " + newest.size() + " records of " + key.name()
                            + " are signed. A record is signed within about a second; else the receipt is of another log.");
        }
        return new Signed(key, new String(note, StandardCharsets.UTF_8), newest);
    }

    private interface Reading<T> {
        T run() throws IOException;
    }

    private static <T> T reading(Storage storage, Reading<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new PrakatException(
                    ProblemCode.TRAFFIC_LOG,
                    "traffic log " + storage.place() + " cannot be read (" + e
                            + "); give the folder of a traffic log, and verify it.",
                    e);
        }
    }

    private static PrakatException failed(Storage storage, String what) {
        return new PrakatException(
                ProblemCode.TRAFFIC_LOG,
                "traffic log " + storage.place() + ": " + what + ". Verify the log; opening it makes the tiles anew.");
    }
}
