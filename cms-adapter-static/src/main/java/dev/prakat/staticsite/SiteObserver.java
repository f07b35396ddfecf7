package dev.prakat.staticsite;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.staticsite.ItemState.Shown;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Looks at addresses in two ways, on the files and over HTTP, and says the more worrying answer: for an item that should be gone
 * that is PRESENT before UNKNOWN before ABSENT, for one that should be public it is the other way round. What over HTTP would
 * prove a take-down is asked once more past every cache, because a cache can remember an absence too.
 */
final class SiteObserver {

    private final SiteSettings settings;
    private final StateFolder state;
    private final FileView files;
    private @Nullable HttpClient client;
    private boolean answered;

    SiteObserver(SiteSettings settings, StateFolder state) {
        this.settings = settings;
        this.state = state;
        this.files = new FileView(settings);
    }

    List<Observation> observe(ObserveRequest request) {
        WebView web = settings.httpProof() ? new WebView(client(), request.recorder(), answered) : null;
        List<Observation> observations = new ArrayList<>();
        for (ObserveRequest.Address asked : request.addresses()) {
            observations.add(observe(asked, web));
        }
        answered = web == null ? answered : web.answered();
        return observations;
    }

    void close() {
        client = null;
    }

    /** Made at the first need, because most calls of a command line never look. */
    private HttpClient client() {
        HttpClient made = client == null ? WebView.client() : client;
        client = made;
        return made;
    }

    private Observation observe(ObserveRequest.Address asked, @Nullable WebView web) {
        Optional<String> path = SitePath.of(settings.base(), asked.address());
        if (path.isEmpty()) {
            return answer(asked, Sighting.unknown("not an address below " + settings.base()));
        }
        Sighting file = files.look(asked, path.get());
        OptionalLong size = size(path.get());
        Optional<Sighting> seen = web == null ? Optional.empty() : web.look(asked, size, false);
        if (web == null || seen.isEmpty()) {
            String why = web == null ? "asking the address is switched off" : "nothing listens at " + settings.base();
            return answer(asked, with(file, "files only (" + why + "): " + file.seen()));
        }
        Shown wanted = wanted(asked, path.get());
        Sighting online = seen.get();
        if (wanted != Shown.PRESENT && Worry.about(online, asked.kind(), wanted) == 0) {
            online = past(online, web.look(asked, size, true).orElse(online), asked, wanted);
            online = underItsOtherName(online, web, asked, size);
        }
        Sighting chosen = worse(file, online, asked, wanted);
        return answer(asked, with(chosen, online.seen() + "; " + file.seen()));
    }

    /**
     * The links of the site name {@code index.html}, so a cache may have a list under that address too. Only a list that names the
     * item counts: many servers lead from there to the folder, or do not know it.
     */
    private static Sighting underItsOtherName(
            Sighting online, WebView web, ObserveRequest.Address asked, OptionalLong size) {
        if (asked.kind() != Artefact.Kind.LISTING || !asked.address().getPath().endsWith("/")) {
            return online;
        }
        ObserveRequest.Address other = new ObserveRequest.Address(
                asked.placement(), asked.item(), asked.address().resolve(SitePath.HOME), asked.kind(), asked.sha256());
        return web.look(other, size, false)
                .filter(seen -> seen.answer() == Observation.Answer.PRESENT)
                .map(seen -> with(seen, online.seen() + "; as index.html " + seen.seen()))
                .orElse(online);
    }

    private static Sighting past(Sighting first, Sighting fresh, ObserveRequest.Address asked, Shown wanted) {
        Sighting chosen = worse(fresh, first, asked, wanted);
        return with(chosen, first.seen() + "; past every cache " + fresh.seen());
    }

    /** The more worrying one; the second when both worry alike. */
    private static Sighting worse(Sighting one, Sighting other, ObserveRequest.Address asked, Shown wanted) {
        int worry = Worry.about(one, asked.kind(), wanted);
        return worry > Worry.about(other, asked.kind(), wanted) ? one : other;
    }

    /** What should be seen at an address; when that is not known, what is still there is the worry. */
    private Shown wanted(ObserveRequest.Address asked, String path) {
        if (!SitePath.isItem(asked.item())) {
            return Shown.NOTHING;
        }
        try {
            return state.item(asked.item())
                    .filter(ItemState::isPublic)
                    // A file of an earlier revision should be gone, although the item is public.
                    .filter(item -> asked.kind() != Artefact.Kind.ATTACHMENT
                            || item.files().containsKey(path))
                    .map(ItemState::shown)
                    .orElse(Shown.NOTHING);
        } catch (IOException e) {
            return Shown.NOTHING;
        }
    }

    private OptionalLong size(String path) {
        Path file = settings.file(path);
        try {
            return Files.exists(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static Sighting with(Sighting s, String seen) {
        return new Sighting(s.answer(), s.marker(), s.sha256(), s.redirect(), s.soft(), seen);
    }

    private static Observation answer(ObserveRequest.Address asked, Sighting s) {
        return new Observation(
                asked.placement(),
                asked.address(),
                s.answer(),
                s.marker(),
                s.sha256(),
                s.redirect(),
                s.soft(),
                s.seen());
    }
}
