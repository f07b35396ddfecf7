package dev.prakat.item;

import dev.prakat.item.Characters.Layout;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes of a draft what is kept of it: clean text, files under their hashes. Works outside any unit of work. */
final class DraftIntake {

    private final Items.Setting setting;
    private final AttachmentIntake files;

    DraftIntake(Items.Setting setting) {
        this.setting = setting;
        this.files = new AttachmentIntake(setting.store(), setting.maxAttachmentBytes());
    }

    /** What is kept of a draft, or everything that is wrong with it. */
    record Taken(
            @Nullable Content content,
            Origin origin,
            List<Attachment> attachments,
            @Nullable Attachment letterScan,
            List<Removal> removed,
            List<Finding> findings) {

        /**
         * The text of a draft that is sound.
         *
         * @throws InvalidException listing every finding, if it is not
         */
        Content require() {
            if (!findings.isEmpty() || content == null) {
                throw new InvalidException(ProblemCode.INVALID_INPUT, "the draft", findings);
            }
            return content;
        }
    }

    /**
     * Looks at a draft as a whole.
     *
     * @param keep whether its files are kept; they are only when nothing is wrong with what comes before them
     */
    Taken take(Draft draft, boolean keep) {
        DraftCheck check = new DraftCheck(setting);
        check.look(draft);
        List<Finding> findings = check.findings();
        Removals removals = new Removals();
        Content content = readable(draft.content()) ? content(draft.content(), removals, findings) : null;
        List<Removal> removed = new ArrayList<>(removals.list());
        List<Attachment> attachments = new ArrayList<>();
        boolean few = draft.attachments().size() <= DraftCheck.MAX_ATTACHMENTS;
        for (DraftAttachment file : few ? draft.attachments() : List.<DraftAttachment>of()) {
            files.take(file, keep && findings.isEmpty(), findings).ifPresent(attachments::add);
        }
        DraftAttachment scan = draft.letterScan();
        Optional<Attachment> kept =
                scan == null ? Optional.empty() : files.take(scan, keep && findings.isEmpty(), findings);
        return new Taken(content, origin(draft.origin()), attachments, kept.orElse(null), removed, findings);
    }

    private static boolean readable(Content content) {
        return content.bodyHtml().length() <= DraftCheck.MAX_BODY
                && Characters.loneSurrogate(content.bodyHtml()) < 0
                && content.title().length() <= 10 * DraftCheck.MAX_TITLE
                && content.summary().length() <= 10 * DraftCheck.MAX_TEXT;
    }

    private static @Nullable Content content(Content given, Removals removals, List<Finding> findings) {
        String title = line("title", given.title(), removals);
        String summary = lines("summary", given.summary(), removals);
        String remark = given.remark() == null ? null : lines("remark", given.remark(), removals);
        Map<String, String> fields = new TreeMap<>();
        given.fields().forEach((id, value) -> fields.put(id, line("field " + id, value, removals)));
        try {
            CanonicalHtml.Cleaned body = CanonicalHtml.of(given.bodyHtml());
            body.removed().forEach(removals::add);
            findings.addAll(body.findings());
            if (body.html().isEmpty()) {
                findings.add(new Finding(
                        "body", "S002-F04", "found nothing that can be shown when it was cleaned", "write the text"));
            }
            fits("title", "S002-F03", title, DraftCheck.MAX_TITLE, findings);
            fits("summary", "prakat", summary, DraftCheck.MAX_TEXT, findings);
            return new Content(title, summary, body.html(), given.language(), given.externalLink(), remark, fields);
        } catch (IllegalArgumentException e) {
            findings.add(new Finding("body", "prakat", String.valueOf(e.getMessage()), "simplify the text"));
            return null;
        }
    }

    /** Composing may make a text longer, rarely. */
    private static void fits(String place, String rule, String text, int most, List<Finding> findings) {
        boolean known = findings.stream().anyMatch(finding -> finding.place().equals(place));
        if (text.length() > most && !known) {
            findings.add(new Finding(
                    place,
                    rule,
                    "found " + text.length() + " characters when composed, expected at most " + most,
                    "shorten it"));
        }
    }

    private static String line(String place, String text, Removals removals) {
        return Characters.clean(text, Layout.LINE, removals, () -> new Removals.Place(place, ""));
    }

    private static String lines(String place, String text, Removals removals) {
        return Characters.clean(text, Layout.LINES, removals, () -> new Removals.Place(place, ""));
    }

    private static Origin origin(Origin given) {
        RegisteredLetter letter = given.letter();
        Provider provider = given.provider();
        PersonalDataStatement data = given.personalData();
        return new Origin(
                given.source(),
                letter == null
                        ? null
                        : new RegisteredLetter(
                                one(letter.received()),
                                one(letter.number()),
                                letter.date(),
                                one(letter.agency()),
                                one(letter.signatory()),
                                one(letter.post())),
                provider == null ? null : new Provider(one(provider.name()), provider.date()),
                data == null
                        ? null
                        : new PersonalDataStatement(
                                one(data.lawfulBasis()),
                                one(data.purpose()),
                                one(data.dataSubjects()),
                                data.redacted()));
    }

    private static String one(String text) {
        return Characters.clean(text, Layout.LINE);
    }
}
