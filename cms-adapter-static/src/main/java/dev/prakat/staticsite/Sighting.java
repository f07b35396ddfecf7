package dev.prakat.staticsite;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one way of looking saw at an address: the files, or the web. Immutable.
 *
 * @param answer what stands there
 * @param marker the mark found, or null
 * @param sha256 the hash of the bytes found, or null
 * @param redirect where it leads, or null
 * @param soft whether the notice came with a status that says "here it is"
 * @param seen what was seen, for people
 */
record Sighting(
        Observation.Answer answer,
        @Nullable Marker marker,
        @Nullable String sha256,
        @Nullable URI redirect,
        boolean soft,
        String seen) {

    static Sighting absent(String seen) {
        return new Sighting(Observation.Answer.ABSENT, null, null, null, false, seen);
    }

    static Sighting unknown(String seen) {
        return new Sighting(Observation.Answer.UNKNOWN, null, null, null, false, seen);
    }

    /** Judges bytes that somebody shows as being there. */
    static Sighting of(ObserveRequest.Address asked, Body body, String where) {
        String seen = where + ", " + body.bytes() + " bytes";
        boolean list = asked.kind() == Artefact.Kind.LISTING || asked.kind() == Artefact.Kind.FEED;
        Optional<Marker> mark =
                list ? Marks.inList(body.text(), asked.item()) : Marks.ofPage(body.text(), asked.item());
        if (mark.isPresent()) {
            boolean gone = mark.get().state() == Marker.State.GONE;
            Observation.Answer answer = gone ? Observation.Answer.ABSENT : Observation.Answer.PRESENT;
            return new Sighting(
                    answer, mark.get(), body.sha256(), null, gone, seen + (gone ? ", our notice" : ", our mark"));
        }
        if (list && body.isWhole() && Marks.isSite(body.text())) {
            return new Sighting(
                    Observation.Answer.ABSENT, null, body.sha256(), null, false, seen + ", our list, does not name it");
        }
        boolean attachment = asked.kind() == Artefact.Kind.ATTACHMENT
                && (asked.sha256() == null || asked.sha256().equals(body.sha256()));
        return attachment
                ? new Sighting(Observation.Answer.PRESENT, null, body.sha256(), null, false, seen + ", the file")
                : new Sighting(
                        Observation.Answer.UNKNOWN, null, body.sha256(), null, false, seen + ", no mark of ours");
    }
}
