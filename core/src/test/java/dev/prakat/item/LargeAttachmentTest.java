package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred megabytes go through a machine that has room for thirty-two. */
class LargeAttachmentTest {

    private static final long MOST = 200L << 20;

    @TempDir
    private Path folder;

    @Test
    void twoHundredMegabytesGoThroughAHeapOfThirtyTwo() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Intake.class.getName(),
                        folder.resolve("store").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains("kept " + MOST + " application/pdf").contains("refused found more than " + MOST);
        assertThat(process.exitValue()).isZero();
        assertThat(files(folder.resolve("tmp"))).isEmpty();
        assertThat(files(folder.resolve("store"))).hasSize(1);
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** The child: takes in the largest file that is accepted, and one that is a byte larger. */
    static final class Intake {

        private Intake() {}

        public static void main(String[] args) {
            AttachmentIntake intake = new AttachmentIntake(new FileAttachmentStore(Path.of(args[0])), MOST);
            List<dev.prakat.problem.Finding> findings = new ArrayList<>();
            intake.take(new DraftAttachment("ใหญ่.pdf", () -> new Pdf(MOST)), true, findings)
                    .ifPresent(file -> System.out.println("kept " + file.bytes() + " " + file.mediaType()));
            intake.take(new DraftAttachment("ใหญ่เกิน.pdf", () -> new Pdf(MOST + 1)), true, findings);
            findings.forEach(finding -> System.out.println("refused " + finding.message()));
        }
    }

    /** A PDF of any length, made while it is read. */
    static final class Pdf extends InputStream {

        private static final byte[] HEAD = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

        private final long length;
        private long at;

        Pdf(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int count) {
            if (at >= length) {
                return -1;
            }
            int n = (int) Math.min(count, length - at);
            Arrays.fill(buffer, from, from + n, (byte) (at >> 16));
            for (int i = 0; i < n && at + i < HEAD.length; i++) {
                buffer[from + i] = HEAD[(int) at + i];
            }
            at += n;
            return n;
        }
    }
}
