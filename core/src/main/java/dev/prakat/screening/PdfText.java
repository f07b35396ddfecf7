package dev.prakat.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** Reads PDF by PDFBox, page by page, from a temporary file and with its buffers in files. Stateless. */
final class PdfText {

    private PdfText() {}

    static Extracted read(InputStream in, Reading reading) throws IOException {
        Path file = Files.createTempFile("prakat-screening", ".pdf");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                reading.bounded(in, reading.limits().bytes()).transferTo(out);
            } catch (Reading.Spent e) {
                return Extracted.partly("", UnscreenableReason.TOO_LARGE);
            }
            return read(file, reading);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Extracted read(Path file, Reading reading) {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            return read(document, reading);
        } catch (InvalidPasswordException e) {
            return Extracted.partly("", UnscreenableReason.ENCRYPTED);
        } catch (Reading.Spent e) {
            return Extracted.partly(reading.text(), UnscreenableReason.TOO_LARGE);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // A file made to break readers breaks them in many ways; whichever it was, its text is not known.
            return Extracted.partly(reading.text(), UnscreenableReason.BROKEN);
        }
    }

    private static Extracted read(PDDocument document, Reading reading) throws IOException {
        describe(document.getDocumentInformation(), reading);
        fields(document.getDocumentCatalog().getAcroForm(), reading);
        boolean blind = false;
        int pages = document.getNumberOfPages();
        for (int page = 1; page <= Math.min(pages, reading.limits().pages()); page++) {
            int before = reading.length();
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.writeText(document, reading.writer());
            PDPage shown = document.getPage(page - 1);
            blind |= !reading.hasTextSince(before) && hasPictures(shown);
            notes(shown, reading);
            reading.checkTime();
        }
        if (pages > reading.limits().pages()) {
            throw new Reading.Spent();
        }
        return blind ? Extracted.partly(reading.text(), UnscreenableReason.NO_TEXT) : Extracted.of(reading.text());
    }

    private static void describe(PDDocumentInformation about, Reading reading) {
        for (String key : about.getMetadataKeys()) {
            say(about.getCustomMetadataValue(key), reading);
        }
    }

    private static void fields(@Nullable PDAcroForm form, Reading reading) {
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                say(field.getValueAsString(), reading);
            }
        }
    }

    private static void notes(PDPage page, Reading reading) throws IOException {
        for (PDAnnotation note : page.getAnnotations()) {
            say(note.getContents(), reading);
        }
    }

    private static void say(@Nullable String text, Reading reading) {
        if (text != null && !text.isBlank()) {
            reading.append(text + "\n");
        }
    }

    private static boolean hasPictures(PDPage page) {
        return page.getResources() != null
                && page.getResources().getXObjectNames().iterator().hasNext();
    }
}
