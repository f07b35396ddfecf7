package dev.prakat.complaint;

import dev.prakat.journal.Recording;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Officer;
import jakarta.persistence.EntityManager;

/** Who may act on what is a unit's: its officers and those of the centre. Stateless. */
final class Clerks {

    private Clerks() {}

    static Officer require(Complaints.Setting setting, Actor actor, String unit, String what) {
        Officer officer = setting.staff().require(actor.officer());
        if (!setting.mayAct(officer, unit)) {
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    officer.id() + " of " + officer.unit() + " may not " + what + "; expected an officer of " + unit
                            + (unit.equals(setting.policy().centre())
                                    ? ""
                                    : " or of " + setting.policy().centre()));
        }
        return officer;
    }

    static ComplaintEntity requireMine(Complaints.Setting setting, Recording recording, ComplaintNumber number) {
        ComplaintEntity entity = find(recording.manager(), number);
        require(setting, recording.actor(), entity.unit(), "act on complaint " + number);
        return entity;
    }

    static ComplaintEntity find(EntityManager manager, ComplaintNumber number) {
        ComplaintEntity entity = manager.find(ComplaintEntity.class, number.subject());
        if (entity == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND, "complaint " + number + " is not in the register; check the number");
        }
        return entity;
    }
}
