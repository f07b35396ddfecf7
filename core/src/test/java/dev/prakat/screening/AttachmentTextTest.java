package dev.prakat.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text comes out of a file, or the reason why none does. */
class AttachmentTextTest {

    private static final String ID = "1-2345-67890-12-1";

    private final AttachmentText reader = AttachmentText.standard();
    private final AttachmentText small =
            new AttachmentText(new AttachmentText.Limits(100, 10_000, 100_000, 2, Duration.ofSeconds(30)));

    @Test
    void textIsUtf8OrUtf16() throws IOException {
        assertThat(read("a.txt", ("เลข " + ID).getBytes(StandardCharsets.UTF_8)).text())
                .contains(ID);
        assertThat(read("a.csv", ("เลข," + ID).getBytes(StandardCharsets.UTF_16))
                        .text())
                .contains(ID);
        assertThat(read("a.txt", "เลขที่".getBytes(Charset.forName("x-windows-874")))
                        .reason())
                .contains(UnscreenableReason.BROKEN);
        assertThat(read("a.txt", new byte[] {'a', 0, 'b'}).reason()).contains(UnscreenableReason.BROKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "a.jpg, IMAGE",
        "a.PNG, IMAGE",
        "a.zip, ARCHIVE",
        "a.exe, UNKNOWN_KIND",
        "a, UNKNOWN_KIND",
        "a.pdf, BROKEN",
        "a.docx, BROKEN"
    })
    void whatCannotBeReadHasAReason(String name, UnscreenableReason reason) throws IOException {
        Extracted extracted = read(name, "not what the name says".getBytes(StandardCharsets.UTF_8));

        assertThat(extracted.reason()).contains(reason);
        assertThat(extracted.text()).isEmpty();
    }

    @Test
    void aPdfGivesItsPagesAndWhatItSaysOfItself() throws IOException {
        byte[] pdf = pdf(document -> {
            write(document, "ID " + ID);
            document.getDocumentInformation().setAuthor("somsri@example.com");
        });
        Extracted extracted = read("a.pdf", pdf);

        assertThat(extracted.text()).contains(ID, "somsri@example.com");
        assertThat(extracted.reason()).isEmpty();
    }

