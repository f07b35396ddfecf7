package dev.prakat.item;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Decides whether an archive is the document that its name says, and holds no macros. */
final class OfficeFile {

    /** The part that makes an OOXML package a document of this kind. */
    private static final Map<String, String> MAIN_PART =
            Map.of("docx", "word/document.xml", "xlsx", "xl/workbook.xml", "pptx", "ppt/presentation.xml");

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int MAX_CONTENT_TYPES = 2 << 20;

    private OfficeFile() {}

    static void require(Path file, String extension, String mediaType, Set<String> entries)
            throws IOException, Unacceptable {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            String mainPart = MAIN_PART.get(extension);
            if (mainPart == null) {
                openDocument(zip, mediaType, entries);
            } else {
                ooxml(zip, mainPart, entries);
            }
        }
    }

    private static void ooxml(ZipFile zip, String mainPart, Set<String> entries) throws IOException, Unacceptable {
        if (!entries.contains(CONTENT_TYPES) || !entries.contains(mainPart)) {
            throw other("expected " + CONTENT_TYPES + " and " + mainPart + " in it");
        }
        String types = text(zip, CONTENT_TYPES, MAX_CONTENT_TYPES).toLowerCase(Locale.ROOT);
        boolean macros = types.contains("macroenabled")
                || types.contains("vbaproject")
                || types.contains("activex")
                || entries.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.endsWith("vbaproject.bin")
                                || name.endsWith("vbadata.xml")
                                || name.contains("/activex/"));
        if (macros) {
            throw macros();
        }
    }

    private static void openDocument(ZipFile zip, String mediaType, Set<String> entries)
            throws IOException, Unacceptable {
        if (!entries.contains("mimetype")
                || !entries.contains("content.xml")
                || !text(zip, "mimetype", 200).strip().equals(mediaType)) {
            throw other("expected content.xml in it, and the entry mimetype with " + mediaType);
        }
        if (entries.stream().anyMatch(name -> name.startsWith("Basic/") || name.startsWith("Scripts/"))) {
            throw macros();
        }
    }

    private static String text(ZipFile zip, String name, int most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        }
    }

    private static Unacceptable other(String expected) {
        return new Unacceptable(
                "found an archive that is not the document its name says; " + expected,
                "save it from the office program under its right name");
    }

    private static Unacceptable macros() {
        return new Unacceptable(
                "found macros or controls that run in the document", "save it without macros, or as PDF");
    }
}
