package dev.prakat.staticsite;

import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PreviewRequest;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.SiteView;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Publishes and takes down: decides which files an item has, and leaves the order of things to {@link Edit}. */
final class SiteEditor {

    private final SiteSettings settings;
    private final StateFolder state;
    private final Themes themes;

    SiteEditor(SiteSettings settings, StateFolder state) {
        this.settings = settings;
        this.state = state;
        this.themes = new Themes(settings, state);
    }

    /** Renders as publishing does, and puts nothing anywhere. */
    Preview preview(PreviewRequest request) {
        PublishableItem item = request.item();
        refuseBadNames(item);
        ItemState.Text text = ItemState.text(item, settings.language());
        ItemState draft = ItemState.shown(item.id(), ItemState.steps(item.categoryPath()), text);
        try {
            Theme theme = themes.inForce();
            return new ItemFiles(theme, frame(theme, request.site())).preview(draft, text, item);
        } catch (IOException e) {
            throw broken(item.id(), e);
        }
    }

    Receipt publish(PublishRequest request) {
        refuseBadNames(request.item());
        try {
            return SiteLock.holding(settings, () -> publishLocked(request));
        } catch (UncheckedIOException e) {
            throw broken(request.item().id(), e.getCause());
        } catch (IOException e) {
            throw broken(request.item().id(), e);
        }
    }

    private Receipt publishLocked(PublishRequest request) throws IOException {
        PublishableItem item = request.item();
        bind();
        Theme theme = themeInForce(request.recorder());
        PageFrame frame = frame(theme, request.site());
        Edit edit = new Edit(settings, state, frame, order(request));
        ItemState.Text text = ItemState.text(item, settings.language());
        ItemState draft = edit.draft(ItemState.Shown.PRESENT, ItemState.steps(item.categoryPath()), text);
        Batch own = edit.batch(Set.of());
        new ItemFiles(theme, frame).write(own, draft, text, item);
        own.remove(SitePath.gone(item.id()), item.id());
        own.removeRest(edit.before().files().keySet(), item.id());
        ItemState after = edit.commit(own, draft, item.bodyHtml());
        return Receipts.published(settings, after, edit.lists(), edit.courier().records());
    }

    Receipt takeDown(TakeDownRequest request) {
        if (!SitePath.isItem(request.item()) || !StaticSiteTarget.KINDS.contains(request.kind())) {
            throw new TargetRefused(
                    "static site " + settings.base() + ": take-down of '" + request.item() + "' as " + request.kind()
                            + ": expected a key of [0-9a-z-]{4,40} and one of " + StaticSiteTarget.KINDS
                            + "; choose another kind",
                    null);
        }
        if (request.redirectTo() != null) {
            Redirects.address(settings.base(), request.item(), request.redirectTo());
        }
        try {
            return SiteLock.holding(settings, () -> takeDownLocked(request));
        } catch (UncheckedIOException e) {
            throw broken(request.item(), e.getCause());
        } catch (IOException e) {
            throw broken(request.item(), e);
        }
    }

    private Receipt takeDownLocked(TakeDownRequest request) throws IOException {
        String id = request.item();
        Theme theme = themeInForce(request.recorder());
        PageFrame frame = frame(theme, request.site());
        Edit edit = new Edit(settings, state, frame, order(request));
        Set<String> proven = Proof.ours(settings, id, request.artefacts());
        ItemState before = edit.before();
        if (before.shown() == ItemState.Shown.NOTHING && before.files().isEmpty() && proven.isEmpty()) {
            edit.rememberFence();
            return new Receipt(id, List.of(), "never published here", List.of());
        }
        Batch own = edit.batch(proven);
        for (Theme.Asset asset : theme.assets()) {
            own.write(asset.path(), null, asset.bytes());
        }
        String body = request.kind() == TakeDownKind.WITHDRAWN ? state.body(id).orElse(null) : null;
        ItemState.Text text = before.text();
        OwnFiles files = new OwnFiles(settings, frame);
        ItemState draft;
        if (body != null && text != null) {
            ItemState.Text there = text.with(files.there(own, text));
            draft = edit.draft(ItemState.Shown.WITHDRAWN, before.path(), there).under(request.notice(), null);
            files.write(own, draft, body);
        } else {
            boolean vanish = request.kind() == TakeDownKind.VANISH;
            URI to = request.redirectTo();
            String address = to == null ? null : Redirects.address(settings.base(), id, to);
            draft = edit.draft(vanish ? ItemState.Shown.VANISHED : ItemState.Shown.GONE, before.path(), null)
                    .under(request.notice(), address);
            files.write(own, draft, null);
            own.removeRest(before.files().keySet(), id);
            own.removeRest(proven, id);
        }
        ItemState after = edit.commit(own, draft, draft.text() == null ? null : body);
        return Receipts.takenDown(settings, after, edit.courier().records());
    }

