package dev.prakat.trafficlog;

import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What RFC 6962 proofs come to, by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. No state. */
final class Proofs {

    private Proofs() {}

    /** The root that an audit path leads to, or null if the path has the wrong length. */
    static byte @Nullable [] root(long index, long size, byte[] leafHash, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return null;
        }
        MessageDigest digest = Hashes.sha256();
        long place = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return null;
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hashes.node(digest, sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = Hashes.node(digest, hash, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? hash : null;
    }

    /** Whether a tree of a size and root goes on from an earlier one. */
    static boolean isConsistent(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to || from == 0) {
            boolean empty =
                    from == 0 && MessageDigest.isEqual(fromRoot, Hashes.sha256().digest());
            return path.isEmpty() && (from == to ? MessageDigest.isEqual(fromRoot, toRoot) : empty);
        }
        MessageDigest digest = Hashes.sha256();
        Iterator<byte[]> rest = path.iterator();
        long place = from - 1;
        long last = to - 1;
        while ((place & 1) == 1) {
            place >>>= 1;
            last >>>= 1;
        }
        boolean power = Long.bitCount(from) == 1;
        if (!power && !rest.hasNext()) {
            return false;
        }
        byte[] before = power ? fromRoot : rest.next();
        byte[] after = before;
        while (rest.hasNext()) {
            byte[] sibling = rest.next();
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                before = Hashes.node(digest, sibling, before);
                after = Hashes.node(digest, sibling, after);
                while ((place & 1) == 0 && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                after = Hashes.node(digest, after, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && MessageDigest.isEqual(before, fromRoot) && MessageDigest.isEqual(after, toRoot);
    }
}
