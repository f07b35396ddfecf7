package dev.prakat.staticsite;

import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at addresses in two ways and says the more worrying answer: for an item that should be gone that is PRESENT before
 * UNKNOWN before ABSENT, for one that should be public it is the other way round.
 */
final class SiteObserver {

    private final SiteSettings settings;
    private final StateFolder state;
    private final FileView files;
    private @Nullable HttpClient client;

    SiteObserver(SiteSettings settings, StateFolder state) {
        this.settings = settings;
        this.state = state;
        this.files = new FileView(settings);
    }

    List<Observation> observe(ObserveRequest request) {
        WebView web = settings.httpProof() ? new WebView(client(), request.recorder()) : null;
        List<Observation> observations = new ArrayList<>();
        for (ObserveRequest.Address asked : request.addresses()) {
            observations.add(observe(asked, web));
        }
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
        Optional<Sighting> seen = web == null ? Optional.empty() : web.look(asked, size(path.get()));
        if (seen.isEmpty()) {
            String why = web == null ? "asking the address is switched off" : "nothing listens at " + settings.base();
            return answer(asked, with(file, "files only (" + why + "): " + file.seen()));
        }
        Sighting chosen = worse(file, seen.get(), shouldBePublic(asked.item()));
        return answer(asked, with(chosen, seen.get().seen() + "; " + file.seen()));
    }

    /** The same answer from both: the public's. */
    private static Sighting worse(Sighting file, Sighting web, boolean shouldBePublic) {
        int fileRank = rank(file.answer(), shouldBePublic);
        return fileRank > rank(web.answer(), shouldBePublic) ? file : web;
    }

    private static int rank(Observation.Answer answer, boolean shouldBePublic) {
        int worry = switch (answer) {
            case PRESENT -> 1;
            case UNKNOWN -> 0;
            case ABSENT -> -1;
        };
        return shouldBePublic ? -worry : worry;
    }

    private boolean shouldBePublic(String item) {
        try {
            return SitePath.isItem(item)
                    && state.item(item).map(ItemState::isPublic).orElse(false);
        } catch (IOException e) {
            return false; // not known: then what is still there is the worry
        }
    }

    private long size(String path) {
        Path file = settings.file(path);
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
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
