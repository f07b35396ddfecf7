package dev.prakat.request;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.duty.Unit;
import dev.prakat.journal.Recording;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.request.RequestLetter.LetterKind;
import dev.prakat.seal.Seal;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes letters from the policy's templates, numbers and seals them. Immutable. Source: S000-R09, S000-R12, S000-R17 */
final class LetterWriter {

    private static final int ERA = 543;

    private final RequestDesk desk;
    private final RequestPolicy policy;

    LetterWriter(RequestDesk desk) {
        this.desk = desk;
        this.policy = desk.policy();
        List<Finding> findings = new ArrayList<>();
        for (LetterKind kind : LetterKind.values()) {
            new LetterTemplate(policy, kind, LetterTemplate.THAI).check(findings::add);
            new LetterTemplate(policy, kind, Locale.ENGLISH).check(findings::add);
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, "the letters of policy " + policy.id(), findings);
        }
    }

    /** Writes a letter in the unit of work of the command that needs it. */
    RequestLetter write(Recording recording, RequestCase request, LetterKind kind, @Nullable String unit) {
        Requester requester = desk.requester(recording, request);
        Seal seal = desk.seal(recording, request);
        LocalDate today = LocalDate.ofInstant(recording.now(), ThaiDate.BANGKOK);
        int year = today.getYear() + ERA;
        int running = next(recording.manager(), year);
        String number = policy.letters().letterCode() + running;
        String need = request.request().need(seal);
        Content content =
                new Content(request.request(), requester, need == null ? requester.wanted() : need, due(request), unit);
        RequestLetter letter = new RequestLetter(
                number,
                kind,
                unit,
                recording.now(),
                recording.actor().officer(),
                new LetterTemplate(policy, kind, LetterTemplate.THAI)
                        .fill(values(content, LetterTemplate.THAI), thai(number), thai(ThaiDate.format(today))),
                new LetterTemplate(policy, kind, Locale.ENGLISH)
                        .fill(values(content, Locale.ENGLISH), number, ThaiDate.formatEnglish(today)));
        RequestLetterEntity row = new RequestLetterEntity(
                String.format(Locale.ROOT, "%d/%05d", year, running),
                request.request().id(),
                letter,
                seal);
        recording.manager().persist(row);
        request.letters().add(row);
        return letter;
    }

    /** What a letter says beside its template. */
    private record Content(
            RequestEntity request,
            Requester requester,
            String wanted,
            @Nullable LocalDate due,
            @Nullable String unit) {}

    private @Nullable LocalDate due(RequestCase request) {
        return request.run(policy)
                .due()
                .map(instant -> LocalDate.ofInstant(instant, ThaiDate.BANGKOK))
                .orElse(null);
    }

    private Map<String, String> values(Content content, Locale locale) {
        boolean thai = locale.equals(LetterTemplate.THAI);
        LocalDate received = LocalDate.ofInstant(content.request().received(), ThaiDate.BANGKOK);
        String number = content.request().number().value();
        Map<String, String> values = new HashMap<>();
        values.put("request", thai ? thai(number) : number);
        values.put("received", printed(received, thai));
        values.put("topic", content.request().topic());
        values.put("wanted", content.wanted());
        values.put("requester", content.requester().name());
        values.put("unit", content.unit() == null ? "-" : name(content.unit(), thai));
        values.put("division", name(policy.division(), thai));
        values.put("agency", policy.text("agency.name", locale));
        values.put("due", content.due() == null ? "-" : printed(content.due(), thai));
        return values;
    }

    private static String printed(LocalDate day, boolean thai) {
        return thai ? thai(ThaiDate.format(day)) : ThaiDate.formatEnglish(day);
    }

    private String name(String code, boolean thai) {
        Unit unit = policy.units().require(code);
        return thai ? unit.nameTh() : unit.nameEn();
    }

    private static String thai(String text) {
        return ThaiDate.toThaiDigits(text);
    }

    private static int next(EntityManager manager, int year) {
        LetterYearEntity counter = manager.find(LetterYearEntity.class, year);
        if (counter == null) {
            counter = new LetterYearEntity(year);
            manager.persist(counter);
        }
        return counter.next();
    }
}
