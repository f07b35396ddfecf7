package dev.prakat.item;

import java.time.LocalDate;

/** Looks at where a draft comes from. Source: S001-R03, S001-R12, S001-R16, S001-R21, S002-F07. */
final class OriginCheck {

    private static final int MAX_NUMBER = 100;
    private static final int MAX_NAME = 300;

    private final DraftCheck check;
    private final Items.Forms forms;

    OriginCheck(DraftCheck check, Items.Forms forms) {
        this.check = check;
        this.forms = forms;
    }

    void look(Draft draft) {
        Origin origin = draft.origin();
        String rule = rule(origin.source());
        if (!forms.sources().contains(origin.source())) {
            check.find(
                    "source",
                    "S001-R03",
                    "found '" + AttachmentName.shown(origin.source())
                            + "', which no procedure of the policy is meant for",
                    "name one of " + forms.sources().stream().sorted().toList());
        }
        if (origin.letter() != null) {
            letter(origin.letter(), rule);
        } else if (!origin.source().equals(Origin.INTERNAL)) {
            check.find(
                    "letter",
                    rule,
                    "found none; an item of another agency begins with its letter",
                    "register the letter, and give its numbers, date, agency, signatory, post and scan");
        }
        scan(draft, rule);
        if (origin.provider() != null) {
            text("provider", "S002-F07", origin.provider().name(), MAX_NAME);
            day("provider", "S002-F07", origin.provider().date());
        }
        if (origin.personalData() != null) {
            text(
                    "personal data: lawful basis",
                    "PDPA-s.24",
                    origin.personalData().lawfulBasis(),
                    MAX_NUMBER);
            text("personal data: purpose", "PDPA-s.21", origin.personalData().purpose(), 1000);
            text(
                    "personal data: data subjects",
                    "PDPA-s.22",
                    origin.personalData().dataSubjects(),
                    MAX_NAME);
        }
    }

    private void letter(RegisteredLetter letter, String rule) {
        text("letter: receipt number", rule, letter.received(), MAX_NUMBER);
        text("letter: its own number", rule, letter.number(), MAX_NUMBER);
        day("letter", rule, letter.date());
        text("letter: agency", rule, letter.agency(), MAX_NAME);
        text("letter: signatory", rule, letter.signatory(), MAX_NAME);
        text("letter: post of the signatory", rule, letter.post(), MAX_NAME);
    }

    private void scan(Draft draft, String rule) {
        DraftAttachment scan = draft.letterScan();
        if (scan != null) {
            AttachmentName.findings(scan.name()).forEach(check.findings()::add);
            if (draft.origin().letter() == null) {
                check.find("letter", rule, "found a scan without a letter", "say what letter it is the scan of");
            }
        } else if (draft.origin().letter() != null && !draft.origin().source().equals(Origin.INTERNAL)) {
            check.find("letter", rule, "found no scan of the letter", "give the scan, as PDF or a picture");
        }
    }

    private void text(String place, String rule, String value, int most) {
        check.text(place, rule, value, 1, most);
    }

    private void day(String place, String rule, LocalDate day) {
        if (!DraftCheck.isCredible(day)) {
            check.find(
                    place,
                    rule,
                    "found the date " + day + ", expected a year of the common era from 1900",
                    "a year of the Buddhist era is 543 more; give 2021-04-01 for 1 April 2564");
        }
    }

    private static String rule(String source) {
        return switch (source) {
            case "MINISTRY" -> "S001-R16";
            case "EXTERNAL" -> "S001-R21";
            default -> "S001-R12";
        };
    }
}
