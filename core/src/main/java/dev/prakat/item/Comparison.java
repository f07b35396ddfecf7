package dev.prakat.item;

import dev.prakat.item.RevisionDifference.Change;
import dev.prakat.item.RevisionDifference.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two revisions part by part. Used once. */
final class Comparison {

    private final List<Change> changes = new ArrayList<>();

    private Comparison() {}

    static RevisionDifference of(ItemId item, Revision from, Revision to) {
        Comparison comparison = new Comparison();
        comparison.content(from.content(), to.content(), from, to);
        comparison.files(from.attachments(), to.attachments());
        comparison.origin(from, to);
        comparison.each(Part.PLACEMENT, plans(from.plan()), plans(to.plan()));
        return new RevisionDifference(item, RevisionSummary.of(from), RevisionSummary.of(to), comparison.changes);
    }

    private void content(Content before, Content after, Revision from, Revision to) {
        value(Part.CATEGORY, from.category(), to.category());
        text(Part.TITLE, before.title(), after.title());
        text(Part.SUMMARY, before.summary(), after.summary());
        body(before.bodyHtml(), after.bodyHtml());
        value(Part.LANGUAGE, before.language(), after.language());
        value(Part.LINK, before.externalLink(), after.externalLink());
        text(Part.REMARK, before.remark(), after.remark());
        each(Part.FIELD, before.fields(), after.fields());
    }

    private void origin(Revision from, Revision to) {
        Origin before = from.origin();
        Origin after = to.origin();
        value(Part.SOURCE, before.source(), after.source());
        value(Part.LETTER, letter(before.letter()), letter(after.letter()));
        value(Part.LETTER_SCAN, file(from.letterScan()), file(to.letterScan()));
        value(Part.PROVIDER, provider(before.provider()), provider(after.provider()));
        value(Part.PERSONAL_DATA, statement(before.personalData()), statement(after.personalData()));
    }

    private void text(Part part, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(part, "", before, after, TextDifference.of(lines(before), lines(after))));
        }
    }

    private void body(String before, String after) {
        if (before.equals(after)) {
            return;
        }
        List<String> from = ReadableBody.lines(before);
        List<String> to = ReadableBody.lines(after);
        boolean reads = !from.equals(to);
        List<DifferenceLine> lines = reads
                ? TextDifference.of(from, to)
                : TextDifference.of(ReadableBody.source(before), ReadableBody.source(after));
        changes.add(new Change(reads ? Part.BODY : Part.MARKUP, "", null, null, lines));
    }

    private void files(List<Attachment> before, List<Attachment> after) {
        each(Part.ATTACHMENT, byName(before), byName(after));
        List<String> from = before.stream().map(Attachment::name).toList();
        List<String> to = after.stream().map(Attachment::name).toList();
        if (!from.equals(to) && new TreeSet<>(from).equals(new TreeSet<>(to))) {
            value(Part.ATTACHMENT_ORDER, String.join(", ", from), String.join(", ", to));
        }
    }

    private void value(Part part, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(part, "", text(before), text(after), List.of()));
        }
    }

    private void each(Part part, Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String from = before.get(name);
            String to = after.get(name);
            if (!Objects.equals(from, to)) {
                changes.add(new Change(part, name, from, to, List.of()));
            }
        }
    }

    private static List<String> lines(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : text.lines().toList();
    }

    private static Map<String, String> byName(List<Attachment> files) {
        return named(files, Attachment::name, file -> Objects.requireNonNull(file(file)));
    }

    private static Map<String, String> plans(List<PlacementPlan> plans) {
        return named(plans, PlacementPlan::target, plan -> {
            String end = plan.window().closes() == null
                    ? "PERMANENT (" + plan.window().permanentReason() + "), review "
                            + plan.window().reviewOn()
                    : plan.window().closes().toString();
            return plan.window().opens() + " to " + end + ", then " + plan.kind()
                    + (plan.redirectTo() == null ? "" : " to " + plan.redirectTo());
        });
    }

    private static <T> Map<String, String> named(List<T> list, Function<T, String> name, Function<T, String> text) {
        Map<String, String> map = new LinkedHashMap<>();
        list.forEach(each -> map.put(name.apply(each), text.apply(each)));
        return map;
    }

    private static @Nullable String file(@Nullable Attachment file) {
        return file == null
                ? null
                : file.name() + ", " + file.mediaType() + ", " + file.bytes() + " bytes, sha256 " + file.sha256();
    }

    private static @Nullable String letter(@Nullable RegisteredLetter letter) {
        return letter == null
                ? null
                : String.join(
                        ", ",
                        letter.received(),
                        letter.number(),
                        letter.date().toString(),
                        letter.agency(),
                        letter.signatory(),
                        letter.post());
    }

    private static @Nullable String provider(@Nullable Provider provider) {
        return provider == null ? null : provider.name() + ", " + provider.date();
    }

    private static @Nullable String statement(@Nullable PersonalDataStatement data) {
        return data == null
                ? null
                : data.lawfulBasis() + ", " + data.purpose() + ", " + data.dataSubjects()
                        + (data.redacted() ? ", redacted" : ", not redacted");
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
