package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is let through only when its name, its head and its inside agree, and nothing in it harms. */
class AttachmentLookTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> sound() {
        return Stream.of(
                Arguments.of("หนังสือ.docx", ItemDesk.zip(ItemDesk.docx(Map.of()))),
                Arguments.of("a.odt", ItemDesk.zip(ItemDesk.odt(Map.of()))),
                Arguments.of("a.zip", ItemDesk.zip(Map.of("ข้อมูล/a.csv", ItemDesk.text("a,b")))),
                Arguments.of(
                        "with-document.zip", ItemDesk.zip(Map.of("a.docx", ItemDesk.zip(ItemDesk.docx(Map.of()))))),
                Arguments.of("a.png", png(800, 600)),
                Arguments.of("a.jpg", jpeg(800, 600)),
                Arguments.of("a.webp", webp(800, 600)),
                Arguments.of("page.txt", ItemDesk.text("<html><script>alert(1)</script></html>")),
                Arguments.of("a.csv", ItemDesk.text("\uFEFFชื่อ,จำนวน\nก,๑\n")));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void letsThroughWhatIsWhatItsNameSays(String name, byte[] bytes) throws Exception {
        assertThat(FileLook.mediaType(file(bytes), name)).contains("/");
    }

    static Stream<Arguments> harmful() {
        byte[] plain = ItemDesk.zip(Map.of("a.txt", ItemDesk.text("a")));
        byte[] program = {'M', 'Z', 0, 1, 2, 3};
        return Stream.of(
                Arguments.of("a.docx", plain, "word/document.xml"),
                Arguments.of("a.odt", plain, "content.xml"),
                Arguments.of("a.xlsx", ItemDesk.zip(ItemDesk.docx(Map.of())), "xl/workbook.xml"),
                Arguments.of("a.ods", ItemDesk.zip(ItemDesk.odt(Map.of())), "spreadsheet"),
                Arguments.of("jar.docx", ItemDesk.zip(ItemDesk.docx(Map.of("A.class", program))), "program"),
                Arguments.of("a.docx", ItemDesk.zip(ItemDesk.docx(Map.of("word/vbaProject.bin", program))), "program"),
                Arguments.of(
                        "a.docx",
                        ItemDesk.zip(ItemDesk.docx(Map.of("word/VBAPROJECT.BIN", ItemDesk.text("x")))),
                        "macros"),
                Arguments.of(
                        "renamed.docx",
                        ItemDesk.zip(Map.of(
                                "[Content_Types].xml",
                                ItemDesk.text("application/vnd.ms-word.document.macroEnabled.main+xml"),
                                "word/document.xml",
                                ItemDesk.text("x"))),
                        "macros"),
                Arguments.of("a.odt", ItemDesk.zip(ItemDesk.odt(Map.of("Basic/script.xml", program))), "program"),
                Arguments.of("a.odt", ItemDesk.zip(ItemDesk.odt(Map.of("Basic/a.xml", ItemDesk.text("x")))), "macros"),
                Arguments.of("a.zip", ItemDesk.zip(Map.of("setup.EXE", ItemDesk.text("x"))), "program"),
                Arguments.of("a.zip", ItemDesk.zip(Map.of("report.pdf", program)), "program"),
                Arguments.of("a.zip", ItemDesk.zip(Map.of("../../etc/passwd", ItemDesk.text("x"))), "outside"),
                Arguments.of("a.zip", ItemDesk.zip(Map.of("/etc/passwd", ItemDesk.text("x"))), "outside"),
                Arguments.of("a.zip", Arrays.copyOf(plain, plain.length - 10), "cannot be read"),
                Arguments.of("a.zip", join(plain, ItemDesk.text("more behind it")), "behind"),
                Arguments.of("a.zip", join(plain, plain), "before"),
                Arguments.of("bomb.zip", ItemDesk.zip(Map.of("a", new byte[40 << 20])), "unpacks to more"),
                Arguments.of("nested.zip", nested(4), "archives within archives"),
                Arguments.of("nested-bomb.zip", nestedBomb(), "unpacks to more"),
                Arguments.of("many.zip", many(ArchiveLook.MAX_ENTRIES + 1), "more than 10000"),
                Arguments.of("a.png", png(100_000, 100_000), "pixels"),
                Arguments.of("a.png", png(29_000, 29_000), "pixels"),
                Arguments.of("a.png", png(-1, 1), "cannot be read"),
                Arguments.of("a.jpg", jpeg(65_000, 1), "pixels"),
                Arguments.of("a.jpg", Arrays.copyOf(jpeg(1, 1), 8), "cannot be read"),
                Arguments.of("a.webp", webp(16_000_000, 16_000_000), "pixels"),
                Arguments.of("a.jpg", ItemDesk.text("%PDF-1.7\n"), "not what the name says"),
                Arguments.of("a.exe", program, "not accepted"));
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void refusesTheRestAndSaysWhy(String name, byte[] bytes, String why) throws IOException {
        Path file = file(bytes);
        Unacceptable refusal = catchThrowableOfType(Unacceptable.class, () -> FileLook.mediaType(file, name));

        assertThat(refusal).hasMessageContaining("found").hasMessageContaining(why);
        assertThat(refusal.remedy()).isNotBlank();
    }

    /** Its directory claims few entries; the JDK would load the rest of it into memory. */
    @Test
    void looksAtTheLengthOfTheDirectoryBeforeAnythingIsLoadedByIt() throws IOException {
        byte[] end = ByteBuffer.allocate(22)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06054B50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(100 << 20)
                .putInt(4)
                .putShort((short) 0)
                .array();
        Path file = file(join(new byte[] {'P', 'K', 3, 4}, end));
        assertThat(catchThrowableOfType(Unacceptable.class, () -> FileLook.mediaType(file, "a.zip")))
                .hasMessageContaining("directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".pdf",
                "a/b.pdf",
                "..\\a.pdf",
                "a\u202Efdp.exe",
                "a\u0000.pdf",
                "CON.pdf",
                "lpt1",
                "nul.txt",
                "a.pdf.",
                "a:b.pdf",
                "a?.pdf",
                "\uD83D.pdf",
                "\u200B\u200B",
                "a|b.pdf",
                "\"a\".pdf"
            })
    void aNameThatNoReaderCanSaveIsRefused(String name) {
        assertThat(AttachmentName.findings(name)).isNotEmpty();
    }

    @Test
    void aThaiNameHasRoomForEightyLetters() {
        assertThat(AttachmentName.findings("ก".repeat(78) + ".pdf")).isEmpty();
        assertThat(AttachmentName.findings("ก".repeat(80) + ".pdf"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("244 bytes"));
        assertThat(AttachmentName.findings("คำสั่ง กรม (ฉบับที่ ๒).pdf")).isEmpty();
        assertThat(AttachmentName.clean(" คํา\u200Bสั่ง.pdf ")).isEqualTo("คำสั่ง.pdf");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static byte[] nested(int depth) {
        byte[] inner = ItemDesk.zip(Map.of("a.txt", ItemDesk.text("a")));
        for (int i = 1; i < depth; i++) {
            inner = ItemDesk.zip(Map.of("inner.zip", inner));
        }
        return inner;
    }

    private static byte[] nestedBomb() {
        byte[] inner = ItemDesk.zip(Map.of("a", new byte[15 << 20]));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 8; i++) {
            entries.put(i + ".zip", inner);
        }
        return ItemDesk.zip(entries);
    }

    private static byte[] many(int count) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            entries.put(i + ".txt", new byte[0]);
        }
        return ItemDesk.zip(entries);
    }

    private static byte[] png(int width, int height) {
        return ByteBuffer.allocate(64)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .array();
    }

    private static byte[] jpeg(int width, int height) {
        return ByteBuffer.allocate(64)
                .putShort((short) 0xFFD8)
                .putShort((short) 0xFFE0)
                .putShort((short) 6)
                .putInt(0)
                .putShort((short) 0xFFC2)
                .putShort((short) 11)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .array();
    }

    private static byte[] webp(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(56);
        bytes.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0);
        bytes.put(new byte[] {(byte) (width - 1), (byte) (width - 1 >> 8), (byte) (width - 1 >> 16)});
        bytes.put(new byte[] {(byte) (height - 1), (byte) (height - 1 >> 8), (byte) (height - 1 >> 16)});
        return bytes.array();
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