    @Test
    void aScannedPageIsBlind() throws IOException {
        byte[] pdf = pdf(document -> {
            write(document, "first page");
            PDPage page = new PDPage();
            document.addPage(page);
            var picture = LosslessFactory.createFromImage(
                    document, new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB));
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, 0, 0);
            }
        });

        assertThat(read("a.pdf", pdf).reason()).contains(UnscreenableReason.NO_TEXT);
        assertThat(read("a.pdf", pdf).text()).contains("first page");
    }

    @Test
    void aPdfWithAPasswordIsEncrypted() throws IOException {
        byte[] pdf = pdf(document -> {
            write(document, ID);
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        });

        assertThat(read("a.pdf", pdf).reason()).contains(UnscreenableReason.ENCRYPTED);
    }

    @Test
    void aPdfThatEndsInTheMiddleIsBroken() throws IOException {
        byte[] pdf = pdf(document -> write(document, ID));

        for (int length = 8; length < pdf.length; length += 97) {
            assertThat(read("a.pdf", Arrays.copyOf(pdf, length))).isNotNull();
        }
        assertThat(read("a.pdf", Arrays.copyOf(pdf, 100)).reason()).contains(UnscreenableReason.BROKEN);
    }

    @Test
    void moreThanTheLimitsIsTooLargeAndWhatWasReadCounts() throws IOException {
        byte[] pages = pdf(document -> {
            for (int i = 0; i < 4; i++) {
                write(document, "page");
            }
        });

        assertThat(small.of("a.pdf", () -> new ByteArrayInputStream(pages)).reason())
                .contains(UnscreenableReason.TOO_LARGE);
        assertThat(small.of(
                                "a.txt",
                                () -> new ByteArrayInputStream("x".repeat(101).getBytes(StandardCharsets.UTF_8)))
                        .text())
                .hasSize(100);
    }

    @Test
    void aWordFileGivesAlsoWhatWasDeletedAndWhoWroteIt() throws IOException {
        Extracted extracted = read(
                "a.docx",
                zip(Map.of(
                        "word/document.xml",
                        "<w:document xmlns:w='w'><w:p><w:r><w:t>12345</w:t></w:r><w:r><w:t>67890121</w:t></w:r></w:p>"
                                + "<w:p><w:del w:author='สมหมาย'><w:delText>089-000-1234</w:delText></w:del></w:p>"
                                + "<w:pos>914400</w:pos></w:document>",
                        "word/_rels/document.xml.rels",
                        "<Relationships><Relationship Type='http://x/hyperlink' Target='mailto:a.b@example.com'/></Relationships>",
                        "docProps/core.xml",
                        "<c:p xmlns:c='http://x/properties'><c:creator>ผู้เขียน</c:creator></c:p>")));

        assertThat(extracted.reason()).isEmpty();
        assertThat(extracted.text())
                .contains("1234567890121", "089-000-1234", "a.b@example.com", "ผู้เขียน", "สมหมาย")
                .doesNotContain("914400");
    }

    @Test
    void aSheetGivesTextsAndNumbersAndNotTheirPlaces() throws IOException {
        Extracted extracted = read(
                "a.xlsx",
                zip(Map.of(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>เลขบัตร</t></si></sst>",
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><row><c t='s'><v>7654</v></c><c><v>1.234567890121E+12</v></c></row></worksheet>")));

        assertThat(extracted.text()).contains("เลขบัตร", "1234567890121").doesNotContain("7654");
    }

    @Test
    void anOpenDocumentGivesItsText() throws IOException {
        Extracted extracted = read(
                "a.odt",
                zip(Map.of(
                        "content.xml",
                        "<o xmlns:text='t'><text:p>เลข 1-2345-<text:span>67890</text:span>-12-1</text:p></o>")));

        assertThat(extracted.text()).contains(ID);
    }

    @Test
    void aFileWithinAFileIsSaidToBeThere() throws IOException {
        Extracted extracted = read(
                "a.docx",
                zip(Map.of("word/document.xml", "<d><t>ข้อความ</t></d>", "word/embeddings/sheet.xlsx", "PK")));

        assertThat(extracted.text()).contains("ข้อความ");
        assertThat(extracted.reason()).contains(UnscreenableReason.ARCHIVE);
    }

    @Test
    void aBombEndsAtTheLimitAndExpandsNothing() throws IOException {
        byte[] zeros = zip(Map.of("word/document.xml", "<d><t>" + "0".repeat(300_000) + "</t></d>"));
        byte[] laughs = zip(
                Map.of("word/document.xml", "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><d><t>&b;</t></d>"));

        assertThat(zeros.length).isLessThan(2_000);
        assertThat(small.of("a.docx", () -> new ByteArrayInputStream(zeros)).reason())
                .contains(UnscreenableReason.TOO_LARGE);
        assertThat(read("a.docx", laughs).text()).doesNotContain("haha");
    }

    @Test
    void anOfficeFileWithAPasswordIsEncrypted() throws IOException {
        assertThat(read("a.docx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
                        .reason())
                .contains(UnscreenableReason.ENCRYPTED);
    }

    @Test
    void aStoreThatBreaksIsNoBrokenFile() {
        assertThatThrownBy(() -> reader.of("a.txt", () -> {
                    throw new IOException("disk");
                }))
                .isInstanceOf(IOException.class);
    }

    /** Fills a document. */
    private interface Filling {
        void fill(PDDocument document) throws IOException;
    }

    private Extracted read(String name, byte[] bytes) throws IOException {
        return reader.of(name, () -> new ByteArrayInputStream(bytes));
    }

    private static byte[] pdf(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            filling.fill(document);
            document.save(out);
        }
        return out.toByteArray();
    }

    private static void write(PDDocument document, String text) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(50, 700);
            content.showText(text);
            content.endText();
        }
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : new LinkedHashMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
