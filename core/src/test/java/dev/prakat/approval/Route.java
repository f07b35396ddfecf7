package dev.prakat.approval;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.item.Draft;
import dev.prakat.item.PlacementPlan;
import dev.prakat.item.RegisteredLetter;
import dev.prakat.spi.OfficerId;
import dev.prakat.staff.Appointment;
import dev.prakat.staff.RoleScope;
import dev.prakat.staff.StaffRecords;
import dev.prakat.window.PublishWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One way of an item through a policy: who writes it, and who does what in which step. The people are invented. */
enum Route {
    ROUTINE(
            "routine",
            "somchai",
            notice("external-agency-news"),
            new Move("agree", "director-kc", "approve"),
            new Move("publish", "kanda", "publish")),
    OWN(
            "own",
            "director-kc",
            notice("external-agency-news"),
            new Move("agree", "deputy", "approve"),
            new Move("publish", "kanda", "publish")),
    APPOINTED(
            "appointed",
            "appointed",
            notice("external-agency-news"),
            new Move("agree", "director-sbt", "approve"),
            new Move("publish", "granted", "publish")),
    OUTSIDE(
            "outside",
            "somchai",
            notice("outside-list"),
            new Move("agree", "director-kc", "approve"),
            new Move("executive", "executive", "approve"),
            new Move("publish", "kanda", "publish")),
    NO_DUTY(
            "no-duty",
            "malee",
            notice("news-releases"),
            new Move("executive", "executive", "approve"),
            new Move("letter", "director-km", "approve"),
            new Move("screen", "director-ssn", "assign:somying"),
            new Move("publish", "somying", "publish")),
    MINISTRY(
            "ministry",
            "malee",
            letter("ministry-other", "MINISTRY"),
            new Move("consider", "secretary-general", "assign:สบท."),
            new Move("screen", "director-sbt", "assign:wichai"),
            new Move("publish", "wichai", "publish")),
    EXTERNAL(
            "external",
            "malee",
            letter("external-agencies", "EXTERNAL"),
            new Move("consider", "secretary-general", "assign:สบท."),
            new Move("screen", "director-sbt", "assign:wichai"),
            new Move("publish", "wichai", "publish")),
    PROVINCE(
            "province",
            "requester",
            notice("information"),
            new Move("consider", "group-head", "approve"),
            new Move("permit", "chief", "approve"),
            new Move("publish", "web-master", "publish")),
    DISTRICT(
            "district",
            "requester",
            notice("agency-information"),
            new Move("review", "chair", "approve"),
            new Move("permit", "district-officer", "approve"),
            new Move("publish", "web-master", "publish"));

    /** Somebody's command in a step. */
    record Move(String step, String officer, String command) {}

    private static final LocalDate TODAY = LocalDate.of(2021, 3, 1);

    final String text;
    final String author;
    final Draft draft;
    final List<Move> moves;

    Route(String text, String author, Draft draft, Move... moves) {
        this.text = text;
        this.author = author;
        this.draft = draft;
        this.moves = List.of(moves);
    }

    SampleAgency agency() {
        return switch (this) {
            case PROVINCE -> SampleAgency.provincialHealthOffice();
            case DISTRICT -> SampleAgency.districtHealthOffice();
            default -> socialSecurityOffice();
        };
    }

    /** Orders in force, over, not yet begun and for something else, and a unit that keeps appointments. */
    private static SampleAgency socialSecurityOffice() {
        SampleAgency agency = SampleAgency.socialSecurityOffice();
        for (String id : List.of("appointed", "granted", "sent", "revoked")) {
            agency = agency.with(SampleAgency.officer(id, "สบท."));
        }
        agency = agency.with(SampleAgency.officer("kanda", "กค."));
        for (String id : List.of(
                "executive-of-kc",
                "executive-of-km",
                "executive-of-outside",
                "executive-of-laws",
                "executive-before",
                "executive-after",
                "deputy",
                "deputy-before",
                "deputy-of-another")) {
            agency = agency.with(SampleAgency.officer(id, "กนผ."));
        }
        LocalDate from = TODAY.minusMonths(1);
        LocalDate until = TODAY.plusMonths(1);
        RoleScope kc = new RoleScope(Set.of(), Set.of("กค."));
        RoleScope km = new RoleScope(Set.of(), Set.of("กบค."));
        agency = agency.acting("executive", "AUTHORISED_EXECUTIVE", from, until)
                .acting("executive-of-kc", "AUTHORISED_EXECUTIVE", kc, from, until)
                .acting("executive-of-km", "AUTHORISED_EXECUTIVE", new RoleScope(Set.of(), Set.of("กม.")), from, until)
                .acting(
                        "executive-of-outside",
                        "AUTHORISED_EXECUTIVE",
                        new RoleScope(Set.of("outside-list"), Set.of()),
                        from,
                        until)
                .acting(
                        "executive-of-laws",
                        "AUTHORISED_EXECUTIVE",
                        new RoleScope(Set.of("laws"), Set.of()),
                        from,
                        until)
                .acting("executive-before", "AUTHORISED_EXECUTIVE", from, TODAY.minusDays(1))
                .acting("executive-after", "AUTHORISED_EXECUTIVE", TODAY.plusDays(1), until)
                .acting("deputy", "DIRECTOR", kc, from, until)
                .acting("deputy-before", "DIRECTOR", kc, from, TODAY.minusDays(1))
                .acting("deputy-of-another", "DIRECTOR", km, from, until);
        List<Appointment> appointments = new ArrayList<>();
        appointments.add(appointment("appointed", TODAY.minusDays(9), TODAY.minusDays(8), null));
        appointments.add(appointment("granted", TODAY.minusDays(9), null, null));
        appointments.add(appointment("sent", null, null, null));
        appointments.add(appointment("revoked", TODAY.minusDays(9), TODAY.minusDays(8), TODAY));
        return agency.with(new StaffRecords(agency.records().delegations(), appointments));
    }

    private static Appointment appointment(
            String officer, LocalDate granted, LocalDate acknowledged, LocalDate revoked) {
        return new Appointment(
                new OfficerId(officer),
                "สบท.",
                new OfficerId("director-sbt"),
                new Appointment.Dates(TODAY.minusDays(10), granted, acknowledged, revoked));
    }

    private static Draft notice(String category) {
        return Draft.of(category, "ประกาศ", "<p>ข้อความ</p>")
                .withPlacement(PlacementPlan.gone(
                        "www", PublishWindow.ofDates(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31))));
    }

    private static Draft letter(String category, String source) {
        return notice(category)
                .from(
                        source,
                        new RegisteredLetter(
                                "7/2564",
                                "รง 1/2564",
                                LocalDate.of(2021, 2, 26),
                                "กรมตัวอย่าง",
                                "สมหมาย ตัวอย่าง",
                                "อธิบดี"),
                        TestAgency.file("letter.pdf", "%PDF-1.4\n%%EOF\n"));
    }
}
