package dev.prakat.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MarkerTest {

    private static final String ITEM = "261122-k3f9q2x7mh";
    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void isFoundAgainInAPage() {
        for (Marker.State state : Marker.State.values()) {
            Marker marker = new Marker(ITEM, state, state == Marker.State.GONE ? null : HASH);
            assertThat(Marker.find("<meta name=\"prakat\" content=\"" + marker.text() + "\">", ITEM))
                    .contains(marker);
        }
    }

    @Test
    void ofAnotherItemIsNotTaken() {
        Marker other = new Marker("261122-k3f9q2x7mh-b", Marker.State.PRESENT, HASH);
        assertThat(Marker.find(other.text(), ITEM)).isEmpty();
        assertThat(Marker.find(other.text() + " " + new Marker(ITEM, Marker.State.GONE, null).text(), ITEM))
                .contains(new Marker(ITEM, Marker.State.GONE, null));
    }

    @Test
    void thatShowsTheMostIsTakenWhereverItStands() {
        Marker gone = new Marker(ITEM, Marker.State.GONE, null);
        Marker withdrawn = new Marker(ITEM, Marker.State.WITHDRAWN, HASH);
        Marker present = new Marker(ITEM, Marker.State.PRESENT, HASH);
        assertThat(Marker.find(gone.text() + " " + present.text(), ITEM)).contains(present);
        assertThat(Marker.find(present.text() + " " + gone.text(), ITEM)).contains(present);
        assertThat(Marker.find(gone.text() + " " + withdrawn.text(), ITEM)).contains(withdrawn);
    }

    @Test
    void thatIsCutOrLongerIsNoMarker() {
        String text = new Marker(ITEM, Marker.State.PRESENT, HASH).text();
        assertThat(Marker.find(text.substring(0, text.length() - 1), ITEM)).isEmpty();
        assertThat(Marker.find(text + "a", ITEM)).isEmpty();
    }

    @Test
    void namesARevisionExactlyWhereOneIsShown() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Marker(ITEM, Marker.State.GONE, HASH));
        assertThatIllegalArgumentException().isThrownBy(() -> new Marker(ITEM, Marker.State.PRESENT, null));
    }
}
