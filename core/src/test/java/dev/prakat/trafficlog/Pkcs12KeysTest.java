package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.KeyProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the personal parts are wrapped by a file that lies elsewhere, and that key can be exchanged. */
@Tag("S001-R30")
class Pkcs12KeysTest {

    private static final Supplier<char[]> PASSWORD = "invented-7"::toCharArray;
    private static final Actor AUDITOR = Actor.local("auditor-1");

    @TempDir
    Path folder;

    @Test
    void aLogIsSealedAndOpenedWithTheFileAndRefusedWithoutIt() throws IOException {
        Pkcs12Keys keys = Pkcs12Keys.create(file(), PASSWORD);
        try (TrafficLog log = open(keys)) {
            TestLog.files(log, 2);
        }
        assertThat(opened(Pkcs12Keys.open(file(), PASSWORD))).contains("officer-0042");
        assertThat(log().resolve("keys/local")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        Pkcs12Keys other = Pkcs12Keys.create(folder.resolve("other.p12"), PASSWORD);
        assertThatThrownBy(() -> open(other))
                .isInstanceOfSatisfying(
                        PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TRAFFIC_LOG))
                .hasMessageContaining("keys/signing cannot be used");
    }

    @Test
    void aPasswordThatJavaCannotUseIsRefusedInWordsAndNoFileIsLeft() {
        assertThatThrownBy(() -> Pkcs12Keys.create(file(), () -> "รหัสผ่าน".toCharArray()))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("not of ASCII");
        assertThat(file()).doesNotExist();
    }