    /** Finishes what was interrupted, and tells whether anything was. */
    boolean recover(TrafficRecorder recorder) {
        try {
            return SiteLock.holding(settings, () -> {
                Optional<Plan> interrupted = state.journal();
                if (interrupted.isPresent()) {
                    new Transaction(settings, state).finish(interrupted.get(), new Courier(recorder));
                }
                state.clearStage(Set.of());
                return interrupted.isPresent();
            });
        } catch (IOException e) {
            throw broken("interrupted", e);
        }
    }

    /**
     * Renders everything again.
     *
     * @param again files that are to be written although they have the right bytes
     * @param withNext whether the theme and the data sets that the target was built with take the place of those in force
     */
    RebuildReport rebuild(TrafficRecorder recorder, Set<String> again, boolean withNext) {
        try {
            return SiteLock.holding(settings, () -> {
                refuse(Docroots.problemOfRebuild(settings, state));
                Theme before = themeInForce(recorder);
                Theme theme = withNext ? themes.next() : before;
                Texts texts = theme.texts(settings.language());
                DataSets sets = withNext ? DataSets.next(settings, state) : DataSets.inForce(settings, state);
                return new Rebuild(settings, state, theme, texts, sets, again).run(recorder);
            });
        } catch (UncheckedIOException e) {
            throw broken("all", e.getCause());
        } catch (IOException e) {
            throw broken("all", e);
        }
    }

    /** What speaks against the theme that the target was built with, or tells that something of it is not in force yet. */
    List<TargetFinding> checkGiven() throws IOException {
        List<TargetFinding> findings = new ArrayList<>(themes.findings());
        findings.addAll(DataSets.findings(settings, state));
        return findings;
    }

    /**
     * The theme of this call. A rebuild that was interrupted may have brought another one, and happens before anything else in any
     * case: so that no page is rendered with the theme of before it.
     */
    private Theme themeInForce(TrafficRecorder recorder) throws IOException {
        Optional<Plan> rebuild = state.journal().filter(plan -> plan.generation() != null);
        if (rebuild.isPresent()) {
            new Transaction(settings, state).finish(rebuild.get(), new Courier(recorder));
        }
        return themes.inForce();
    }

    private PageFrame frame(Theme theme, SiteView site) {
        return new PageFrame(settings, theme, theme.texts(settings.language()), site);
    }

    private static Edit.Order order(PublishRequest request) {
        return new Edit.Order(
                request.item().id(),
                request.placement(),
                request.fence(),
                false,
                request.site(),
                request.now(),
                request.recorder());
    }

    private static Edit.Order order(TakeDownRequest request) {
        return new Edit.Order(
                request.item(),
                request.placement(),
                request.fence(),
                true,
                request.site(),
                request.now(),
                request.recorder());
    }

    private void refuseBadNames(PublishableItem item) {
        List<String> bad = new ArrayList<>();
        if (!SitePath.isItem(item.id())) {
            bad.add("item key '" + item.id() + "', expected [0-9a-z-]{4,40}");
        }
        if (item.categoryPath().isEmpty()) {
            bad.add("no category, expected at least one");
        }
        for (CategoryLabel category : item.categoryPath()) {
            if (!SitePath.isCategory(category.id())) {
                bad.add("category key '" + category.id() + "', expected [0-9a-z-]{1,80}");
            }
        }
        if (!bad.isEmpty()) {
            throw new TargetRefused(
                    "static site " + settings.base() + ": found " + String.join("; ", bad) + "; correct the item",
                    null);
        }
    }

    /** Refuses a folder of somebody else; the first publish to an empty or adopted one makes it ours. */
    private void bind() throws IOException {
        refuse(Docroots.problem(settings, state));
        if (state.binding().isEmpty()) {
            refuse(new SiteCheck(settings, state)
                    .run().stream()
                            .filter(f -> f.severity() == TargetFinding.Severity.ERROR)
                            .findFirst());
            themes.begin();
            DataSets.begin(settings, state);
            state.bind();
        }
    }

    private void refuse(Optional<TargetFinding> problem) {
        if (problem.isPresent()) {
            throw new TargetRefused(
                    "static site " + settings.base() + ": " + problem.get().message() + "; "
                            + problem.get().remedy(),
                    null);
        }
    }

    private TargetUnavailable broken(String item, @Nullable IOException cause) {
        return new TargetUnavailable(
                "static site " + settings.base() + ": item " + item + ": found " + cause + "; mend the folder "
                        + settings.docroot() + " or " + settings.state() + ", then try again",
                null,
                cause);
    }
}
