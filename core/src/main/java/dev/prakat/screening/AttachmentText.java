package dev.prakat.screening;

import dev.prakat.spi.AttachmentContent;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Gets the text out of a file that is to be public, with what the file says of itself: author, title, comments. Text and CSV,
 * Office and OpenDocument files are read as streams; PDF needs PDFBox on the class path. It may take seconds and goes to a
 * temporary file: call it outside of any transaction. Whatever the file holds, the answer is text or a reason; memory is bounded by
 * the limits. Immutable, safe for use by many threads. Source: PRAKAT-SCREENING.
 */
public final class AttachmentText {

    private static final AttachmentText STANDARD =
            new AttachmentText(new Limits(5_000_000, 200_000_000L, 400_000_000L, 5_000, Duration.ofSeconds(60)));

    private final Limits limits;

    /**
     * How much is read of one file; beyond it the answer is {@link UnscreenableReason#TOO_LARGE} with what was read until then.
     *
     * @param characters the most characters of text
     * @param bytes the most bytes of the file
     * @param unpackedBytes the most bytes that its packed parts may come to
     * @param pages the most pages
     * @param time how long reading may take; looked at between parts, so a single page may overrun it
     */
    public record Limits(int characters, long bytes, long unpackedBytes, int pages, Duration time) {

        /** Refuses limits of nothing. */
        public Limits {
            if (characters < 1 || bytes < 1 || unpackedBytes < 1 || pages < 1 || time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("found a limit below 1 in " + characters + ", " + bytes + ", "
                        + unpackedBytes + ", " + pages + ", " + time + "; give positive ones");
            }
        }
    }

    /**
     * Reads by limits of the host's own.
     *
     * @param limits the limits of one file
     */
    public AttachmentText(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads at most five million characters, 200 MB of a file, 400 MB of its unpacked parts, 5,000 pages, and for 60 seconds.
     *
     * @return the usual reader
     */
    public static AttachmentText standard() {
        return STANDARD;
    }

    /**
     * Reads one file.
     *
     * @param name its name, by whose ending its kind is told
     * @param content its bytes; opened once
     * @return its text, or why there is none
     * @throws IOException if the bytes cannot be opened or read; a broken file is no such case
     */
    public Extracted of(String name, AttachmentContent.Source content) throws IOException {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Reading reading = new Reading(limits);
        return switch (ending) {
            case "txt", "csv" -> read(content, in -> PlainText.read(in, reading));
            case "docx", "xlsx", "pptx", "odt", "ods", "odp" -> read(content, in -> OfficeText.read(in, reading));
            case "pdf" ->
                hasPdfBox()
                        ? read(content, in -> PdfText.read(in, reading))
                        : Extracted.partly("", UnscreenableReason.NO_LIBRARY);
            case "png", "jpg", "jpeg", "webp", "gif", "tif", "tiff", "bmp", "svg" ->
                Extracted.partly("", UnscreenableReason.IMAGE);
            case "zip", "7z", "rar", "gz", "tar" -> Extracted.partly("", UnscreenableReason.ARCHIVE);
            default -> Extracted.partly("", UnscreenableReason.UNKNOWN_KIND);
        };
    }

    /** Reads one kind of file. */
    private interface Reader {
        Extracted read(InputStream in) throws IOException;
    }

    private static Extracted read(AttachmentContent.Source content, Reader reader) throws IOException {
        try (InputStream in = content.open()) {
            return reader.read(in);
        }
    }

    private static boolean hasPdfBox() {
        try {
            Class.forName("org.apache.pdfbox.Loader", false, AttachmentText.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
