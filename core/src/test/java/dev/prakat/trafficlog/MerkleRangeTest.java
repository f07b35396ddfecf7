package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleRangeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The leaves and roots that the Certificate Transparency implementations test RFC 6962 with. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theRootsAreThoseOfTheKnownVectors() {
        MerkleRange range = new MerkleRange();
        assertThat(HEX.formatHex(range.root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < LEAVES.size(); i++) {
            range.add(leaf(HEX.parseHex(LEAVES.get(i))));
            assertThat(HEX.formatHex(range.root())).as("size %d", i + 1).isEqualTo(ROOTS.get(i));
            assertThat(range.size()).isEqualTo(i + 1);
        }
    }

    @Test
    void theRootOfEverySizeIsThatOfTheRecursiveDefinition() {
        MerkleRange range = new MerkleRange();
        List<byte[]> leaves = new ArrayList<>();
        Random random = new Random(6962);
        for (int size = 1; size <= 300; size++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            leaves.add(leaf(bytes));
            range.add(leaf(bytes));
            assertThat(range.root()).as("size %d", size).isEqualTo(recursive(leaves));
        }
    }

    /** RFC 6962, section 2.1, to the letter. */
    private static byte[] recursive(List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return leaves.get(0);
        }
        int k = Integer.highestOneBit(n - 1);
        byte[] left = recursive(leaves.subList(0, k));
        byte[] right = recursive(leaves.subList(k, n));
        byte[] both = Arrays.copyOf(new byte[] {1}, 1 + left.length + right.length);
        System.arraycopy(left, 0, both, 1, left.length);
        System.arraycopy(right, 0, both, 1 + left.length, right.length);
        return Hashes.sha256().digest(both);
    }

    private static byte[] leaf(byte[] bytes) {
        return Hashes.leaf(Hashes.sha256(), bytes, 0, bytes.length);
    }
}
