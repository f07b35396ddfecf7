package dev.prakat.report;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.report.Certificate.Proven;
import dev.prakat.spi.LogReceipt;
import dev.prakat.trafficlog.TrafficLogProver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folders of the traffic logs, found by the name that a receipt has of its log. */
final class LogFolders {

    private final Map<String, Folder> byOrigin;

    private LogFolders(Map<String, Folder> byOrigin) {
        this.byOrigin = byOrigin;
    }

    private record Folder(Path path, String key) {}

    static LogFolders of(List<Path> logs) {
        Map<String, Folder> byOrigin = new LinkedHashMap<>();
        for (Path log : logs) {
            String key = TrafficLogProver.key(log);
            byOrigin.put(key.substring(0, key.indexOf('+')), new Folder(log, key));
        }
        return new LogFolders(byOrigin);
    }

    /** The record of a receipt and its proof; the record must be the one that the receipt was given for. */
    Proven proven(LogReceipt receipt) {
        Folder folder = byOrigin.get(receipt.origin());
        if (folder == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "traffic log " + receipt.origin() + ": its folder was not given; given are " + byOrigin.keySet()
                            + ". Give the folder of every node.");
        }
        byte[] record = TrafficLogProver.record(folder.path(), receipt.index());
        String leaf = leafHash(record);
        if (!leaf.equals(receipt.leafHash())) {
            throw new PrakatException(
                    ProblemCode.TRAFFIC_LOG,
                    "record " + receipt.index() + " of " + receipt.origin() + ": found the leaf hash " + leaf
                            + ", expected " + receipt.leafHash()
                            + " by the receipt in the journal. One of them was changed: verify the log.");
        }
        String proof =
                TrafficLogProver.inclusion(folder.path(), receipt.index()).text();
        return new Proven(new String(record, StandardCharsets.UTF_8), proof, folder.key());
    }

    /** RFC 6962: a leaf is hashed behind a zero byte. */
    private static String leafHash(byte[] record) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) 0);
            return HexFormat.of().formatHex(sha256.digest(record));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
