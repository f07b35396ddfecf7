package dev.prakat.wordpress;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.DeliveryResult;
import dev.prakat.spi.DeliveryResult.Done;
import dev.prakat.spi.DeliveryResult.Failed;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PreviewRequest;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetAmbiguous;
import dev.prakat.spi.TargetCapabilities;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetFinding.Severity;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficRecorder;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A WordPress site, reached over its REST interface with an account of its own. Every item is one post, every attachment a file
 * of the site's media library that belongs to that post alone.
 *
 * <p>A post is made as a draft, read back letter by letter, and only then made public by its number: what WordPress would change
 * is refused, and a request that comes late can make a draft too many but never a second public post. What a decision's fence
 * was stands in a comment at the end of the post's content, and outlives a take-down in a draft.
 *
 * <p>Making the object touches no network. The first call that needs one finds the site's REST interface and logs in; what it
 * found is kept until {@link #close()}, or until the site refuses. One object is used by one thread at a time.
 */
public final class WordPressTarget implements PublishingTarget {

    private final WordPressSite site;
    private final Account account;
    private final Terms terms = new Terms();
    private final Batching batching = new Batching();
    private final @Nullable SSLContext trust;
    private final @Nullable PurgeHook purge;
    private @Nullable HttpClient client;
    private @Nullable Connection connection;

    private WordPressTarget(WordPressSite site, @Nullable SSLContext trust, @Nullable PurgeHook purge) {
        this.site = site;
        this.trust = trust;
        this.purge = purge;
        this.account = new Account(site);
    }

    /**
     * A target for a site.
     *
     * @param site how the site is configured
     * @return the target
     */
    public static WordPressTarget of(WordPressSite site) {
        return new WordPressTarget(site, null, null);
    }

    /**
     * A target for a site whose certificate the machine does not trust, such as one of an agency's own authority.
     *
     * @param site how the site is configured
     * @param trust which certificates to trust, instead of those of the machine
     * @return the target
     */
    public static WordPressTarget of(WordPressSite site, SSLContext trust) {
        return new WordPressTarget(site, trust, null);
    }

    /**
     * The same target, for a site with a cache in front that must be told what is new and what is gone. Without one the cache
     * decides when a take-down is done.
     *
     * @param hook makes the cache forget
     * @return a target of its own
     */
    public WordPressTarget withPurge(PurgeHook hook) {
        return new WordPressTarget(site, trust, hook);
    }

    @Override
    public TargetCapabilities capabilities() {
        return site.capabilities();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Only asks whether the password can be had. {@link #preflight} asks the site itself.
     */
    @Override
    public List<TargetFinding> check() {
        try {
            Arrays.fill(site.credentials().secret(site.credential()), ' ');
            return List.of();
        } catch (NoSuchElementException e) {
            return List.of(new TargetFinding(
                    Severity.ERROR,
                    "WordPress " + site.address() + ": found no application password by the name '" + site.credential()
                            + "', expected one from the credential provider",
                    "make one in WordPress (Users, Profile, Application Passwords) and give it to the provider"));
        }
    }

    /**
     * Looks over the network whether the site can be used: where its REST interface is, who we are there, which rights the account
     * has, and what would weaken the proof of a take-down. Changes nothing.
     *
     * @param recorder the way into the traffic log
     * @param now the instant that the website's clock is compared with
     * @return every finding; empty when all is well
     */
    public List<TargetFinding> preflight(TrafficRecorder recorder, Instant now) {
        return new Preflight(site, client(), account, recorder, now).run();
    }

    /**
     * {@inheritDoc}
     *
     * @throws TargetRefused always: the page around the text is made by the site's theme
     */
    @Override
    public Preview preview(PreviewRequest request) {
        throw new TargetRefused(
                "WordPress " + site.address() + ": item " + request.item().id()
                        + " cannot be shown beforehand, because the page around the text is made by the site's theme",
                null);
    }

    @Override
    public Receipt publish(PublishRequest request) {
        Calls calls = new Calls(client(), request.recorder());
        Connection there = connected(request.recorder());
        Line line = new OwnLine(calls, account);
        return purged(request, forgetting(() -> published(there, request, line)));
    }

    @Override
    public Receipt takeDown(TakeDownRequest request) {
        Calls calls = new Calls(client(), request.recorder());
        Connection there = connected(request.recorder());
        Line line = new OwnLine(calls, account);
        return purged(request, forgetting(() -> takenDown(there, request, line)));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Each goes through the same steps as alone; what all of them wait for is sent together, in the batches of WordPress and over
     * two connections. A batch whose answer is lost leaves every item in it in doubt, as a lost answer does; the next try looks
     * first. A request that was sent for several is recorded once, about all of them, by the first one's recorder.
     */
    @Override
    public List<DeliveryResult> publishAll(List<PublishRequest> requests) {
        return together(
                requests,
                new Kind<>(
                        request -> request.item().id(),
                        PublishRequest::recorder,
                        this::publish,
                        this::published,
                        this::purged));
    }

    /**
     * {@inheritDoc}
     *
     * <p>In the way of {@link #publishAll}.
     */
    @Override
    public List<DeliveryResult> takeDownAll(List<TakeDownRequest> requests) {
        return together(
                requests,
                new Kind<>(
                        TakeDownRequest::item,
                        TakeDownRequest::recorder,
                        this::takeDown,
                        this::takenDown,
                        this::purged));
    }

    /**
     * {@inheritDoc}
     *
     * <p>One GET without an account, at most 5 s, 60 s for a file; a second one where the first would prove a take-down. A page
     * is judged by the mark in its source, a list by the mark or by a link to the page, the REST interface by its own words.
     */
    @Override
    public List<Observation> observe(ObserveRequest request) {
        Looks looks = new Looks(new Calls(client(), request.recorder()), request.addresses());
        return new Observer(site, looks, new Lists(looks, request.addresses())).observe(request);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Lists the posts of the adapter's own account; what is not public is listed as gone.
     */
    @Override
    public InventoryPage inventory(@Nullable String cursor, TrafficRecorder recorder) {
        Connection there = connected(recorder);
        Rest rest = new Rest(new Calls(client(), recorder), account, there.endpoints(), null);
        return new Inventory(site, there, rest).page(cursor);
    }

    /**
     * What is public on the site and was not put there by Prakat: posts and pages without our mark, whoever wrote them. Nobody
     * answers for them here, and they have no end. Changes nothing.
     *
     * @param recorder the way into the traffic log
     * @return what nobody has changed for longest first
     * @throws dev.prakat.spi.TargetException if the site cannot be asked
     */
    public List<UnmanagedPost> unmanaged(TrafficRecorder recorder) {
        Connection there = connected(recorder);
        return new Unmanaged(new Rest(new Calls(client(), recorder), account, there.endpoints(), null)).list();
    }

    @Override
    public void close() {
        client = null;
        connection = null;
        terms.forget();
        batching.forget();
    }

    /**
     * What the two kinds of requests have in common.
     *
     * @param alone carries one out by itself
     * @param work carries one out over a given line
     * @param after what follows it
     */
    private record Kind<R>(
            Function<R, String> item,
            Function<R, TrafficRecorder> recorder,
            Function<R, Receipt> alone,
            Work<R> work,
            After<R> after) {}

    private interface Work<R> {
        Receipt on(Connection there, R request, Line line);
    }

    private interface After<R> {
        Receipt on(R request, Receipt receipt);
    }

    private <R> List<DeliveryResult> together(List<R> requests, Kind<R> kind) {
        long items = requests.stream().map(kind.item()).distinct().count();
        if (items == 1 || items < requests.size() || items > Batching.USUAL) {
            return DeliveryResult.oneByOne(requests, kind.alone());
        }
        TrafficRecorder recorder = kind.recorder().apply(requests.get(0));
        Connection there;
        try {
            there = connected(recorder);
            batching.ask(new Rest(new Calls(client(), recorder), account, there.endpoints(), null));
        } catch (RuntimeException e) {
            return requests.stream()
                    .<DeliveryResult>map(request -> new Failed(e))
                    .toList();
        }
        List<Together.Member> members = requests.stream()
                .map(request -> new Together.Member(
                        new Calls(client(), kind.recorder().apply(request)),
                        line -> kind.work().on(there, request, line)))
                .toList();
        List<DeliveryResult> results =
                new Together(new Dispatch(there.endpoints(), account, batching)::send).run(members);
        List<DeliveryResult> all = new ArrayList<>();
        for (int n = 0; n < requests.size(); n++) {
            if (results.get(n) instanceof Done done) {
                all.add(new Done(kind.after().on(requests.get(n), done.receipt())));
            } else {
                all.add(results.get(n));
            }
            if (results.get(n) instanceof Failed failed) {
                forgetAfter(failed.failure());
            }
        }
        return all;
    }

    private Receipt published(Connection there, PublishRequest request, Line line) {
        Rest rest = new Rest(line, there.endpoints(), request.item().id());
        return new Publishing(site, there, rest, terms, request).run();
    }

    private Receipt takenDown(Connection there, TakeDownRequest request, Line line) {
        Rest rest = new Rest(line, there.endpoints(), request.item());
        return new TakingDown(site, there, rest, terms, request).run();
    }

    private Receipt purged(PublishRequest request, Receipt receipt) {
        return purged(receipt, List.of(), request.recorder());
    }

    private Receipt purged(TakeDownRequest request, Receipt receipt) {
        return purged(receipt, request.artefacts(), request.recorder());
    }

    private Receipt purged(Receipt receipt, List<Artefact> before, TrafficRecorder recorder) {
        if (purge == null) {
            return receipt;
        }
        Set<URI> addresses = new LinkedHashSet<>();
        before.forEach(artefact -> addresses.add(artefact.address()));
        receipt.artefacts().forEach(artefact -> addresses.add(artefact.address()));
        String said = "; the cache was told to forget " + addresses.size() + " addresses";
        try {
            purge.purge(addresses, recorder);
        } catch (RuntimeException e) {
            said = "; the cache could not be told to forget (" + e.getClass().getSimpleName() + "), see the purge hook";
        }
        return new Receipt(receipt.remoteId(), receipt.artefacts(), receipt.remoteSaid() + said, receipt.logRecords());
    }

    /** Made at the first need, because most calls of a command line never look. */
    private HttpClient client() {
        HttpClient made = client == null ? Calls.client(trust) : client;
        client = made;
        return made;
    }

    private Connection connected(TrafficRecorder recorder) {
        Connection made = connection == null ? Connection.open(site, client(), account, recorder) : connection;
        connection = made;
        return made;
    }

    private Receipt forgetting(Supplier<Receipt> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            forgetAfter(e);
            throw e;
        }
    }

    /**
     * What was known of a site that refused may not be so any more; nor its categories, when nobody can say what was done. A site
     * that did not answer is asked for nothing that is known, or a bad network would never let a call through.
     */
    private void forgetAfter(RuntimeException failure) {
        if (!(failure instanceof TargetUnavailable)) {
            terms.forget();
        }
        if (!(failure instanceof TargetUnavailable || failure instanceof TargetAmbiguous)) {
            connection = null;
            batching.forget();
        }
    }
}
