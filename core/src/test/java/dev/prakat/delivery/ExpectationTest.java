package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Observation.Answer;
import dev.prakat.spi.TakeDownKind;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final String HASH = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);
    private static final String ITEM = "261122-aaaaaaaaaa";
    private static final URI HERE = URI.create("https://www.example.go.th/d/" + ITEM + "/");
    private static final URI THERE = URI.create("https://www.example.go.th/new/");

    @Test
    void onlyTheApprovedRevisionProvesThatAPageIsPublic() {
        Expectation page = new Expectation(Artefact.Kind.PAGE, null, false, true);
        assertThat(page.provesPresent(seen(Answer.PRESENT, marker(Marker.State.PRESENT, HASH), null), HASH))
                .isTrue();
        assertThat(page.provesPresent(seen(Answer.PRESENT, marker(Marker.State.PRESENT, OTHER), null), HASH))
                .isFalse();
        assertThat(page.provesPresent(seen(Answer.PRESENT, marker(Marker.State.WITHDRAWN, HASH), null), HASH))
                .isFalse();
        assertThat(page.provesPresent(seen(Answer.PRESENT, null, null), HASH)).isFalse();
        assertThat(page.provesPresent(seen(Answer.UNKNOWN, marker(Marker.State.PRESENT, HASH), null), HASH))
                .isFalse();
    }

    @Test
    void aFileWithOtherBytesProvesNothing() {
        Expectation file = new Expectation(Artefact.Kind.ATTACHMENT, HASH, false, true);
        assertThat(file.provesPresent(seen(Answer.PRESENT, null, HASH), HASH)).isTrue();
        assertThat(file.provesPresent(seen(Answer.PRESENT, null, OTHER), HASH)).isFalse();
    }

    @Test
    void aFileOfAnEarlierRevisionMustBeGone() {
        Expectation old = new Expectation(Artefact.Kind.ATTACHMENT, HASH, false, false);
        assertThat(old.provesPresent(seen(Answer.PRESENT, null, HASH), HASH)).isFalse();
        assertThat(old.provesPresent(seen(Answer.ABSENT, null, null), HASH)).isTrue();
    }

    @Test
    void aListingNeedNotNameTheItemButMustNotNameAnotherRevision() {
        Expectation listing = new Expectation(Artefact.Kind.LISTING, null, true, true);
        assertThat(listing.provesPresent(seen(Answer.ABSENT, null, null), HASH)).isTrue();
        assertThat(listing.provesPresent(seen(Answer.PRESENT, marker(Marker.State.PRESENT, HASH), null), HASH))
                .isTrue();
        assertThat(listing.provesPresent(seen(Answer.PRESENT, marker(Marker.State.PRESENT, OTHER), null), HASH))
                .isFalse();
        assertThat(listing.provesPresent(seen(Answer.UNKNOWN, null, null), HASH))
                .isFalse();
    }

    @Test
    void nothingButAbsenceProvesThatItIsGone() {
        for (Artefact.Kind kind : Artefact.Kind.values()) {
            Expectation any = new Expectation(kind, null, false, true);
            assertThat(any.provesTakenDown(seen(Answer.ABSENT, null, null), TakeDownKind.GONE, null))
                    .isTrue();
            assertThat(any.provesTakenDown(seen(Answer.UNKNOWN, null, null), TakeDownKind.GONE, null))
                    .isFalse();
            assertThat(any.provesTakenDown(seen(Answer.PRESENT, null, null), TakeDownKind.GONE, null))
                    .isFalse();
        }
    }

    @Test
    void personalDataIsNeverGoneSoftly() {
        Expectation page = new Expectation(Artefact.Kind.PAGE, null, false, true);
        Observation soft = new Observation("p", HERE, Answer.ABSENT, null, null, null, true, "200");
        assertThat(page.provesTakenDown(soft, TakeDownKind.GONE, null)).isTrue();
        assertThat(page.provesTakenDown(soft, TakeDownKind.VANISH, null)).isFalse();
    }

    @Test
    void aRedirectMustLeadToExactlyTheGivenAddress() {
        Expectation page = new Expectation(Artefact.Kind.PAGE, null, false, true);
        assertThat(page.provesTakenDown(leads(THERE), TakeDownKind.REDIRECT, THERE))
                .isTrue();
        assertThat(page.provesTakenDown(leads(HERE), TakeDownKind.REDIRECT, THERE))
                .isFalse();
        assertThat(page.provesTakenDown(leads(null), TakeDownKind.REDIRECT, null))
                .isFalse();
    }

    private static Observation leads(@Nullable URI to) {
        return new Observation("p", HERE, Answer.UNKNOWN, null, null, to, false, "301");
    }

    private static Marker marker(Marker.State state, String hash) {
        return new Marker(ITEM, state, hash);
    }

    private static Observation seen(Answer answer, @Nullable Marker marker, @Nullable String sha256) {
        return new Observation("p", HERE, answer, marker, sha256, null, false, "test");
    }
}
