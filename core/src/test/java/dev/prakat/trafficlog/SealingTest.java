package dev.prakat.trafficlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Actor;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("S001-R30")
class SealingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path folder;

    @Test
    void noFileHoldsAnOfficersIdOrAddressInClear() throws Exception {
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            TestLog.files(log, 5);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), ISO_8859_1);
                assertThat(content)
                        .as("%s", file)
                        .doesNotContain("officer-0042", "192.0.2.77", "203.0.113.9", "5e55107");
            }
        }
    }

    @Test
    void theHolderOfTheKeysReadsWhatWasSealedAndTheRecordProvesIt() throws Exception {
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            TestLog.files(log, 1);
        }
        Storage storage = new DiskStorage(folder);
        StoredLog.Parts parts = StoredLog.parts(storage).get(0);
        JsonNode pub = parts.json();
        Sealer sealer = sealer(storage);
        byte[] opened = sealer.unseal(DAY, pub.get("id").asText(), parts.sealed);
        JsonNode priv = new ObjectMapper().readTree(Arrays.copyOfRange(opened, Sealer.SALT, opened.length));
        assertThat(priv.at("/who/id").asText()).isEqualTo("officer-0042");
        assertThat(priv.at("/who/sess").asText()).isEqualTo("5e55107");
        assertThat(priv.at("/src/addr").asText()).isEqualTo("192.0.2.77:50123");
        assertThat(priv.at("/src/fwd").asText()).isEqualTo("203.0.113.9");
        assertThat(pub.get("pc").asText()).isEqualTo(sha256(opened));
        assertThat(pub.get("sc").asText()).isEqualTo(sha256(parts.sealed));
    }

    @Test
    void aSealedPartOpensForItsOwnRecordOnly() throws Exception {
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            TestLog.files(log, 1);
        }
        Storage storage = new DiskStorage(folder);
        List<StoredLog.Parts> parts = StoredLog.parts(storage);
        String other = parts.get(1).json().get("id").asText();
        Sealer sealer = sealer(storage);
        assertThatThrownBy(() -> sealer.unseal(DAY, other, parts.get(0).sealed))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void anOfficerHasOnePseudonymAndAPartOfTheSystemItsName() {
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            TestLog.files(log, 1);
            log.recorder(Actor.system("sweep"), "s").intent(TestLog.write("x.html"));
        }
        List<JsonNode> records = StoredLog.records(new DiskStorage(folder));
        String first = records.get(0).at("/actor/id").asText();
        assertThat(first).matches("[0-9a-f]{32}");
        assertThat(records.get(1).at("/actor/id").asText()).isEqualTo(first);
        assertThat(records.get(2).at("/actor/id").asText()).isEqualTo("system:sweep");
        assertThat(records.get(0).at("/actor/auth").asText()).isEqualTo("password+otp");
    }

    @Test
    void theLogStaysSoundWhenADaysKeyIsDestroyed() throws Exception {
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            TestLog.files(log, 2);
        }
        Files.delete(folder.resolve("keys/2569-11-22"));
        assertThat(TrafficLogVerifier.verify(folder).verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void everythingIsReadableByItsOwnerOnly() throws Exception {
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder.resolve("log")))) {
            TestLog.files(log, 1);
        }
        try (Stream<Path> files = Files.walk(folder.resolve("log"))) {
            for (Path file : files.toList()) {
                String expected = Files.isDirectory(file) ? "rwx------" : "rw-------";
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as("%s", file)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void keysWrappedByAnotherProviderAreRefused() {
        TrafficLogSettings settings = TestLog.settings(folder);
        TrafficLog.open(settings.withKeys(new LocalKeyFile(new byte[32]))).close();
        assertThat(folder.resolve("keys/local")).doesNotExist();
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> TrafficLog.open(settings.withKeys(new LocalKeyFile(other))))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("keys/signing");
        assertThatThrownBy(() -> TrafficLog.open(settings))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("keys/local");
    }

    private static Sealer sealer(Storage storage) throws Exception {
        return new Sealer(LogIdentity.verifier(storage).name(), LogKeys.open(storage, null));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
