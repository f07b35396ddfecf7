package dev.prakat.database;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PreviewRequest;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetCapabilities;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A website that several processes share and that outlives each of them: a file for each item, replaced as a whole, with the
 * fence in its first line. Beside it a file for each effect, by its idempotency key, so that a second one shows.
 */
final class FolderTarget implements PublishingTarget {

    private static final String BASE = "https://folder.example/";

    private final Path pages;
    private final Path effects;
    private final Path repeats;

    FolderTarget(Path folder) {
        this.pages = folder.resolve("pages");
        this.effects = folder.resolve("effects");
        this.repeats = folder.resolve("repeats");
        try {
            for (Path one : List.of(pages, effects, repeats)) {
                Files.createDirectories(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> effects() {
        return names(effects);
    }

    List<String> repeats() {
        return names(repeats);
    }

    /** What every page says, without the fences. */
    List<String> shown() {
        return names(pages).stream()
                .map(name -> read(pages.resolve(name)).get(1))
                .toList();
    }

    @Override
    public TargetCapabilities capabilities() {
        return new TargetCapabilities(
                "folder",
                Set.of(TakeDownKind.GONE, TakeDownKind.WITHDRAWN, TakeDownKind.VANISH),
                false,
                0,
                false,
                false);
    }

    @Override
    public List<TargetFinding> check() {
        return List.of();
    }

    @Override
    public Preview preview(PreviewRequest request) {
        throw new TargetRefused("folder: no preview", null);
    }

    @Override
    public Receipt publish(PublishRequest request) {
        Marker marker = new Marker(
                request.item().id(), Marker.State.PRESENT, request.item().revisionHash());
        return put(request.item().id(), request.fence(), request.idempotencyKey(), marker);
    }

    @Override
    public Receipt takeDown(TakeDownRequest request) {
        Marker marker = new Marker(request.item(), Marker.State.GONE, null);
        return put(request.item(), request.fence(), request.idempotencyKey(), marker);
    }

    private Receipt put(String item, long fence, String key, Marker marker) {
        Path page = pages.resolve(item);
        try {
            long seen = Files.exists(page) ? Long.parseLong(read(page).get(0)) : 0;
            if (fence < seen) {
                throw TargetRefused.staleFence("folder: found fence " + fence + ", expected " + seen, seen);
            }
            String name = key.replace(':', '_');
            try {
                Files.writeString(effects.resolve(name), "", StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                Files.writeString(repeats.resolve(name + "_" + UUID.randomUUID()), "");
            }
            Path next = pages.resolveSibling("next-" + UUID.randomUUID());
            Files.writeString(next, fence + "\n" + marker.text() + "\n");
            Files.move(next, page, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Artefact artefact = new Artefact(URI.create(BASE + item), Artefact.Kind.PAGE, item, null, false);
        return new Receipt(item, List.of(artefact), "done", List.of());
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Observation> observe(ObserveRequest request) {
        List<Observation> seen = new ArrayList<>();
        for (ObserveRequest.Address asked : request.addresses()) {
            Marker marker = Marker.find(read(pages.resolve(asked.item())).get(1), asked.item())
                    .orElseThrow();
            boolean gone = marker.state() == Marker.State.GONE;
            seen.add(new Observation(
                    asked.placement(),
                    asked.address(),
                    gone ? Observation.Answer.ABSENT : Observation.Answer.PRESENT,
                    marker,
                    null,
                    null,
                    false,
                    "file"));
        }
        return seen;
    }

    @Override
    public InventoryPage inventory(@Nullable String cursor, TrafficRecorder recorder) {
        return new InventoryPage(List.of(), null);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
