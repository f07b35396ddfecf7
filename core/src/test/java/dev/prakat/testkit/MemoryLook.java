package dev.prakat.testkit;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Observation.Answer;
import dev.prakat.spi.ObserveRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a website in memory as every observer should: whatever is not surely gone is not said to be, and what would prove a
 * take-down is looked at once more under an address that no cache has seen; the more public answer counts.
 */
final class MemoryLook {

    private final HostileWeb web;
    private long looks;

    MemoryLook(HostileWeb web) {
        this.web = web;
    }

    Observation at(ObserveRequest.Address asked) {
        Observation plain = judge(asked, web.answer(WebRequest.get(asked.address())), "GET");
        if (shows(plain) > 2) {
            return plain;
        }
        URI fresh = URI.create(asked.address() + "?look=" + ++looks);
        Observation second = judge(asked, web.answer(WebRequest.get(fresh)), "GET afresh");
        return shows(second) > shows(plain) ? second : plain;
    }

    /** An address that this website does not have, and that nobody asks. */
    static Observation notOurs(ObserveRequest.Address asked) {
        return new Observation(
                asked.placement(), asked.address(), Answer.UNKNOWN, null, null, null, false, "not of this website");
    }

    /** How much of the item an observation shows. A redirect proves something too, so "unknown" without one is more. */
    private static int shows(Observation seen) {
        if (seen.answer() == Answer.PRESENT) {
            Marker marker = seen.marker();
            return marker != null && marker.state() == Marker.State.WITHDRAWN ? 1 : 4;
        }
        if (seen.answer() == Answer.UNKNOWN) {
            return seen.redirect() == null ? 3 : 2;
        }
        return seen.soft() ? 1 : 0;
    }

    private static Observation judge(ObserveRequest.Address asked, WebAnswer answer, String how) {
        String evidence = how + " " + (answer.fault() == WebAnswer.Fault.NONE ? answer.status() : answer.fault());
        if (answer.fault() != WebAnswer.Fault.NONE) {
            return new Observation(
                    asked.placement(), asked.address(), Answer.UNKNOWN, null, null, null, false, evidence);
        }
        Marker marker = Marker.find(answer.text(), asked.item()).orElse(null);
        String hash = Digests.sha256(answer.body());
        URI redirect = answer.header("Location")
                .filter(location -> answer.status() >= 300 && answer.status() < 400)
                .map(asked.address()::resolve)
                .orElse(null);
        Answer said = said(asked, answer, marker, hash);
        boolean soft = answer.status() == 200 && marker != null && marker.state() == Marker.State.GONE;
        return new Observation(asked.placement(), asked.address(), said, marker, hash, redirect, soft, evidence);
    }

    private static Answer said(ObserveRequest.Address asked, WebAnswer answer, @Nullable Marker marker, String hash) {
        boolean list = asked.kind() == Artefact.Kind.LISTING || asked.kind() == Artefact.Kind.FEED;
        boolean missing = answer.status() == 404 || answer.status() == 410;
        if (!missing && answer.status() != 200) {
            return Answer.UNKNOWN;
        }
        if (marker != null && marker.state() != Marker.State.GONE
                || asked.kind() == Artefact.Kind.ATTACHMENT && hash.equals(asked.sha256())) {
            return missing ? Answer.UNKNOWN : Answer.PRESENT;
        }
        if (list) {
            boolean ours = !missing && answer.text().startsWith(MemoryPage.SITE);
            return ours ? Answer.ABSENT : Answer.UNKNOWN;
        }
        return missing || marker != null ? Answer.ABSENT : Answer.UNKNOWN;
    }
}
