package dev.prakat.staticsite;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.PrintedInstant;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.SiteView;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A site in a folder, as most tests need it: files only, with a recorder. */
final class Site {

    static final URI BASE = URI.create("https://www.example.go.th/");

    final Path docroot;
    final Path state;
    final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();
    StaticSiteTarget target;

    Site(Path folder) {
        this(folder, BASE);
    }

    Site(Path folder, URI base) {
        docroot = folder.resolve("site");
        state = folder.resolve("site-state");
        target = StaticSiteTarget.builder(docroot, base).httpProof(false).build();
    }

    Receipt publish(PublishableItem item, long fence) {
        return target.publish(SampleItems.publish(item, fence, recorder));
    }

    Receipt publish(PublishableItem item, long fence, SiteView view) {
        PublishRequest r = SampleItems.publish(item, fence, recorder);
        return target.publish(
                new PublishRequest(r.placement(), fence, r.idempotencyKey(), item, view, r.now(), recorder));
    }

    Receipt takeDown(PublishableItem item, TakeDownKind kind, long fence, List<Artefact> artefacts) {
        return target.takeDown(SampleItems.takeDown(item, kind, fence, artefacts, recorder));
    }

    /** From now on the site is on a disk that can be stopped in the middle of a change. */
    StoppingDisk onAStoppingDisk() {
        StoppingDisk disk = new StoppingDisk(docroot);
        target = StaticSiteTarget.builder(docroot, BASE)
                .httpProof(false)
                .disk(disk)
                .build();
        return disk;
    }

    /** From now on the docroot is a link to the folder that it was, as an operator makes it one. */
    void linkDocroot() {
        try {
            Path folder = docroot.resolveSibling("www");
            Files.move(docroot, folder);
            Files.createSymbolicLink(docroot, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes under another name of the agency, which stands on every page, and renders all of them. */
    void rename(PublishableItem item, long fence, String agency) {
        SiteView view = SampleItems.site();
        publish(item, fence, new SiteView(agency, view.agencyNameEn(), view.categories(), view.matrix()));
        target.rebuild(recorder);
    }

    SortedMap<String, String> tree() {
        return Tree.of(docroot);
    }

    String text(String path) {
        return Tree.text(docroot.resolve(path));
    }

    static PublishableItem published(PublishableItem i, Instant instant) {
        return published(i, new PrintedInstant(instant, instant.toString()));
    }

    static PublishableItem published(PublishableItem i, PrintedInstant instant) {
        return like(i, i.bodyHtml(), i.categoryPath(), i.externalLink(), instant);
    }

    static PublishableItem in(PublishableItem i, List<CategoryLabel> path) {
        return like(i, i.bodyHtml(), path, i.externalLink(), i.published());
    }

    static PublishableItem linking(PublishableItem i, URI link) {
        return like(i, i.bodyHtml(), i.categoryPath(), link, i.published());
    }

    static PublishableItem body(PublishableItem i, String html) {
        return like(i, html, i.categoryPath(), i.externalLink(), i.published());
    }

    private static PublishableItem like(
            PublishableItem i, String body, List<CategoryLabel> path, @Nullable URI link, PrintedInstant published) {
        return new PublishableItem(
                i.id(),
                i.title(),
                i.summary(),
                body,
                path,
                i.responsibleUnits(),
                i.remark(),
                link,
                i.language(),
                published,
                i.expires(),
                i.attachments(),
                i.revision(),
                i.revisionHash(),
                i.history());
    }
}
