package dev.prakat.item;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.AttachmentStore;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes in the bytes of attachments: reads them once, keeps them under their hash, and looks what they are. */
final class AttachmentIntake {

    private final AttachmentStore store;
    private final long maxBytes;

    AttachmentIntake(AttachmentStore store, long maxBytes) {
        this.store = store;
        this.maxBytes = maxBytes;
    }

    /** Keeps the files that are acceptable and finds fault with the others. */
    List<Attachment> take(List<DraftAttachment> files, DraftCheck check) {
        List<Attachment> taken = new ArrayList<>();
        for (DraftAttachment file : files) {
            String name = Normalizer.normalize(file.name(), Normalizer.Form.NFC);
            try (InputStream in = file.source().open()) {
                AttachmentStore.Stored stored = store.put(in, maxBytes);
                Optional<String> type = MediaTypes.sniff(name, head(stored.sha256()));
                if (type.isPresent()) {
                    taken.add(new Attachment(name, type.get(), stored.bytes(), stored.sha256()));
                } else {
                    check.find(
                            "attachment '" + name + "'",
                            "prakat",
                            "found bytes that are not what the name says, or a kind that is not accepted",
                            "give a file of one of these kinds under its right name: " + MediaTypes.accepted());
                }
            } catch (IllegalArgumentException e) {
                check.find("attachment '" + name + "'", "prakat", String.valueOf(e.getMessage()), "shorten the file");
            } catch (IOException e) {
                throw new PrakatException(
                        ProblemCode.BROKEN,
                        "attachment '" + name + "' could not be read or kept: " + e
                                + ". Nothing of the draft was stored.",
                        e);
            }
        }
        return taken;
    }

    private byte[] head(String sha256) throws IOException {
        try (InputStream in = store.open(sha256)) {
            return in.readNBytes(MediaTypes.HEAD);
        }
    }
}
