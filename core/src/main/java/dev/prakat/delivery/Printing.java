package dev.prakat.delivery;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.delivery.Desired.Schedule;
import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.duty.MatrixRow;
import dev.prakat.item.Attachment;
import dev.prakat.item.Item;
import dev.prakat.item.Revision;
import dev.prakat.item.RevisionSummary;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.AttachmentStore;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.Notice;
import dev.prakat.spi.PrintedInstant;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.RevisionLine;
import dev.prakat.spi.SiteView;
import dev.prakat.spi.SiteView.CategoryView;
import dev.prakat.spi.SiteView.DutyCell;
import dev.prakat.spi.TakeDownKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Makes what adapters print: every text finished, every date with its Buddhist-era form. */
final class Printing {

    private final AgencyPolicy policy;
    private final AttachmentStore store;
    private final List<SiteView.MatrixRow> matrix;

    Printing(AgencyPolicy policy, AttachmentStore store) {
        this.policy = policy;
        this.store = store;
        this.matrix = policy.matrix().rows().stream().map(this::matrixRow).toList();
    }

    /**
     * An item finished for printing. Its dates are those of the period that is approved, never the moment of a decision or a
     * delivery: an approver must see beforehand what will be printed. When it really became public is in the log and on the
     * placement.
     *
     * @param category the category under which the revision is, or is to be, approved
     * @param history the item's revisions; those after this one are left out
     */
    PublishableItem item(
            Item item, CategoryId category, Revision revision, Schedule schedule, List<RevisionSummary> history) {
        return new PublishableItem(
                item.id().value(),
                revision.title(),
                revision.summary(),
                revision.bodyHtml(),
                policy.categories().path(category).stream()
                        .map(step -> new CategoryLabel(step.id().value(), step.label()))
                        .toList(),
                List.of(unit(item.ownerUnit())),
                revision.remark(),
                revision.externalLink(),
                revision.language(),
                printed(schedule.opens()),
                schedule.closes() == null ? null : lastDay(schedule.closes()),
                revision.attachments().stream().map(this::attachment).toList(),
                revision.number(),
                revision.hash(),
                history.stream()
                        .filter(line -> line.number() <= revision.number())
                        .map(line -> new RevisionLine(line.number(), printed(line.createdAt())))
                        .toList());
    }

    Notice notice(Item item, Revision revision, Schedule schedule, TakenDown down) {
        ResourceBundle texts = texts(revision.language());
        boolean named = down.kind() != TakeDownKind.VANISH;
        Instant closes = schedule.closes();
        String period = !named || closes == null
                ? null
                : ThaiDate.format(day(schedule.opens())) + " – " + ThaiDate.format(day(closes.minusMillis(1)));
        return new Notice(
                named ? revision.title() : null,
                texts.getString("notice." + down.kind().name() + ".heading"),
                texts.getString("notice." + down.reason().name() + ".text"),
                period,
                unit(item.ownerUnit()));
    }

    /** The notice of an item whose rows cannot be read: nothing of it is named, and the agency is the one to ask. */
    Notice bareNotice(TakenDown down) {
        ResourceBundle texts = texts("th");
        return new Notice(
                null,
                texts.getString("notice." + down.kind().name() + ".heading"),
                texts.getString("notice." + down.reason().name() + ".text"),
                null,
                policy.agencyNameTh());
    }

    /**
     * What a site shows besides items.
     *
     * @param lastPublished what was last published of each category itself, by the category's key
     */
    SiteView site(Map<String, Updated> lastPublished) {
        Map<String, Updated> below = withAncestors(lastPublished);
        List<CategoryView> categories = policy.categories().all().stream()
                .map(category -> view(category, below.get(category.id().value())))
                .toList();
        return new SiteView(policy.agencyNameTh(), policy.agencyNameEn(), categories, matrix);
    }

    /** A category was updated when anything below it was. */
    private Map<String, Updated> withAncestors(Map<String, Updated> lastPublished) {
        Map<String, Updated> newest = new HashMap<>();
        lastPublished.forEach((id, at) -> policy.categories().find(new CategoryId(id)).stream()
                .flatMap(category -> policy.categories().path(category.id()).stream())
                .forEach(category -> newest.merge(category.id().value(), at, Updated::orLater)));
        return newest;
    }

    private CategoryView view(Category category, @Nullable Updated fresh) {
        return new CategoryView(
                category.id().value(),
                parent(category),
                category.label(),
                fresh == null ? null : printed(fresh.at()),
                fresh == null ? null : unit(fresh.unit()));
    }

    private SiteView.MatrixRow matrixRow(MatrixRow row) {
        return new SiteView.MatrixRow(
                row.category().value(),
                policy.duties().stream()
                        .map(duty -> new DutyCell(
                                duty.labelTh(),
                                duty.labelEn(),
                                row.cell(duty.id()).map(cell -> cell.printed()).orElse("")))
                        .toList());
    }

    private static @Nullable String parent(Category category) {
        return category.parent() == null ? null : category.parent().value();
    }

    private String unit(String code) {
        return policy.units().find(code).map(unit -> unit.nameTh()).orElse(code);
    }

    private AttachmentContent attachment(Attachment attachment) {
        return new AttachmentContent(
                attachment.name(),
                attachment.mediaType(),
                attachment.bytes(),
                attachment.sha256(),
                () -> store.open(attachment.sha256()));
    }

    private static PrintedInstant printed(Instant instant) {
        return printed(instant, day(instant));
    }

    /** The end of a period is printed as the last day on which the item is public. */
    private static PrintedInstant lastDay(Instant closes) {
        return printed(closes, day(closes.minusMillis(1)));
    }

    private static PrintedInstant printed(Instant instant, LocalDate day) {
        return new PrintedInstant(instant, ThaiDate.format(day), ThaiDate.formatEnglish(day));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ThaiDate.BANGKOK).toLocalDate();
    }

    private static ResourceBundle texts(String language) {
        Locale locale = language.startsWith("en") ? Locale.ENGLISH : Locale.forLanguageTag("th");
        return ResourceBundle.getBundle(
                "dev.prakat.delivery.texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
