package dev.prakat.trafficlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    /** The example of the signed note's reference implementation. */
    private static final String KNOWN_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String KNOWN_TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String KNOWN_LINE = "\u2014 PeterNeumann "
            + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void theKnownKeyAndNoteAreRead() throws Exception {
        VerifierKey key = VerifierKey.parse(KNOWN_KEY);
        assertThat(key).isNotNull();
        assertThat(key.text()).isEqualTo(KNOWN_KEY);
        SignedNote note = SignedNote.parse((KNOWN_TEXT + "\n" + KNOWN_LINE).getBytes(UTF_8));
        assertThat(note).isNotNull();
        assertThat(note.text()).isEqualTo(KNOWN_TEXT);
        assertThat(note.signatures().get(0).keyId()).isEqualTo(0xc74f20a3);
        assertThat(verifies(KNOWN_KEY, KNOWN_TEXT + "\n" + KNOWN_LINE)).isTrue();
    }

    @Test
    void aCheckpointOfTheLogIsVerifiedByCodeThatSharesNothingWithIt() throws Exception {
        MemoryStorage storage = new MemoryStorage();
        String vkey;
        try (TrafficLog log = TestLog.open(storage)) {
            vkey = log.vkey();
            TestLog.files(log, 4);
        }
        String note = new String(storage.readAll("checkpoint"), UTF_8);
        assertThat(verifies(vkey, note)).isTrue();
        assertThat(verifies(vkey, note.replace("\n8\n", "\n7\n"))).isFalse();
        String[] lines = note.split("\n");
        assertThat(lines[0]).isEqualTo("www.example.go.th/tlog/main/20261122T050000Z");
        assertThat(lines[1]).isEqualTo("8");
        MerkleRange range = new MerkleRange();
        StoredLog.parts(storage).forEach(each -> range.add(Hashes.leaf(Hashes.sha256(), each.pub, 0, each.pub.length)));
        assertThat(lines[2]).isEqualTo(Base64.getEncoder().encodeToString(range.root()));
    }

    @Test
    void aSecondSpellingOfTheSameSignatureIsNotTaken() {
        String note = KNOWN_TEXT + "\n" + KNOWN_LINE;
        assertThat(SignedNote.parse(note.replace("JnAM=", "JnAN=").getBytes(UTF_8)))
                .isNull();
        assertThat(SignedNote.parse((note + "\n").getBytes(UTF_8))).isNull();
        assertThat(SignedNote.parse(note.substring(0, note.length() - 1).getBytes(UTF_8)))
                .isNull();
        assertThat(SignedNote.parse(KNOWN_TEXT.getBytes(UTF_8))).isNull();
    }

    @Test
    void aKeyWithAWrongIdIsNotTaken() {
        assertThat(VerifierKey.parse(KNOWN_KEY.replace("c74f20a3", "c74f20a4"))).isNull();
        assertThat(VerifierKey.parse(KNOWN_KEY.replace("c74f20a3", "C74F20A3"))).isNull();
        assertThat(VerifierKey.parse("PeterNeumann+c74f20a3")).isNull();
        assertThat(VerifierKey.parse("")).isNull();
    }

    @Test
    void aCheckpointHasOneSpelling() {
        String root = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(Checkpoint.parse("o\n12\n" + root + "\n")).isEqualTo(new Checkpoint("o", 12, root));
        assertThat(Checkpoint.parse("o\n12\n" + root + "\nextension\n")).isNotNull();
        assertThat(Checkpoint.parse("o\n012\n" + root + "\n")).isNull();
        assertThat(Checkpoint.parse("o\n-1\n" + root + "\n")).isNull();
        assertThat(Checkpoint.parse("o\n12\n" + root.replace("A=", "B=") + "\n"))
                .isNull();
        assertThat(Checkpoint.parse("o\n12\n")).isNull();
    }

    /** The C2SP signed note and its Ed25519 keys, from their description, with nothing but the JDK. */
    private static boolean verifies(String vkey, String note) throws Exception {
        String[] key = vkey.split("\\+", 3);
        byte[] blob = Base64.getDecoder().decode(key[2]);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update((key[0] + "\n").getBytes(UTF_8));
        byte[] id = Arrays.copyOf(sha.digest(blob), 4);
        assertThat(HexFormat.of().formatHex(id)).isEqualTo(key[1]);
        byte[] x509 = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(blob, 1, 33));
        PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
        int split = note.indexOf("\n\n");
        byte[] signature = Base64.getDecoder()
                .decode(note.substring(note.lastIndexOf(' ') + 1).strip());
        assertThat(Arrays.copyOf(signature, 4)).isEqualTo(id);
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey);
        verifier.update(note.substring(0, split + 1).getBytes(UTF_8));
        return verifier.verify(Arrays.copyOfRange(signature, 4, signature.length));
    }
}
