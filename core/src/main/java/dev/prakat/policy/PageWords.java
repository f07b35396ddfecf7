package dev.prakat.policy;

import dev.prakat.calendar.TimeLimit;
import dev.prakat.duty.Duty;
import dev.prakat.duty.Unit;
import dev.prakat.procedure.Post;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepActor;
import dev.prakat.procedure.StepLimit;
import dev.prakat.procedure.Transition;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;

/** The words of a policy's page in one language; every method that says so gives text that is already escaped. */
final class PageWords {

    private final AgencyPolicy policy;
    private final boolean thai;
    private final ResourceBundle texts;

    PageWords(AgencyPolicy policy, Locale locale) {
        this.policy = policy;
        this.thai = locale.getLanguage().equals("th");
        this.texts = ResourceBundle.getBundle(
                "dev.prakat.policy.page",
                thai ? Locale.forLanguageTag("th") : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String language() {
        return thai ? "th" : "en";
    }

    String text(String key) {
        return texts.getString(key);
    }

    /** The text, or the key's last part when the page has no word for it. */
    String textOr(String key, String otherwise) {
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }

    String either(String th, String en) {
        return thai ? th : en;
    }

    /** Safe inside an element and inside a quoted attribute. */
    static String escaped(String text) {
        return StringEscapeUtils.escapeXml11(text);
    }

    String who(StepActor who) {
        if (who instanceof StepActor.AnyOf any) {
            return any.actors().stream().map(this::who).collect(Collectors.joining(" " + text("or") + " "));
        }
        if (who instanceof StepActor.PostHolder post) {
            boolean any = post.unit().equals(StepActor.PostHolder.ANY_UNIT);
            return post(post.post()) + (any ? "" : " " + text("of") + " " + unit(post.unit()));
        }
        if (who instanceof StepActor.DutyHolder duty) {
            return text("holder") + " " + duty(duty.dutyId());
        }
        if (who instanceof StepActor.Outsider outsider) {
            return post(outsider.post()) + " " + text("outside");
        }
        return who instanceof StepActor.AssignedOfficer ? text("officer") : text("author");
    }

    String post(String id) {
        return policy.posts().stream()
                .filter(post -> post.id().equals(id))
                .map((Post post) -> either(post.labelTh(), post.labelEn()))
                .findFirst()
                .orElse(id);
    }

    String duty(String id) {
        return policy.duties().stream()
                .filter(duty -> duty.id().equals(id))
                .map((Duty duty) -> either(duty.labelTh(), duty.labelEn()))
                .findFirst()
                .orElse(id);
    }

    private String unit(String code) {
        return texts.containsKey(code)
                ? text(code)
                : policy.units()
                        .find(code)
                        .map((Unit unit) -> either(unit.nameTh(), unit.nameEn()))
                        .orElse(code);
    }

    String limit(@Nullable TimeLimit limit) {
        return limit == null ? "" : limit.amount() + " " + text("limit." + limit.unit());
    }

    String limit(@Nullable StepLimit within, Procedure procedure) {
        if (within == null) {
            return "";
        }
        String from = within.from() == null
                ? ""
                : " " + text("from") + " "
                        + procedure.step(within.from()).map(this::step).orElse(within.from());
        return limit(within.limit()) + from + (within.soft() ? " (" + text("soft") + ")" : "");
    }

    String length(@Nullable Period length) {
        if (length == null) {
            return text("window.none");
        }
        List<String> parts = new ArrayList<>();
        if (length.toTotalMonths() > 0) {
            parts.add(length.toTotalMonths() + " " + text("months"));
        }
        long days = length.minusMonths(length.toTotalMonths()).get(ChronoUnit.DAYS);
        if (days > 0) {
            parts.add(days + " " + text("days"));
        }
        return String.join(" ", parts);
    }

    String step(Step step) {
        return either(step.labelTh(), step.labelEn());
    }

    String target(Procedure procedure, String target) {
        return Transition.isEnd(target)
                ? text("end." + target)
                : procedure.step(target).map(this::step).orElse(target);
    }

    String applies(Procedure procedure) {
        List<String> parts = new ArrayList<>();
        procedure.applies().sources().forEach(source -> parts.add(textOr("source." + source, source)));
        if (!procedure.applies().holds().isEmpty()) {
            parts.add(text("holds") + " "
                    + procedure.applies().holds().stream()
                            .sorted()
                            .map(this::duty)
                            .collect(Collectors.joining(", ")));
        }
        Boolean listed = procedure.applies().listed();
        if (listed != null) {
            parts.add(text(listed ? "listed" : "unlisted"));
        }
        Boolean routine = procedure.applies().routineMission();
        if (routine != null) {
            parts.add(text(routine ? "routine" : "unroutine"));
        }
        return String.join(" · ", parts);
    }
}
