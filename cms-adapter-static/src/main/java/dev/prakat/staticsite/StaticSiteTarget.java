package dev.prakat.staticsite;

import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.InventoryPage;
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
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A static site in a folder. Every file appears and changes in one step, so that a reader never meets half of one; an item that
 * is taken down leaves a notice, and its attachments and every mention in lists, feeds and the sitemap are removed.
 *
 * <p>What is ours is remembered in a state folder beside the docroot; a file that is not ours is never replaced or removed. The
 * state folder must be kept and backed up with the site, must be on the same file system, and must not be served.
 *
 * <p>Calls that change the site lock it for their own length only, across processes, so that a sweep from cron may run beside a
 * portal. One object is used by one thread at a time. Nothing is opened or written before the first call; a folder that does
 * not exist is made by the first {@link #publish}. Making the object never touches a disk or the network.
 */
public final class StaticSiteTarget implements PublishingTarget {

    /** The kinds that it carries out: every one. */
    static final Set<TakeDownKind> KINDS = Collections.unmodifiableSet(EnumSet.allOf(TakeDownKind.class));

    private static final long MAX_ATTACHMENT_BYTES = 2L << 30;

    private final SiteSettings settings;
    private final StateFolder state;
    private final SiteEditor editor;
    private final SiteObserver observer;

    private StaticSiteTarget(SiteSettings settings, Disk disk) {
        this.settings = settings;
        this.state = new StateFolder(settings, disk);
        this.editor = new SiteEditor(settings, state);
        this.observer = new SiteObserver(settings, state);
    }

    /**
     * A site with the default options: the state in {@code <docroot>-state} beside the docroot, Thai texts, proof over HTTP.
     *
     * @param docroot the folder that the web server shows
     * @param baseAddress its public address, {@code http} or {@code https}; a path below the host is fine
     * @return the target
     * @throws PrakatException with {@link ProblemCode#CONFIGURATION} if the address or the folder cannot be one
     */
    public static StaticSiteTarget at(Path docroot, URI baseAddress) {
        return builder(docroot, baseAddress).build();
    }

    /**
     * A site with options.
     *
     * @param docroot the folder that the web server shows
     * @param baseAddress its public address, {@code http} or {@code https}
     * @return a builder
     */
    public static Builder builder(Path docroot, URI baseAddress) {
        return new Builder(docroot, baseAddress);
    }

    @Override
    public TargetCapabilities capabilities() {
        return new TargetCapabilities("static", KINDS, true, MAX_ATTACHMENT_BYTES, true, true);
    }

    @Override
    public List<TargetFinding> check() {
        return new SiteCheck(settings, state).with(editor::checkGiven).run();
    }

    @Override
    public Preview preview(PreviewRequest request) {
        return editor.preview(request);
    }

    @Override
    public Receipt publish(PublishRequest request) {
        return editor.publish(request);
    }

    @Override
    public Receipt takeDown(TakeDownRequest request) {
        return editor.takeDown(request);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Looks at the files and, unless that is switched off, asks the address: one GET without credentials, at most 2 s to
     * connect and 5 s in all, more for a large attachment. Nothing listens at the base address: the files decide alone and the
     * evidence says {@code files only}. The two disagree: the more worrying answer is given and the evidence has both.
     */
    @Override
    public List<Observation> observe(ObserveRequest request) {
        return observer.observe(request);
    }

    @Override
    public InventoryPage inventory(@Nullable String cursor, TrafficRecorder recorder) {
        return new Inventory(settings, state).page(cursor);
    }

    /**
     * Reads every file below the docroot again and compares it with what was written: bytes, kind, permissions, and whether it is
     * ours at all. Changes nothing and asks no server. Waits for a change that is going on; takes about as long as reading the
     * site.
     *
     * @return the findings; a site that was never published to has none
     * @throws TargetUnavailable if the state folder cannot be read, or another process kept the site locked
     */
    public SiteReport verify() {
        try {
            return Files.isDirectory(settings.state())
                    ? SiteLock.holding(settings, () -> new SiteVerifier(settings, state).run())
                    : new SiteVerifier(settings, state).run();
        } catch (IOException e) {
            throw new TargetUnavailable(
                    "static site " + settings.base() + ": " + settings.docroot() + " cannot be verified (" + e
                            + "); mend the folder, then try again",
                    null,
                    e);
        }
    }

    /**
     * Renders every page, list, feed and the sitemap again from the state folder, for example after an update of Prakat, and makes
     * the lists of the state folder anew. Writes only what differs or is missing, each file in one step, as any change that can be
     * finished later; removes shared pages that are no more. Attachments are left as they are: their bytes are nowhere else.
     * Nobody is asked for content. A target with a {@link Builder#theme} takes the folder over with the same step, or nothing when
     * anything speaks against it.
     *
     * @param recorder the way into the traffic log, for each file
     * @return what was changed
     * @throws TargetUnavailable if the folders cannot be read or written, the log takes no record, or another process kept the site
     *     locked; the same call may be made again
     * @throws InvalidException with {@link ProblemCode#CONFIGURATION} and everything that speaks against the theme; nothing is changed
     */
    public RebuildReport rebuild(TrafficRecorder recorder) {
        return editor.rebuild(recorder, Set.of(), true);
    }

    /**
     * Finishes a change that was interrupted. Every other change does so first, too.
     *
     * @param recorder the way into the traffic log, for each file
     * @return whether there was one
     * @throws TargetUnavailable if it cannot be finished; the site then still has some files of before it
     */
    public boolean recover(TrafficRecorder recorder) {
        return editor.recover(recorder);
    }

    /**
     * Mends what {@link #verify()} finds: what was changed, is missing, is a link or has other permissions is written again. What
     * is not ours is left alone, and an attachment is mended by publishing its item again.
     *
     * @param recorder the way into the traffic log, for each file
     * @return what is still found afterwards
     * @throws TargetUnavailable as {@link #verify()} and {@link #rebuild}
     */
    public SiteReport repair(TrafficRecorder recorder) {
        SiteReport before = verify();
        if (before.findings().isEmpty()) {
            return before;
        }
        Set<String> again = before.findings().stream()
                .filter(f -> f.kind() == SiteReport.Kind.PERMISSIONS)
                .map(SiteReport.Finding::path)
                .collect(Collectors.toSet());
        editor.rebuild(recorder, again, false);
        return verify();
    }

    @Override
    public void close() {
        observer.close();
    }

    /** Options of a site. Not thread-safe. */
    public static final class Builder {

        private final Path docroot;
        private final URI baseAddress;
        private @Nullable Path state;
        private boolean adopt;
        private boolean httpProof = true;
        private Duration lockWait = Duration.ofSeconds(10);
        private Look look = Look.STANDARD;
        private @Nullable Set<String> dataSets;
        private Disk disk = new RealDisk();

        private Builder(Path docroot, URI baseAddress) {
            this.docroot = docroot;
            this.baseAddress = baseAddress;
        }

        /**
         * Where the state is kept. Default: {@code <docroot>-state} beside the docroot.
         *
         * @param folder outside the docroot, on the same file system
         * @return this
         */
        public Builder state(Path folder) {
            state = folder;
            return this;
        }

        /**
         * Whether a folder with files of others is accepted. Files with the names of ours are then replaced, all others are
         * left alone. Default: no.
         *
         * @param accept true to accept it
         * @return this
         */
        public Builder adopt(boolean accept) {
            adopt = accept;
            return this;
        }

        /**
         * Whether looking asks the public address too. Default: yes.
         *
         * @param ask false to look at the files only
         * @return this
         */
        public Builder httpProof(boolean ask) {
            httpProof = ask;
            return this;
        }

        /**
         * How long a call waits for another process that is changing the site. Default: 10 s.
         *
         * @param wait the time; zero to try once
         * @return this
         */
        public Builder lockWait(Duration wait) {
            lockWait = wait;
            return this;
        }

        /**
         * The language of the texts around the items. Default: Thai.
         *
         * @param texts Thai or English; any other is taken as Thai
         * @return this
         */
        public Builder language(Locale texts) {
            look = new Look(texts, look.theme(), look.otherLanguage(), look.integrity(), look.preview());
            return this;
        }

        /**
         * Where the same items stand in the other of the two languages: another target with its own docroot, built with the
         * other {@link #language}. Every page then links to its counterpart. Default: there is none.
         *
         * @param otherBaseAddress the other site's public address
         * @return this
         */
        public Builder otherLanguage(URI otherBaseAddress) {
            URI other = BaseAddress.of(otherBaseAddress);
            look = new Look(look.language(), look.theme(), other, look.integrity(), look.preview());
            return this;
        }

        /**
         * Whether pages tell the hash of the style sheet, so that a browser refuses another one. Default: no, because browsers
         * then refuse it on every page that is opened from a folder and not from a server.
         *
         * @param tell true to tell it
         * @return this
         */
        public Builder assetIntegrity(boolean tell) {
            look = new Look(look.language(), look.theme(), look.otherLanguage(), tell, look.preview());
            return this;
        }

        /**
         * Whether this is a preview: every page says so and asks search engines to stay away. Default: no. A preview has its
         * own docroot, never that of the real site.
         *
         * @param only true for a preview
         * @return this
         */
        public Builder preview(boolean only) {
            look = new Look(look.language(), look.theme(), look.otherLanguage(), look.integrity(), only);
            return this;
        }

        /**
         * The folder of the agency's own theme: templates, style sheets, texts, fonts and pictures that take the place of those of
         * the default theme, by name. Default: the theme that the site has, at first the default one. An empty folder is the
         * default theme.
         *
         * <p>It is read and tried on samples of every page by {@link StaticSiteTarget#check}, by the first {@link
         * StaticSiteTarget#publish} and by {@link StaticSiteTarget#rebuild}, which takes it over for all pages at once. What the
         * site was rendered with is kept in the state folder; until a rebuild every page goes on to look like that, whatever
         * becomes of the folder. A folder that anything speaks against is never taken over, and keeps no publication or take-down
         * back: {@code check} warns with everything at once.
         *
         * @param folder the folder
         * @return this
         */
        public Builder theme(Path folder) {
            look = new Look(
                    look.language(),
                    folder.toAbsolutePath().normalize(),
                    look.otherLanguage(),
                    look.integrity(),
                    look.preview());
            return this;
        }

        /**
         * The categories whose items, and those of everything below them, are data sets: {@code catalog.jsonld} describes them in
         * DCAT 3 for portals that gather them. Default: those that the site has, at first none. An empty set is none.
         *
         * <p>Taken over by {@link StaticSiteTarget#rebuild}, and by the first publication of a new site; kept in the state folder, so
         * that every process lists the same. {@link StaticSiteTarget#check} warns of others.
         *
         * @param categories the keys of the categories
         * @return this
         * @throws PrakatException with {@link ProblemCode#CONFIGURATION} if one cannot be a key
         */
        public Builder dataSets(Set<String> categories) {
            for (String category : categories) {
                if (!SitePath.isCategory(category)) {
                    throw wrong("found the category '" + category + "' for data sets, expected a key [0-9a-z-]{1,80}");
                }
            }
            dataSets = Set.copyOf(categories);
            return this;
        }

        /** For tests: a disk that fails. */
        Builder disk(Disk other) {
            disk = other;
            return this;
        }

        /**
         * Makes the target.
         *
         * @return the target
         * @throws PrakatException with {@link ProblemCode#CONFIGURATION} if an option cannot be used
         */
        public StaticSiteTarget build() {
            Path folder = docroot.toAbsolutePath().normalize();
            Path name = folder.getFileName();
            if (name == null) {
                throw wrong("found the docroot " + folder + ", expected a folder below the root of the file system");
            }
            Path stateFolder = state == null
                    ? folder.resolveSibling(name + "-state")
                    : state.toAbsolutePath().normalize();
            if (stateFolder.startsWith(folder) || folder.startsWith(stateFolder)) {
                throw wrong("found the state folder " + stateFolder + " and the docroot " + folder
                        + ", expected neither inside the other; it must not be served");
            }
            URI base = BaseAddress.of(baseAddress);
            SiteSettings settings =
                    new SiteSettings(folder, stateFolder, base, adopt, httpProof, lockWait, look, dataSets);
            return new StaticSiteTarget(settings, disk);
        }

        private static PrakatException wrong(String message) {
            return new PrakatException(ProblemCode.CONFIGURATION, "static site: " + message);
        }
    }
}
