package dev.prakat.trafficlog;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of the file {@code leaves} of an export: a record's public part and the way from it to the root.
 *
 * @param log which of the manifest's logs it is of, from 0
 * @param proof the way
 * @param text the public part
 */
record ExportLeaf(int log, InclusionProof proof, String text) {

    private static final String NONE = "-";

    static String line(int log, LogRecord record, List<byte[]> path) {
        String hashes = path.stream()
                .map(hash -> Base64.getEncoder().encodeToString(hash))
                .collect(Collectors.joining(","));
        return log + " " + record.index() + " " + (hashes.isEmpty() ? NONE : hashes) + " " + record.text() + "\n";
    }

    static String personal(LogRecord record) {
        return record.personal() == null ? NONE + "\n" : record.salt() + " " + record.personal() + "\n";
    }

    /**
     * Reads a line.
     *
     * @param logs how many logs the manifest names
     * @return the leaf, or null if the line is not one
     */
    static @Nullable ExportLeaf parse(String line, int logs) {
        String[] parts = line.split(" ", 4);
        if (parts.length != 4
                || !parts[0].matches("[0-9]{1,4}")
                || !parts[1].matches("0|[1-9][0-9]{0,17}")
                || Integer.parseInt(parts[0]) >= logs) {
            return null;
        }
        int log = Integer.parseInt(parts[0]);
        List<String> path = parts[2].equals(NONE) ? List.of() : Arrays.asList(parts[2].split(",", -1));
        return new ExportLeaf(log, new InclusionProof(Long.parseLong(parts[1]), path, ""), parts[3]);
    }

    /** Whether the way leads to a root whose signature was checked. */
    boolean isProven(Checkpoint signed) {
        List<byte[]> hashes = proof.hashes();
        byte[] record = text.getBytes(StandardCharsets.UTF_8);
        byte[] leaf = Hashes.leaf(Hashes.sha256(), record, 0, record.length);
        byte[] root = hashes == null ? null : Proofs.root(proof.index(), signed.size(), leaf, hashes);
        return root != null && Base64.getEncoder().encodeToString(root).equals(signed.root());
    }

    /**
     * The record with its line of the file {@code personal}.
     *
     * @return the record, or null if that line is not what the record commits to
     */
    @Nullable
    LogRecord record(String origin, String personalLine) {
        var elements = RecordElements.of(text);
        Instant at;
        try {
            at = Instant.parse(elements.getOrDefault("ts", ""));
        } catch (DateTimeException e) {
            return null;
        }
        if (personalLine.equals(NONE)) {
            return new LogRecord(origin, proof.index(), at, text, null, null);
        }
        int space = personalLine.indexOf(' ');
        if (space < 0) {
            return null;
        }
        String salt = personalLine.substring(0, space);
        String personal = personalLine.substring(space + 1);
        return commitment(salt, personal).equals(elements.get("pc"))
                ? new LogRecord(origin, proof.index(), at, text, personal, salt)
                : null;
    }

    private static String commitment(String salt, String personal) {
        try {
            var digest = Hashes.sha256();
            digest.update(Base64.getDecoder().decode(salt));
            return Base64.getEncoder().encodeToString(digest.digest(personal.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
