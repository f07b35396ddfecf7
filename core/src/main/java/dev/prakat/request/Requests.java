package dev.prakat.request;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Replayable;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.policy.RequestStep.Kind;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.request.RequestLetter.LetterKind;
import dev.prakat.seal.Seal;
import dev.prakat.spi.Actor;
import dev.prakat.spi.KeyProvider;
import dev.prakat.spi.OfficerId;
import dev.prakat.staff.StaffRegister;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The register of data requests and their way through the steps of the procedure, from the document that came in to the data that
 * is verified; {@link RequestRelease} has the steps after it. Officers of the division act. What is personal is sealed, and only
 * {@link RequestDetails#open} and {@link RequestLetters#open} give it out. Thread-safe. Source: document 000
 */
public final class Requests {

    static final int LONGEST_WORDS = 1000;

    private final RequestDesk desk;
    private final InstantSource clock;
    private final LetterWriter writer;
    private final RequestRelease release;
    private final RequestLetters letters;
    private final RequestDetails details;

    /**
     * What this chapter works with.
     *
     * @param policy the policy
     * @param staff the officers
     * @param keys what wraps the keys that seal personal details
     */
    public record Setting(RequestPolicy policy, StaffRegister staff, KeyProvider keys) {}

    /**
     * Creates the service.
     *
     * @param journal the way to change anything
     * @param clock the injected clock
     * @param setting the policy, the officers and the keys
     * @throws InvalidException {@code CONFIGURATION} listing every placeholder of the letters that stands for nothing
     */
    public Requests(Journal journal, InstantSource clock, Setting setting) {
        this.desk = new RequestDesk(journal, setting);
        this.clock = clock;
        this.writer = new LetterWriter(desk);
        this.release = new RequestRelease(desk, writer);
        this.letters = new RequestLetters(desk);
        this.details = new RequestDetails(desk);
    }

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(
                RequestEntity.class,
                RequestStepEntity.class,
                RequestSendingEntity.class,
                RequestOwnerEntity.class,
                RequestInstructionEntity.class,
                RequestLetterEntity.class,
                LetterYearEntity.class);
    }

    /**
     * How this chapter's tables are compared with the events.
     *
     * @return the comparison
     */
    public static Replayable replayable() {
        return new RequestReplay();
    }

    /** {@return the policy} */
    public RequestPolicy policy() {
        return desk.policy();
    }

    /** {@return approval, sending, and what is done in their place} */
    public RequestRelease release() {
        return release;
    }

    /** {@return the letters that were written} */
    public RequestLetters letters() {
        return letters;
    }

    /** {@return the way to what is personal, with its reasons} */
    public RequestDetails details() {
        return details;
    }

    /**
     * Enters a request. The first clock begins when the document reached the division. Source: S000-R02, S000-R03
     *
     * @param actor an officer of the division
     * @param request what came in
     * @return the request as it stands in the register
     * @throws InvalidException listing every mistake
     * @throws PrakatException {@code CONFLICT} if its number is taken, {@code NOT_ALLOWED} saying who may
     */
    public DataRequest add(Actor actor, NewRequest request) {
        String subject = request.number().subject();
        return desk.journal().command(actor, "request.add", subject, recording -> {
            desk.requireDivision(actor, "enter a request");
            RequestDesk.refuse("request " + request.number(), NewRequestCheck.findings(request, recording.now()));
            if (recording.manager().find(RequestEntity.class, subject) != null) {
                throw new PrakatException(
                        ProblemCode.CONFLICT,
                        "request " + request.number() + " is in the register already; look at it, or give this one its"
                                + " own number");
            }
            RequestRun run = RequestRun.received(
                    policy(), request.received().truncatedTo(ChronoUnit.MILLIS), request.informationAct());
            Seal seal = Seal.fresh(recording.manager(), desk.setting().keys(), recording.now());
            RequestCase entered = new RequestCase(new RequestEntity(request, run, seal));
            recording.manager().persist(entered.request());
            Map<String, String> told = new java.util.HashMap<>(entered.facts());
            told.put("policy", policy().id());
            told.put("policyVersion", policy().version());
            recording.event("request.received", subject, told);
            return entered.toRequest(policy());
        });
    }

    /**
     * Gives a request to the person in charge; the first time, the step RECEIVE is done. Source: S000-R03
     *
     * @param actor an officer of the division
     * @param number its number
     * @param officer the person in charge, of the division too
     * @return the request after it
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}; {@code CONFLICT} if it is closed
     */
    public DataRequest assign(Actor actor, RequestNumber number, OfficerId officer) {
        return desk.change(actor, "request.assign", number, (recording, request) -> {
            RequestRun run = requireOpen(number, request.run(policy()));
            desk.requireDivision(new Actor(officer, actor.context()), "be in charge of request " + number);
            request.request().assign(officer);
            if (run.step() == Kind.RECEIVE) {
                request.take(recording, run.assigned(recording.now()));
            }
            return Map.of();
        });
    }

    /**
     * Records what is wanted, as it was made clear with the requester, and who holds it. Source: S000-R04, S000-R05, S000-R06
     *
     * @param actor an officer of the division
     * @param number its number
     * @param need what is wanted; sealed
     * @param branch whether and where the data is held
     * @return the request after it
     * @throws InvalidException if nothing is said about what is wanted
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if another step is awaited
     */
    public DataRequest clarify(Actor actor, RequestNumber number, String need, Branch branch) {
        return desk.change(actor, "request.clarify", number, (recording, request) -> {
            RequestDesk.words(number, "need", "S000-R05", need, NewRequestCheck.LONGEST_WANTED);
            RequestRun after = request.run(policy()).clarified(branch, recording.now());
            desk.requester(recording, request);
            request.request().need(need.strip(), desk.seal(recording, request));
            request.take(recording, after);
            return Map.of("branch", branch.name());
        });
    }

    /**
     * Records by when the data is needed. It reminds, and moves no limit. Source: S000-R05
     *
     * @param actor an officer of the division
     * @param number its number
     * @param neededBy the last day on which it is of use
     * @param reason why
     * @return the request after it
     * @throws InvalidException without a reason, or if the day is before the request
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}; {@code CONFLICT} if it is closed
     */
    public DataRequest urgent(Actor actor, RequestNumber number, LocalDate neededBy, String reason) {
        return desk.change(actor, "request.urgent", number, (recording, request) -> {
            RequestDesk.words(number, "reason", "S000-R05", reason, LONGEST_WORDS);
            RequestRun run = requireOpen(number, request.run(policy()));
            RequestDesk.refuse(
                    "request " + number,
                    NewRequestCheck.neededBy(neededBy, LocalDate.ofInstant(run.received(), ThaiDate.BANGKOK)));
            request.request().neededBy(neededBy);
            return Map.of("reason", reason);
        });
    }

    /**
     * Asks a unit that owns the data, by a numbered letter. Source: S000-R09
     *
     * @param actor an officer of the division
     * @param number its number
     * @param unit the unit's code
     * @return the letter
     * @throws PrakatException {@code NOT_FOUND} if there is no such request or unit, {@code NOT_ALLOWED}; {@code CONFLICT} in
     *     another branch, or if the unit was asked already
     */
    public RequestLetter ask(Actor actor, RequestNumber number, String unit) {
        RequestLetter[] written = new RequestLetter[1];
        desk.change(actor, "request.ask", number, (recording, request) -> {
            policy().units().require(unit);
            RequestRun run = request.run(policy());
            if (run.step() != Kind.COLLECT) {
                throw conflict(
                        number,
                        "no unit is asked at the step " + run.step() + "; only while data of others is"
                                + " collected (branch " + Branch.OWNED_BY_OTHERS + ")");
            }
            if (request.owners().stream().anyMatch(owner -> owner.unit().equals(unit))) {
                throw conflict(number, unit + " was asked already");
            }
            request.asked(recording.manager(), unit, recording.now());
            written[0] = writer.write(recording, request, LetterKind.OWNER, unit);
            return Map.of("unit", unit);
        });
        return written[0];
    }

    /**
     * Records that the data of a unit came. Source: S000-R09
     *
     * @param actor an officer of the division, or of the unit that was asked
     * @param number its number
     * @param unit the unit's code
     * @return the request after it
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}; {@code CONFLICT} if the unit was not asked, or its data came
     *     already
     */
    public DataRequest answered(Actor actor, RequestNumber number, String unit) {
        return desk.any(actor, "request.answer", number, (recording, request) -> {
            if (!desk.setting().staff().require(actor.officer()).unit().equals(unit)) {
                desk.requireDivision(actor, "record the data of " + unit);
            }
            requireOpen(number, request.run(policy()));
            request.owners().stream()
                    .filter(owner -> owner.unit().equals(unit) && owner.isAwaited())
                    .findFirst()
                    .orElseThrow(() -> conflict(number, "no data of " + unit + " is awaited"))
                    .answer(recording.now());
            return Map.of("unit", unit);
        });
    }

    /**
     * Records that the data is complete: prepared from what is held, or collected from every unit that was asked. Source: S000-R08,
     * S000-R10
     *
     * @param actor an officer of the division
     * @param number its number
     * @return the request after it
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}; {@code CONFLICT} if another step is awaited, no unit was asked
     *     or one has not answered
     */
    public DataRequest complete(Actor actor, RequestNumber number) {
        return desk.change(actor, "request.complete", number, (recording, request) -> {
            RequestRun run = request.run(policy());
            if (run.step() == Kind.COLLECT) {
                List<String> awaited = request.owners().stream()
                        .filter(RequestOwnerEntity::isAwaited)
                        .map(RequestOwnerEntity::unit)
                        .toList();
                if (request.owners().isEmpty() || !awaited.isEmpty()) {
                    throw conflict(
                            number,
                            awaited.isEmpty()
                                    ? "no unit was asked yet; ask it by letter"
                                    : awaited + " have not answered");
                }
            }
            request.take(recording, run.complete(recording.now()));
            return Map.of();
        });
    }

    /**
     * Records that the data is produced as requested. Source: S000-R13, S000-R14
     *
     * @param actor an officer of the division
     * @param number its number
     * @return the request after it
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if another step is awaited
     */
    public DataRequest produced(Actor actor, RequestNumber number) {
        return desk.change(actor, "request.produce", number, (recording, request) -> {
            request.take(recording, request.run(policy()).produced(recording.now()));
            return Map.of();
        });
    }

    /**
     * Records that the data was verified. What is not correct is produced again. Source: S000-R15, S000-R16
     *
     * @param actor an officer of the division
     * @param number its number
     * @param correct whether it is correct
     * @param note what was looked at, or what is wrong; needed where it is not correct
     * @return the request after it
     * @throws InvalidException if it is not correct and nothing is said about it
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if another step is awaited
     */
    public DataRequest verified(Actor actor, RequestNumber number, boolean correct, String note) {
        return desk.change(actor, "request.verify", number, (recording, request) -> {
            if (!correct) {
                RequestDesk.words(number, "note", "S000-R15", note, LONGEST_WORDS);
            }
            request.take(recording, request.run(policy()).verified(correct, recording.now()));
            return Map.of("correct", Boolean.toString(correct), "note", note);
        });
    }

    /**
     * Looks at a request.
     *
     * @param number its number
     * @return the request, without anything personal
     * @throws PrakatException {@code NOT_FOUND}
     */
    public DataRequest get(RequestNumber number) {
        return desk.journal()
                .inUnitOfWork(manager -> RequestQueries.require(manager, number).toRequest(policy()));
    }

    /**
     * The requests that are not closed.
     *
     * @param limit how many at the most, from 1
     * @return the oldest first
     */
    public List<DataRequest> open(int limit) {
        return desk.journal()
                .inUnitOfWork(
                        manager -> RequestQueries.load(manager, RequestQueries.open(manager, limit)).values().stream()
                                .map(each -> each.toRequest(policy()))
                                .toList());
    }

    /**
     * The register of what came in on some days, with its lateness as of now.
     *
     * @param from the first day, in Asia/Bangkok
     * @param until the last day
     * @return the rows, oldest first, and what they add up to
     */
    public RequestRegister register(LocalDate from, LocalDate until) {
        Instant now = clock.instant();
        List<DataRequest> requests = desk.journal()
                .inUnitOfWork(manager -> RequestQueries.load(
                                manager,
                                RequestQueries.received(
                                        manager,
                                        from.atStartOfDay(ThaiDate.BANGKOK).toInstant(),
                                        until.plusDays(1)
                                                .atStartOfDay(ThaiDate.BANGKOK)
                                                .toInstant()))
                        .values()
                        .stream()
                        .map(each -> each.toRequest(policy()))
                        .toList());
        return RequestRegister.of(from, until, now, requests);
    }

    private static RequestRun requireOpen(RequestNumber number, RequestRun run) {
        if (run.step() == null) {
            throw conflict(number, "it is closed, " + run.state());
        }
        return run;
    }

    static PrakatException conflict(RequestNumber number, String why) {
        return new PrakatException(ProblemCode.CONFLICT, "request " + number + ": " + why);
    }
}
