package dev.prakat.cli;

import dev.prakat.item.Attachment;
import dev.prakat.item.Items;
import dev.prakat.item.Revision;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code item files}: writes the files of a revision into a folder, each checked against its hash. Overwrites nothing. */
@Command(name = "files", mixinStandardHelpOptions = true)
final class ItemFiles implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final ItemCommands.Which which = new ItemCommands.Which();

    @Option(names = "--into", paramLabel = "DIR", required = true)
    private Path into = Path.of(".");

    @Option(names = "--revision", paramLabel = "N")
    private @Nullable Integer number;

    @Option(names = "--with-letter")
    private boolean withLetter;

    ItemFiles(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Opening opening = session.look()) {
            Items items = opening.prakat().items();
            Revision revision = number == null ? items.get(which.id()).current() : items.revision(which.id(), number);
            List<Attachment> files = new ArrayList<>(revision.attachments());
            Attachment scan = revision.letterScan();
            if (withLetter && scan != null) {
                files.add(scan);
            }
            for (Attachment file : files) {
                write(opening, file);
            }
            session.answer(
                    files.stream().map(ItemView::file).toList(),
                    () -> files.isEmpty()
                            ? List.of(session.text("files.none"))
                            : files.stream()
                                    .map(file -> ItemText.file(session, file))
                                    .toList());
            return ExitCode.DONE;
        }
    }

    private void write(Opening opening, Attachment file) {
        Path place = into.resolve(file.name());
        try (InputStream kept = opening.attachments().open(file.sha256());
                DigestInputStream in = new DigestInputStream(kept, sha256())) {
            Files.createDirectories(into);
            try (OutputStream out =
                    Files.newOutputStream(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                in.transferTo(out);
            }
            if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(file.sha256())) {
                Files.delete(place);
                throw new PrakatException(
                        ProblemCode.BROKEN,
                        "attachment '" + file.name() + "': its bytes are not those that were kept (expected sha-256 "
                                + file.sha256() + "). Put the file back from a copy.");
            }
        } catch (FileAlreadyExistsException e) {
            throw new PrakatException(
                    ProblemCode.CONFLICT, place + ": there is a file already. Give another folder with --into.", e);
        } catch (IOException e) {
            throw new PrakatException(
                    ProblemCode.BROKEN, "attachment '" + file.name() + "' cannot be written to " + place + ": " + e, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
