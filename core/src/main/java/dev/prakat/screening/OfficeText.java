package dev.prakat.screening;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Reads Office and OpenDocument files, which are XML in a ZIP, entry by entry as a stream: nothing of them is held but the text.
 * Whatever a reader of the file can be shown counts, also text that was deleted with changes tracked, notes, comments, hidden
 * sheets, link targets and the names of the authors. Files within the file are not read. Stateless.
 */
final class OfficeText {

    private static final int MOST_ENTRIES = 10_000;

    private OfficeText() {}

    static Extracted read(InputStream in, Reading reading) throws IOException {
        BufferedInputStream head =
                new BufferedInputStream(reading.bounded(in, reading.limits().bytes()));
        try {
            int first = peek(head);
            if (first != 'P') {
                // With a password, Office wraps the file in its older format, which begins with D0 CF.
                return Extracted.partly("", first == 0xD0 ? UnscreenableReason.ENCRYPTED : UnscreenableReason.BROKEN);
            }
            return entries(head, reading);
        } catch (Reading.Spent e) {
            return Extracted.partly(reading.text(), UnscreenableReason.TOO_LARGE);
        } catch (ZipException | XMLStreamException | IllegalArgumentException e) {
            return Extracted.partly(
                    reading.text(),
                    String.valueOf(e.getMessage()).contains("encrypted")
                            ? UnscreenableReason.ENCRYPTED
                            : UnscreenableReason.BROKEN);
        }
    }

    private static Extracted entries(InputStream head, Reading reading) throws IOException, XMLStreamException {
        ZipInputStream zip = new ZipInputStream(head);
        InputStream unpacked = reading.bounded(zip, reading.limits().unpackedBytes());
        boolean embeds = false;
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > MOST_ENTRIES) {
                throw new Reading.Spent();
            }
            String name = entry.getName().toLowerCase(Locale.ROOT);
            embeds |= name.contains("/embeddings/") || name.startsWith("object ");
            if (OfficePart.isRead(name)) {
                OfficePart.read(name, new Open(unpacked), reading);
            }
            // Skipped entries are unpacked on the way to the next one, and count.
            unpacked.transferTo(OutputStream.nullOutputStream());
        }
        if (entries == 0) {
            return Extracted.partly("", UnscreenableReason.BROKEN);
        }
        if (!reading.hasTextSince(0)) {
            return Extracted.partly("", UnscreenableReason.NO_TEXT);
        }
        return embeds ? Extracted.partly(reading.text(), UnscreenableReason.ARCHIVE) : Extracted.of(reading.text());
    }

    private static int peek(BufferedInputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first;
    }

    /** The stream of one entry, which its reader must not close. */
    private static final class Open extends FilterInputStream {
        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
