package dev.prakat.wordpress;

import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TargetRefused;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one item public: first as a draft that is read back letter by letter, then by its number. A request that comes late can
 * so make a draft too many, and never a second public post. Serves one call of the target.
 */
final class Publishing {

    private final WordPressSite site;
    private final Connection connection;
    private final Rest rest;
    private final Terms terms;
    private final Labels labels;
    private final PublishRequest request;
    private final PublishableItem item;
    private final Posts posts;
    private final MediaFiles media;
    /** Files that somebody broke and that are deleted already. */
    private final Set<StoredFile> broken = new HashSet<>();

    Publishing(WordPressSite site, Connection connection, Rest rest, Terms terms, PublishRequest request) {
        this.site = site;
        this.connection = connection;
        this.rest = rest;
        this.terms = terms;
        this.request = request;
        this.labels = Labels.of(site.language());
        this.item = request.item();
        this.posts = new Posts(rest, connection.me(), item.id());
        this.media = new MediaFiles(rest, connection.me(), item.id());
    }

    Receipt run() {
        boolean first =
                request.fence() == 1; // then the slug finds nothing as a rule, and the mark must be looked for too
        List<RemotePost> found = posts.find(first, Set.of());
        requireFence(found);
        RemotePost main = found.isEmpty() ? null : found.get(0);
        requireUnedited(main);
        List<Terms.Term> path = terms.ensure(rest, item.categoryPath());
        TreeSet<Long> categories = new TreeSet<>();
        if (!path.isEmpty()) {
            categories.add(path.get(path.size() - 1).id());
        }
        String date = date();
        boolean bare = main == null && item.attachments().isEmpty();
        List<StoredFile> there = bare ? List.of() : media.find();
        RemotePost post = main != null ? main : create(date, categories);
        found.stream().skip(1).forEach(posts::delete);
        List<StoredFile> files = files(there, post);
        Written written = Written.item(item, files, request.fence(), labels, date, categories);
        RemotePost live = live(post, written, date, categories);
        media.delete(there.stream()
                .filter(file -> !files.contains(file) && !broken.contains(file))
                .toList());
        return receipt(live, files, path);
    }

    private void requireFence(List<RemotePost> found) {
        long highest = posts.highestFence(found);
        if (request.fence() < highest) {
            throw TargetRefused.staleFence(
                    "WordPress " + site.address() + ": placement " + request.placement() + " comes with fence "
                            + request.fence() + ", expected at the least " + highest + ", which was carried out before",
                    highest);
        }
    }

    /** What a person changed is not written over by a new revision that does not know of it; the same revision mends it. */
    private void requireUnedited(@Nullable RemotePost post) {
        Optional<String> changed = post == null || !post.isPublic() ? Optional.empty() : post.changed(item.id());
        if (post == null || changed.isEmpty()) {
            return;
        }
        boolean another = post.mark(item.id())
                .filter(mark -> !item.revisionHash().equals(mark.marker().revisionHash()))
                .isPresent();
        if (another) {
            throw new TargetRefused(
                    "WordPress " + post.link() + " (CONFLICT): " + changed.get()
                            + "; expected it as it was published. Undo that there (Revisions), or"
                            + " withdraw the item, and publish again",
                    null);
        }
    }

    /** With files the content is not known before they are there, so that the draft begins with the fence alone. */
    private RemotePost create(String date, Set<Long> categories) {
        Written first = item.attachments().isEmpty()
                ? Written.item(item, List.of(), request.fence(), labels, date, categories)
                : Written.tombstone(item.id(), request.fence());
        return posts.create("create", first, site.companionPlugin() ? Companion.key(item.id()) : Map.of());
    }

    private List<StoredFile> files(List<StoredFile> there, RemotePost post) {
        Map<String, StoredFile> files = new LinkedHashMap<>();
        int number = 0;
        for (AttachmentContent wanted : item.attachments()) {
            number++;
            if (!files.containsKey(wanted.sha256())) {
                files.put(wanted.sha256(), file(wanted, number, there, post));
            }
        }
        return new ArrayList<>(files.values());
    }

