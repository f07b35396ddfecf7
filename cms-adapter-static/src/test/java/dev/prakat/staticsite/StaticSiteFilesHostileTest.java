package dev.prakat.staticsite;

import dev.prakat.spi.PublishingTarget;
import dev.prakat.testkit.HostileBehaviour;
import dev.prakat.testkit.HostileTargetContract;
import dev.prakat.testkit.HostileWeb;
import dev.prakat.testkit.WebAnswer;
import dev.prakat.testkit.WebRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** Without a server the files are all that can be seen: what others put there in the place of ours. */
final class StaticSiteFilesHostileTest extends HostileTargetContract {

    /** What can be done to a file; the rest is done by a server, or by what stands before it. */
    private static final Set<HostileBehaviour> TO_FILES = EnumSet.of(
            HostileBehaviour.STRANGERS_SOFT_404,
            HostileBehaviour.SINGLE_PAGE_APPLICATION,
            HostileBehaviour.CACHED_COPY,
            HostileBehaviour.LOGIN_PAGE,
            HostileBehaviour.EMPTY_PAGE,
            HostileBehaviour.MARK_OF_ANOTHER_ITEM,
            HostileBehaviour.NOTICE_OF_ANOTHER_ITEM,
            HostileBehaviour.MARK_OF_AN_OLDER_REVISION,
            HostileBehaviour.NOTICE_BEFORE_THE_OLD_PAGE,
            HostileBehaviour.NOTICE_AFTER_THE_OLD_PAGE,
            HostileBehaviour.COMPRESSED,
            HostileBehaviour.ATTACHMENT_ALIVE,
            HostileBehaviour.ATTACHMENT_RECODED,
            HostileBehaviour.LISTING_NAMES_IT,
            HostileBehaviour.FEED_NAMES_IT,
            HostileBehaviour.LISTING_OF_A_STRANGER);

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private final HostileWeb web = new HostileWeb(this::file);
    private final SortedMap<Path, Optional<byte[]>> honest = new TreeMap<>();

    @Override
    protected PublishingTarget newTarget() {
        return StaticSiteTarget.builder(folder.resolve("site"), Site.BASE)
                .httpProof(false)
                .build();
    }

    @Override
    protected HostileWeb web() {
        return web;
    }

    @Override
    protected Map<HostileBehaviour, String> cannotMeet() {
        Map<HostileBehaviour, String> not = new EnumMap<>(HostileBehaviour.class);
        EnumSet.complementOf(EnumSet.copyOf(TO_FILES))
                .forEach(behaviour -> not.put(behaviour, "done by a server, not to files"));
        return not;
    }

    @Override
    protected int honestRemovals() {
        return 100;
    }

    /** Puts into the files what the hostile website would answer, and back what they had. */
    @Override
    protected void webChanged() {
        honest.forEach(StaticSiteFilesHostileTest::write);
        honest.clear();
        if (web.behaviour().isPresent()) {
            web.remembered().forEach(address -> {
                WebAnswer answer = web.answer(WebRequest.get(address));
                Path file = path(WebRequest.get(address));
                honest.putIfAbsent(file, read(file));
                write(file, answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty());
            });
        }
    }

    private WebAnswer file(WebRequest request) {
        return read(path(request))
                .map(bytes -> WebAnswer.of(200, Map.of(), bytes))
                .orElse(WebAnswer.html(404, "none"));
    }

    private Path path(WebRequest request) {
        String path = request.path().substring(1);
        return folder.resolve("site").resolve(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Optional<byte[]> bytes) {
        try {
            if (bytes.isPresent()) {
                Files.createDirectories(file.getParent());
                Files.write(file, bytes.get());
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
