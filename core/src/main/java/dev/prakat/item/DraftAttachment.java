package dev.prakat.item;

import dev.prakat.spi.AttachmentContent;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that an author attaches. Immutable.
 *
 * @param name the file name as readers will see it, Thai allowed
 * @param source opens the bytes; read once
 */
public record DraftAttachment(String name, AttachmentContent.Source source) {

    /**
     * A file of the author's machine.
     *
     * @param file the file; its last name is what readers will see
     * @return the attachment
     */
    public static DraftAttachment of(Path file) {
        return new DraftAttachment(String.valueOf(file.getFileName()), () -> Files.newInputStream(file));
    }
}
