package dev.prakat.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a placement, and until when the others leave it alone. The time is the database's, because the clocks of two
 * machines differ.
 *
 * @param token the claimer's own mark; every later write repeats it
 * @param until when the claim ends by itself, at most 60 seconds after it was made
 */
@Embeddable
record Claim(
        @Column(name = "claim_token") @Nullable String token,
        @Column(name = "claim_until") @Nullable Instant until) {

    static Claim none() {
        return new Claim(null, null);
    }
}
