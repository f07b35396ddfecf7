package dev.prakat.trafficlog;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * That a log goes on from an earlier state of itself: nothing before that was changed or removed. Immutable. Source: S001-R30
 *
 * @param size how many records the earlier state has
 * @param root the earlier root, 32 bytes in base64
 * @param path the proof of RFC 6962, each hash of 32 bytes in base64
 * @param checkpoint the signed note of the later state
 */
public record ConsistencyProof(long size, String root, List<String> path, String checkpoint) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    static ConsistencyProof of(long size, byte[] root, List<byte[]> path, String note) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new ConsistencyProof(
                size,
                base64.encodeToString(root),
                path.stream().map(base64::encodeToString).toList(),
                note);
    }

    /**
     * The proof as it is kept and sent: the earlier size, the earlier root, the hashes, an empty line, the later checkpoint.
     *
     * @return the text, in UTF-8 lines that end with a line feed
     */
    public String text() {
        StringBuilder text = new StringBuilder(size + "\n" + root + "\n");
        path.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /**
     * Whether the proof holds for a key. Whoever has the earlier checkpoint compares its root with {@link #root}.
     *
     * @param vkey the log's public key
     * @return true only if the later checkpoint is signed by the key and goes on from the earlier root
     */
    public boolean isSound(String vkey) {
        VerifierKey key = VerifierKey.parse(vkey);
        Checkpoint later = key == null ? null : key.checkpoint(checkpoint.getBytes(StandardCharsets.UTF_8), true);
        if (later == null) {
            return false;
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return Proofs.isConsistent(
                    size,
                    base64.decode(root),
                    later.size(),
                    base64.decode(later.root()),
                    path.stream().map(base64::decode).toList());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