    /** Until the first is replaced nothing has happened; after that nobody knows how many were. */
    @Test
    void keysThatWereNotWrappedAnewAreCalledFailedAndThoseThatMayBeAreNot() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Pkcs12Keys keys = Pkcs12Keys.create(file(), PASSWORD);
        Map<String, byte[]> before;
        try (TrafficLog log = TestLog.open(TestLog.inMemory().withKeys(keys), storage)) {
            TestLog.files(log, 1);
            keys.rotate();
            before = keys(storage);
            assertThatThrownBy(() -> log.rewrap(TestLog.OFFICER, thatFailsAt(keys, 2), "once a year"))
                    .isInstanceOf(PrakatException.class);
            assertThat(keys(storage))
                    .as("one that fails later leaves all alone")
                    .isEqualTo(before);
            storage.failForce(name -> name.startsWith("keys/"));
            assertThatThrownBy(() -> log.rewrap(TestLog.OFFICER, keys, "once a year"))
                    .isInstanceOf(PrakatException.class);
        }
        assertThat(StoredLog.records(storage))
                .filteredOn(each -> each.get("ph").asText().equals("outcome")
                        && each.get("kind").asText().equals("log.key"))
                .extracting(each -> each.get("st").asText())
                .containsExactly("failed", "unknown");
    }

    private static Map<String, byte[]> keys(MemoryStorage storage) {
        Map<String, byte[]> keys = new TreeMap<>(storage.files);
        keys.keySet().removeIf(name -> !name.startsWith("keys/"));
        return keys;
    }

    private static KeyProvider thatFailsAt(KeyProvider keys, int call) {
        AtomicInteger calls = new AtomicInteger();
        return new KeyProvider() {
            @Override
            public byte[] wrap(byte[] key) {
                if (calls.incrementAndGet() == call) {
                    throw new IllegalStateException("the module has gone");
                }
                return keys.wrap(key);
            }

            @Override
            public byte[] unwrap(byte[] wrapped) {
                return keys.unwrap(wrapped);
            }
        };
    }

    @Test
    void theKeyIsRotatedAndTheEarlierOneIsNotNeededAnyMore() throws Exception {
        Pkcs12Keys keys = Pkcs12Keys.create(file(), PASSWORD);
        Path early = folder.resolve("early.p12");
        Files.copy(file(), early);
        try (TrafficLog log = open(keys)) {
            TestLog.files(log, 1);
            assertThat(keys.rotate()).isEqualTo("prakat-0002");
            assertThat(log.rewrap(TestLog.OFFICER, keys, "once a year")).isEqualTo(3);
            TestLog.files(log, 1);
        }
        assertThat(StoredLog.records(new DiskStorage(log())))
                .anyMatch(each -> each.get("kind").asText().equals("log.key")
                        && each.get("ph").asText().equals("outcome")
                        && each.get("err").asText().equals("keys:3"));
        TlsSyslogServer.keytool(List.of(
                "-delete",
                "-alias",
                "prakat-0001",
                "-keystore",
                file().toString(),
                "-storepass",
                new String(PASSWORD.get())));
        Pkcs12Keys left = Pkcs12Keys.open(file(), PASSWORD);
        assertThat(left.names()).containsExactly("prakat-0002");
        assertThat(opened(left)).contains("officer-0042");
        assertThatThrownBy(() -> open(Pkcs12Keys.open(early, PASSWORD)))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("wrapped by the key prakat-0002")
                .hasMessageContaining("holds only [prakat-0001]");
        assertThat(TrafficLogVerifier.verify(log()).verdict()).isEqualTo(VerificationReport.Verdict.SOUND);
    }

    @Test
    void aLogGoesOverFromTheKeyBesideItToTheFile() throws IOException {
        Pkcs12Keys keys = Pkcs12Keys.create(file(), PASSWORD);
        try (TrafficLog log = TrafficLog.open(TestLog.settings(log()))) {
            TestLog.files(log, 1);
            log.rewrap(TestLog.OFFICER, keys, "order 7");
        }
        assertThat(log().resolve("keys/local")).doesNotExist();
        assertThat(opened(keys)).contains("officer-0042");
    }

    @Test
    void aKeyThatKeytoolMadeIsGoodAndWhatIsWrongIsSaid() throws Exception {
        TlsSyslogServer.keytool(List.of(
                "-genseckey",
                "-keyalg",
                "AES",
                "-keysize",
                "256",
                "-storetype",
                "PKCS12",
                "-alias",
                "prakat-0001",
                "-keystore",
                file().toString(),
                "-storepass",
                new String(PASSWORD.get())));
        Pkcs12Keys keys = Pkcs12Keys.open(file(), PASSWORD);
        byte[] secret = {1, 2, 3};
        assertThat(keys.unwrap(keys.wrap(secret))).isEqualTo(secret);
        refused(() -> Pkcs12Keys.open(file(), "wrong-password"::toCharArray), "the password does not open it");
        refused(() -> Pkcs12Keys.open(folder.resolve("none.p12"), PASSWORD), "none.p12");
        refused(() -> Pkcs12Keys.create(file(), PASSWORD), "it exists already");
        Path certificate = TlsSyslogServer.keys(folder, "tls", "localhost");
        refused(
                () -> Pkcs12Keys.open(certificate, TlsSyslogServer.PASSWORD::toCharArray),
                "found 1 entries, none of them an AES key of 256 bits");
        byte[] wrapped = keys.wrap(secret);
        wrapped[wrapped.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.unwrap(wrapped)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.unwrap(secret)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(Runnable call, String what) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFIGURATION))
                .hasMessageContaining(what);
    }

    private Path file() {
        return folder.resolve("wrapping.p12");
    }

    private Path log() {
        return folder.resolve("log");
    }

    private TrafficLog open(Pkcs12Keys keys) {
        return TrafficLog.open(TestLog.settings(log()).withKeys(keys).withOpeners(AUDITOR::equals));
    }

    /** Who acted, out of the sealed parts of all records. */
    private List<String> opened(Pkcs12Keys keys) {
        List<String> persons = new ArrayList<>();
        try (TrafficLog log = open(keys)) {
            log.read(
                    AUDITOR,
                    LogQuery.all().opened("order 7"),
                    List.of(),
                    record -> persons.add(record.personalElements().get("who.id")));
        }
        return persons;
    }
}
