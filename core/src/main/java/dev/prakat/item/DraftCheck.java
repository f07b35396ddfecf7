package dev.prakat.item;

import dev.prakat.problem.Finding;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at a draft, all but the bytes of its files, and lists everything that is wrong at once. One draft, one thread. */
final class DraftCheck {

    static final int MAX_TITLE = 300;
    static final int MAX_TEXT = 4000;
    static final int MAX_BODY = 5_000_000;
    static final int MAX_ATTACHMENTS = 50;
    static final int MAX_ADDRESS = 2000;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private final Items.Setting setting;
    private final List<Finding> findings = new ArrayList<>();

    DraftCheck(Items.Setting setting) {
        this.setting = setting;
    }

    List<Finding> findings() {
        return findings;
    }

    void find(String place, String rule, String message, String remedy) {
        findings.add(new Finding(place, rule, message, remedy));
    }

    void look(Draft draft) {
        content(draft.content());
        if (draft.attachments().size() > MAX_ATTACHMENTS) {
            find(
                    "attachments",
                    "prakat",
                    "found " + draft.attachments().size() + ", expected at most " + MAX_ATTACHMENTS,
                    "put them into one file, or make several items");
        }
        names(draft.attachments());
        fields(draft);
        new OriginCheck(this, setting.forms()).look(draft);
        new PlanCheck(this, setting.targets()).look(draft.placements());
    }

    private void content(Content content) {
        text("title", "S002-F03", content.title(), 1, MAX_TITLE);
        text("summary", "prakat", content.summary(), 0, MAX_TEXT);
        text("body", "S002-F04", content.bodyHtml(), 1, MAX_BODY);
        if (content.remark() != null) {
            text("remark", "S002-F06", content.remark(), 0, MAX_TEXT);
        }
        if (!LANGUAGE.matcher(content.language()).matches()) {
            find(
                    "language",
                    "prakat",
                    "found '" + AttachmentName.shown(content.language()) + "'",
                    "give a tag such as th or en");
        }
        address("external link", "S002-F05", content.externalLink());
    }

    /** Whether a text has a length that is accepted, no half character, and something to read. */
    void text(String place, String rule, String value, int least, int most) {
        int lone = Characters.loneSurrogate(value);
        if (lone >= 0) {
            find(
                    place,
                    rule,
                    "found half a character (a lone surrogate) at position " + lone,
                    "type the text again at that place; it was damaged on the way");
        }
        if (value.length() > most) {
            find(
                    place,
                    rule,
                    "found " + value.length() + " characters, expected at most " + most,
                    "shorten it, or attach it as a file");
        } else if (least > 0 && !Characters.says(value)) {
            find(place, rule, "found nothing that can be read, expected a text with a letter or a digit", "write it");
        }
    }

    private void address(String place, String rule, @Nullable URI link) {
        if (link == null) {
            return;
        }
        String scheme = String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = Set.of("http", "https").contains(scheme) && link.getHost() != null;
        if (!web || link.toString().length() > MAX_ADDRESS || link.getUserInfo() != null) {
            find(
                    place,
                    rule,
                    "found " + AttachmentName.shown(link.toString())
                            + ", expected an address of http or https with a host, without a password, of at most "
                            + MAX_ADDRESS + " characters",
                    "give the full address");
        }
    }

    private void names(List<DraftAttachment> files) {
        Set<String> seen = new HashSet<>();
        for (DraftAttachment file : files) {
            findings.addAll(AttachmentName.findings(file.name()));
            if (!seen.add(AttachmentName.key(file.name()))) {
                find(
                        "attachment '" + AttachmentName.shown(file.name()) + "'",
                        "prakat",
                        "found two files of this name",
                        "give each file a name of its own");
            }
        }
    }

    private void fields(Draft draft) {
        Set<String> files = new HashSet<>();
        draft.attachments().forEach(file -> files.add(AttachmentName.clean(file.name())));
        for (Map.Entry<String, String> field : draft.content().fields().entrySet()) {
            String place = "field " + AttachmentName.shown(field.getKey());
            if (!setting.forms().fields().contains(field.getKey())) {
                find(
                        place,
                        "S003-R15",
                        "found a field that the policy does not know",
                        "name one of "
                                + setting.forms().fields().stream().sorted().toList());
                continue;
            }
            text(place, "S003-R15", field.getValue(), 1, MAX_TEXT);
            if (setting.forms().fileFields().contains(field.getKey())
                    && !files.contains(AttachmentName.clean(field.getValue()))) {
                find(
                        place,
                        "S003-R15",
                        "found '" + AttachmentName.shown(field.getValue())
                                + "', expected the name of a file of the draft",
                        "attach the file, or name one of "
                                + files.stream().sorted().toList());
            }
        }
    }

    /** A day between the first that our records can know and the next century. */
    static boolean isCredible(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() < 2200;
    }
}
