package dev.prakat.item;

import dev.prakat.Prakat;
import dev.prakat.spi.Actor;
import dev.prakat.window.PublishWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the tests of this chapter hand in. */
final class ItemDesk {

    static final LocalDate FROM = LocalDate.of(2021, 3, 2);
    static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    private ItemDesk() {}

    static Draft notice(String title) {
        return Draft.of("news-releases", title, "<p>รายละเอียดของ" + title + "</p>")
                .withPlacement(PlacementPlan.gone("www", PublishWindow.ofDates(FROM, UNTIL)));
    }

    static RegisteredLetter letter() {
        return new RegisteredLetter(
                "123/2564", "รง ๐๐๐๑/๔๕", LocalDate.of(2021, 2, 26), "กรมตัวอย่าง", "นายตัวอย่าง สมมติ", "อธิบดี");
    }

    static DraftAttachment pdf(String name) {
        return bytes(name, "%PDF-1.7\nตัวอย่าง\n".getBytes(StandardCharsets.UTF_8));
    }

    static DraftAttachment bytes(String name, byte[] bytes) {
        return new DraftAttachment(name, () -> new ByteArrayInputStream(bytes));
    }

    static Item drafted(Prakat prakat, Actor author, Draft draft) {
        return prakat.items().get(prakat.items().draft(author, draft));
    }

    /** An archive with these entries in order; an odd entry called {@code mimetype} is stored, as OpenDocument asks. */
    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry made = new ZipEntry(entry.getKey());
                if (entry.getKey().equals("mimetype")) {
                    CRC32 crc = new CRC32();
                    crc.update(entry.getValue());
                    made.setMethod(ZipEntry.STORED);
                    made.setSize(entry.getValue().length);
                    made.setCrc(crc.getValue());
                }
                zip.putNextEntry(made);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The least that makes a document, with more entries. */
    static Map<String, byte[]> docx(Map<String, byte[]> more) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", text("<Types/>"));
        entries.put("word/document.xml", text("<document/>"));
        entries.putAll(more);
        return entries;
    }

    static Map<String, byte[]> odt(Map<String, byte[]> more) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("mimetype", text("application/vnd.oasis.opendocument.text"));
        entries.put("content.xml", text("<office/>"));
        entries.putAll(more);
        return entries;
    }
}
