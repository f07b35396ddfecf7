package dev.prakat.wordpress;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetRefused;
import dev.prakat.wordpress.WordPressSite.Removal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes one item down, with its files and whatever twins it has. Serves one call of the target. */
final class TakingDown {

    /** A withdrawn item keeps its page and leaves the lists of the newest: it is listed under this date. */
    private static final String LONG_AGO = "2000-01-01T00:00:00";

    private final WordPressSite site;
    private final Connection connection;
    private final Rest rest;
    private final Terms terms;
    private final Labels labels;
    private final TakeDownRequest request;
    private final Posts posts;
    private final MediaFiles media;

    TakingDown(WordPressSite site, Connection connection, Rest rest, Terms terms, TakeDownRequest request) {
        this.site = site;
        this.connection = connection;
        this.rest = rest;
        this.terms = terms;
        this.request = request;
        this.labels = Labels.of(site.language());
        this.posts = new Posts(rest, connection.me(), request.item());
        this.media = new MediaFiles(rest, connection.me(), request.item());
    }

    Receipt run() {
        if (!site.capabilities().takeDownKinds().contains(request.kind())) {
            throw new TargetRefused(
                    "WordPress " + site.address() + ": found a take-down of the kind " + request.kind()
                            + ", expected one of " + site.capabilities().takeDownKinds()
                            + "; WordPress redirects with our companion plugin only",
                    null);
        }
        List<RemotePost> found = posts.find(true, known());
        requireFence(found);
        if (request.kind() == TakeDownKind.WITHDRAWN) {
            Optional<RemotePost> shown =
                    found.stream().findFirst().filter(post -> post.isPublic() || wasEndedByTheSite(post));
            Optional<Mark> mark = shown.flatMap(post -> post.mark(request.item()));
            if (shown.isPresent() && mark.isPresent() && mark.get().marker().revisionHash() != null) {
                return withdraw(shown.get(), mark.get(), found);
            }
        }
        return remove(found);
    }

    /** The numbers under which the item was public, as its artefacts say. */
    private Set<Long> known() {
        return request.artefacts().stream()
                .map(Artefact::remotePath)
                .filter(path -> path.matches("posts/[0-9]{1,18}"))
                .map(path -> Long.parseLong(path.substring("posts/".length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Our plugin makes a draft of what is over, under its own address, before anybody can come to put a banner over it. */
    private boolean wasEndedByTheSite(RemotePost post) {
        return site.companionPlugin()
                && post.status().equals("draft")
                && post.slug().equals(request.item());
    }

    private void requireFence(List<RemotePost> found) {
        long highest = posts.highestFence(found);
        if (request.fence() < highest) {
            throw TargetRefused.staleFence(
                    "WordPress " + site.address() + ": the take-down of placement " + request.placement()
                            + " comes with fence " + request.fence() + ", expected at the least " + highest
                            + ", which was carried out before",
                    highest);
        }
    }

    private Receipt withdraw(RemotePost post, Mark mark, List<RemotePost> found) {
        CategoryLabel category = new CategoryLabel("withdrawn", labels.get("withdrawnCategory"));
        long term = terms.ensure(rest, List.of(category)).get(0).id();
        Written written =
                Written.withdrawn(post, mark, request.notice(), request.fence(), labels, LONG_AGO, List.of(term));
        RemotePost live = post;
        if (written.difference(post) != null || !post.date().equals(LONG_AGO)) {
            Map<String, Object> body = Posts.body(written, "publish");
            body.put("date_gmt", LONG_AGO);
            body.put("categories", List.of(term));
            if (site.companionPlugin()) {
                body.put("meta", Companion.down(null));
            }
            live = posts.update("withdraw", post, body);
            String difference = written.difference(live);
            Posts.require(difference == null, "the banner came back with a difference in " + difference, live);
        }
        found.stream().skip(1).forEach(posts::delete);
        Addresses addresses = new Addresses(site, connection).own(live, media.find());
        return receipt(Long.toString(live.id()), addresses.all(), "post " + live.id() + " under a banner");
    }

    /** First what is public, then its files; the fence is remembered before anything is forgotten. */
    private Receipt remove(List<RemotePost> found) {
        boolean draft = request.kind() == TakeDownKind.REDIRECT
                || (site.removal() == Removal.DRAFT && request.kind() != TakeDownKind.VANISH);
        Optional<RemotePost> grave = found.stream().filter(this::isTombstone).findFirst();
        RemotePost left;
        if (draft && grave.isEmpty() && !found.isEmpty()) {
            left = asNotice(found.get(0));
        } else {
            left = grave.map(this::asTombstone).orElseGet(this::newTombstone);
        }
        for (RemotePost post : found) {
            if (post.id() != left.id()) {
                forget(post);
            }
        }
        List<StoredFile> files = media.find();
        media.delete(files);
        return receipt(
                Long.toString(left.id()),
                List.of(),
                "post " + left.id() + " " + left.status() + ", " + files.size() + " files deleted");
    }

    private boolean isTombstone(RemotePost post) {
        return !post.isPublic()
                && post.mark(request.item()).filter(Mark::tombstone).isPresent();
    }

    private RemotePost asNotice(RemotePost post) {
        Written notice = Written.notice(request.item(), request.notice(), request.fence(), labels);
        if (notice.difference(post) == null && post.status().equals("draft")) {
            return post;
        }
        Map<String, Object> body = Posts.body(notice, "draft");
        body.put("featured_media", 0);
        if (site.companionPlugin()) {
            body.put("meta", Companion.down(request.redirectTo()));
        }
        RemotePost down = posts.update("down", post, body);
        Posts.require(!down.isPublic(), "found status " + down.status() + ", expected draft", down);
        return down;
    }

    private RemotePost newTombstone() {
        return posts.create("tombstone", Written.tombstone(request.item(), request.fence()), Map.of());
    }

    private RemotePost asTombstone(RemotePost post) {
        Written tombstone = Written.tombstone(request.item(), request.fence());
        return tombstone.content().equals(post.content())
                ? post
                : posts.update("tombstone", post, Map.of("content", tombstone.content()));
    }

    private void forget(RemotePost post) {
        if (site.removal() != Removal.TRASH || request.kind() == TakeDownKind.VANISH) {
            posts.delete(post);
        } else if (!post.status().equals("trash")) {
            posts.trash(post);
        }
    }

    private Receipt receipt(String id, List<Artefact> artefacts, String said) {
        return new Receipt(id, artefacts, said, rest.records());
    }
}
