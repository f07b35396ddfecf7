package dev.prakat.complaint;

import dev.prakat.journal.Journal;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.seal.Seal;
import dev.prakat.spi.Actor;
import java.util.List;
import java.util.Map;

/**
 * The one way to what is personal in a complaint. Whoever opens it says why, and the journal and the traffic log keep it.
 * Thread-safe. Source: S004-R15
 */
public final class SealedDetails {

    private final Journal journal;
    private final Complaints.Setting setting;

    SealedDetails(Journal journal, Complaints.Setting setting) {
        this.journal = journal;
        this.setting = setting;
    }

    /**
     * Opens the sealed details.
     *
     * @param actor an officer of its unit, or of the centre
     * @param number its number
     * @param reason why, in a sentence
     * @return who complains and of what
     * @throws InvalidException if no reason is given
     * @throws PrakatException {@code NOT_FOUND} also when they were erased, {@code NOT_ALLOWED}, {@code BROKEN} if the key is gone
     */
    public Complainant open(Actor actor, ComplaintNumber number, String reason) {
        return journal.command(actor, "complaint.open", number.subject(), recording -> {
            ComplaintEntity entity = Clerks.requireMine(setting, recording, number);
            words(number, "reason", reason);
            String sealed = entity.sealed();
            if (sealed == null) {
                throw new PrakatException(
                        ProblemCode.NOT_FOUND, "complaint " + number + ": its personal details were erased");
            }
            recording.event("complaint.opened", number.subject(), Map.of("reason", reason));
            return Complainant.of(
                    Seal.of(recording.manager(), setting.keys(), entity.keyId()).open(sealed, number.subject()));
        });
    }

    /**
     * Erases the sealed details for good; the figures stay. A second call changes nothing.
     *
     * @param actor an officer of the centre
     * @param number its number
     * @param order by which order or rule of keeping
     * @throws InvalidException if no order is named
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}
     */
    public void erase(Actor actor, ComplaintNumber number, String order) {
        journal.command(actor, "complaint.erase", number.subject(), recording -> {
            ComplaintEntity entity = Clerks.requireMine(setting, recording, number);
            Clerks.require(setting, actor, setting.policy().centre(), "erase personal details");
            words(number, "order", order);
            boolean there = entity.sealed() != null;
            if (there) {
                entity.erase();
                recording.event("complaint.erased", number.subject(), Map.of("order", order));
            }
            return there;
        });
    }

    private static void words(ComplaintNumber number, String field, String text) {
        if (text.isBlank()) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT,
                    "complaint " + number,
                    List.of(new Finding(field, "prakat", "found nothing, expected the " + field, "write it")));
        }
    }
}
