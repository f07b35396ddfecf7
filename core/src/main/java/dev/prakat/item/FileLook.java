package dev.prakat.item;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Looks what a file is. A file is let through only when its name, its head and its inside agree. */
final class FileLook {

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "webp");
    private static final Set<String> DOCUMENTS = Set.of("docx", "xlsx", "pptx", "odt", "ods");

    private FileLook() {}

    /**
     * What a file is.
     *
     * @throws Unacceptable if it is not what its name says, is of a kind that is not let through, or holds what would harm
     */
    static String mediaType(Path file, String name) throws IOException, Unacceptable {
        String type = MediaTypes.sniff(name, head(file))
                .orElseThrow(() -> new Unacceptable(
                        "found bytes that are not what the name says, or a kind that is not accepted",
                        "give a file of one of these kinds under its right name: " + MediaTypes.accepted()));
        String extension = MediaTypes.extension(name);
        try {
            if (PICTURES.contains(extension)) {
                ImageSize.require(file, extension);
            } else if (DOCUMENTS.contains(extension)) {
                OfficeFile.require(file, extension, type, ArchiveLook.require(file));
            } else if (extension.equals("zip")) {
                ArchiveLook.require(file);
            }
        } catch (ArchiveLook.TooLarge e) {
            throw e.refusal();
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw ArchiveLook.damaged(String.valueOf(e.getMessage()));
        }
        return type;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MediaTypes.HEAD);
        }
    }
}
