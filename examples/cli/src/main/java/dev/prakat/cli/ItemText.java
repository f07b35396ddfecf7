package dev.prakat.cli;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.category.Category;
import dev.prakat.delivery.PlacementState;
import dev.prakat.item.Attachment;
import dev.prakat.item.Item;
import dev.prakat.item.PersonalDataStatement;
import dev.prakat.item.PlacementPlan;
import dev.prakat.item.Provider;
import dev.prakat.item.RegisteredLetter;
import dev.prakat.item.Revision;
import dev.prakat.policy.AgencyPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints an item for people. */
final class ItemText {

    private final Session session;
    private final AgencyPolicy policy;

    ItemText(Session session, AgencyPolicy policy) {
        this.session = session;
        this.policy = policy;
    }

    List<String> lines(Item item, ItemView view) {
        List<String> lines = new ArrayList<>();
        lines.add(view.id() + "  " + view.current().title());
        lines.add(field("field.state", session.messages().of(item.state())));
        lines.add(field("field.category", path(item)));
        lines.add(field("field.unit", unit(view.ownerUnit()) + ", " + view.author()));
        lines.add(field(
                "field.revision",
                view.current().revision() + "  " + view.current().hash()));
        item.current().plan().forEach(plan -> lines.add(field("field.period", plan.target() + ": " + period(plan))));
        lines.addAll(origin(item.current()));
        item.current().fieldValues().forEach((id, value) -> lines.add("  " + label(id) + ": " + value));
        item.current().attachments().forEach(file -> lines.add(field("field.attachment", file(session, file))));
        if (!item.current().removed().isEmpty()) {
            lines.add("  "
                    + session.text("draft.cleaned", item.current().removed().size()));
            RemovedText.lines(session, item.current().removed()).forEach(line -> lines.add("    " + line));
        }
        ItemView.Order order = view.order();
        if (order != null) {
            lines.add(field(
                    "field.order",
                    session.printed(Instant.parse(order.at())) + "  " + order.by() + " – " + order.note()));
        }
        view.cases().forEach(run -> lines.addAll(run.lines(session, policy)));
        view.placements().forEach(placement -> lines.addAll(placement(placement)));
        return lines;
    }

    /** A file on one line. */
    static String file(Session session, Attachment file) {
        return file.name() + "  (" + session.text("file.size", file.bytes(), file.mediaType()) + ")  " + file.sha256();
    }

    private List<String> origin(Revision revision) {
        List<String> lines = new ArrayList<>();
        lines.add(field("field.source", revision.origin().source()));
        RegisteredLetter letter = revision.origin().letter();
        if (letter != null) {
            lines.add(field(
                    "field.letter",
                    session.text(
                            "letter.line",
                            letter.number(),
                            session.printed(letter.date()),
                            letter.agency(),
                            letter.signatory(),
                            letter.post(),
                            letter.received())));
        }
        Attachment scan = revision.letterScan();
        if (scan != null) {
            lines.add(field("field.scan", file(session, scan)));
        }
        Provider provider = revision.origin().provider();
        if (provider != null) {
            lines.add(field("field.provider", provider.name() + "  " + session.printed(provider.date())));
        }
        PersonalDataStatement data = revision.origin().personalData();
        if (data != null) {
            lines.add(field(
                    "field.personal-data",
                    data.lawfulBasis() + "  " + data.purpose() + "  (" + data.dataSubjects() + ")"));
        }
        return lines;
    }

    private String label(String fieldId) {
        return policy.fields().stream()
                .filter(field -> field.id().equals(fieldId))
                .map(field -> session.messages().either(field.labelTh(), field.labelEn()))
                .findFirst()
                .orElse(fieldId);
    }

    private List<String> placement(PlacementView placement) {
        List<String> lines = new ArrayList<>();
        String state = session.messages().of(PlacementState.valueOf(placement.state()));
        String proven = placement.provenAt() == null
                ? ""
                : "  " + session.text("placement.proven", session.printed(Instant.parse(placement.provenAt())));
        lines.add(placement.target() + ": " + state + proven);
        if (placement.lastProblem() != null) {
            lines.add("  " + session.text("placement.problem", placement.lastProblem()));
        }
        for (PlacementView.Address address : placement.addresses()) {
            String seen = session.text("Answer." + (address.seen() == null ? "NOT_YET" : address.seen()));
            lines.add("  " + address.address() + "  " + seen + "  " + address.evidence());
        }
        return lines;
    }

    private String path(Item item) {
        return policy.categories().path(item.category()).stream()
                .map(Category::label)
                .collect(Collectors.joining(" › "));
    }

    private String unit(String code) {
        return policy.units()
                .find(code)
                .map(unit -> session.messages().either(unit.nameTh(), unit.nameEn()) + " (" + code + ")")
                .orElse(code);
    }

    private String period(PlacementPlan plan) {
        String opens = session.printed(plan.window().opens());
        LocalDate review = plan.window().reviewOn();
        return review != null
                ? session.text(
                        "period.permanent",
                        opens,
                        String.valueOf(plan.window().permanentReason()),
                        session.printed(review))
                : session.text("period.until", opens, closes(plan));
    }

    /** A period that ends with a day is printed by that day; the instant would name the day after. */
    private String closes(PlacementPlan plan) {
        Instant closes = plan.window().closes();
        boolean midnight =
                closes != null && closes.atZone(ThaiDate.BANGKOK).toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight
                ? session.text(
                        "period.day", session.printed(plan.window().lastDay().orElseThrow()))
                : session.printed(closes);
    }

    private String field(String key, String value) {
        return "  " + session.text(key) + ": " + value;
    }
}