    /**
     * The file that is there, or a new one. What somebody broke is deleted before: WordPress would give the name of a missing file
     * to the new one, and then delete that with the old.
     */
    private StoredFile file(AttachmentContent wanted, int number, List<StoredFile> there, RemotePost post) {
        for (StoredFile known : there) {
            if (known.sha256().equals(wanted.sha256())) {
                if (isIntact(known)) {
                    return known;
                }
                media.delete(List.of(known));
                broken.add(known);
            }
        }
        return media.upload(wanted, number, post);
    }

    /** A file that somebody replaced on the site's disk is sent again. */
    private boolean isIntact(StoredFile file) {
        return file.sha256().equals(hash(file.address()));
    }

    private @Nullable String hash(URI address) {
        Optional<Reply> reply = rest.asStranger(Ask.get(address, item.id(), "compare"));
        return reply.filter(Reply::isOk).map(Reply::body).map(Body::sha256).orElse(null); // then it is sent again
    }

    private RemotePost live(RemotePost post, Written written, String date, Set<Long> categories) {
        boolean same = written.difference(post) == null;
        boolean asItShouldBe = same
                && post.isPublic()
                && post.slug().equals(item.id())
                && post.categories().equals(categories)
                && !post.comments()
                && !post.adorned()
                && (post.watched() || !site.companionPlugin());
        if (asItShouldBe && post.date().equals(date)) {
            return post;
        }
        if (!same && !Mark.without(post.content()).equals(Mark.without(written.content()))) {
            requireUnfiltered(
                    post.isPublic()
                            ? posts.autosave(post, written)
                            : posts.update("stage", post, Posts.body(written, "draft")),
                    written);
        }
        Map<String, Object> body = Posts.body(written, "publish");
        body.put("slug", item.id());
        body.put("date_gmt", date);
        body.put("categories", categories);
        body.put("tags", List.of());
        body.put("featured_media", 0);
        if (site.companionPlugin()) {
            body.put("meta", Companion.live(item));
        }
        RemotePost live = posts.update("live", post, body);
        String difference = written.difference(live);
        Posts.require(difference == null, "what came back differs in " + difference, live);
        Posts.require(live.isPublic(), "found status " + live.status() + ", expected publish", live);
        Posts.require(
                live.categories().equals(categories),
                "found the categories " + live.categories() + ", expected " + categories,
                live);
        return live;
    }

    /** Nothing goes public that WordPress would change. */
    private void requireUnfiltered(RemotePost staged, Written written) {
        String difference = written.difference(staged);
        if (difference != null) {
            throw new TargetRefused(
                    "WordPress " + site.address() + " (FILTERED): WordPress would change item " + item.id() + ", "
                            + difference + ". Nothing was made public; change the text, or give the account the right"
                            + " 'unfiltered_html'",
                    null);
        }
    }

    /** WordPress keeps back what lies in its own future, so that a site whose clock is late gets its own time. */
    private String date() {
        Instant date = item.published().instant().truncatedTo(ChronoUnit.SECONDS);
        Instant theirs = rest.theirClock();
        if (theirs != null && date.isAfter(theirs)) {
            date = theirs;
        }
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC).format(date);
    }

    private Receipt receipt(RemotePost live, List<StoredFile> files, List<Terms.Term> path) {
        Addresses addresses = new Addresses(site, connection).own(live, files);
        for (StoredFile file : files) {
            file.sizes().forEach(size -> addresses.size(file, size, hash(size)));
        }
        addresses.lists(item.id(), path);
        String said = "post " + live.id() + " " + live.status() + ", files "
                + files.stream().map(file -> Long.toString(file.id())).collect(Collectors.joining(","));
        return new Receipt(Long.toString(live.id()), addresses.all(), said, rest.records());
    }
}
