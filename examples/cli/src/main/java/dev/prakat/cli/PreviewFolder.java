package dev.prakat.cli;

import dev.prakat.delivery.ItemPreview;
import dev.prakat.delivery.ItemPreview.OnTarget;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Preview;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A folder of its own for the pages of a preview, one below it for each target, so that a browser opens them as they will look. */
final class PreviewFolder {

    private final Path root;

    private PreviewFolder(Path root) {
        this.root = root;
    }

    /**
     * A folder that is empty or not there yet: nothing of somebody else is replaced, and no file of an earlier look can be taken
     * for one of this.
     *
     * @throws WrongUse if there is something in it
     */
    static PreviewFolder empty(Path root) {
        try {
            if (Files.exists(root)) {
                try (Stream<Path> files = Files.list(root)) {
                    if (files.findAny().isPresent()) {
                        throw new WrongUse("--out: found files in " + root + ", expected an empty or a new folder");
                    }
                }
            }
            return new PreviewFolder(root);
        } catch (IOException e) {
            throw new WrongUse("--out: found " + root + " (" + e + "), expected an empty or a new folder");
        }
    }

    Path file(OnTarget target, Preview.Page page) {
        return root.resolve(target.target()).resolve(page.path());
    }

    /**
     * Writes every page.
     *
     * @throws PrakatException BROKEN if a file cannot be written, or if an attachment's bytes are not the ones that were drafted
     */
    void write(ItemPreview preview) {
        for (OnTarget target : preview.targets()) {
            for (Preview.Page page : target.pages()) {
                Path file = file(target, page);
                try {
                    Files.createDirectories(file.getParent());
                    requireSame(page, copied(page, file));
                } catch (IOException e) {
                    throw new PrakatException(
                            ProblemCode.BROKEN,
                            "preview of item " + preview.item() + ": " + file + " cannot be written (" + e
                                    + "); expected a folder that this account may write, and attachments that can be read.",
                            e);
                }
            }
        }
    }

    private static String copied(Preview.Page page, Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(page.source().open(), digest);
                OutputStream to = Files.newOutputStream(file)) {
            in.transferTo(to);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void requireSame(Preview.Page page, String found) {
        if (!found.equals(page.sha256())) {
            throw new PrakatException(
                    ProblemCode.BROKEN,
                    "preview of " + page.address() + ": found bytes with hash " + found + ", expected " + page.sha256()
                            + "; restore the attachment store.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
