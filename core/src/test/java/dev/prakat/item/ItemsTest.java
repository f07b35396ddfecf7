package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prakat.TestAgency;
import dev.prakat.item.RevisionDifference.Part;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items from the first draft to the tenth revision, and what comes with them. */
class ItemsTest {

    @TempDir
    private Path folder;

    private TestAgency agency;
    private Items items;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
        items = agency.prakat().items();
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    @Tag("S001-R16")
    @Tag("S001-R21")
    @Tag("S002-F07")
    void anItemOfAnotherAgencyKeepsItsLetterAndNothingOfItIsPublic() {
        Draft draft = ItemDesk.notice("ข่าวจากกระทรวง")
                .withOrigin(Origin.internal()
                        .withProvider(new Provider("นางตัวอย่าง สมมติ", LocalDate.of(2021, 2, 28)))
                        .withPersonalData(new PersonalDataStatement("s.24(4)", "ประกาศผล", "ผู้ชนะ", true)))
                .from("MINISTRY", ItemDesk.letter(), ItemDesk.pdf("หนังสือ.pdf"));
        Item item = ItemDesk.drafted(agency.prakat(), TestAgency.AUTHOR, draft);

        assertThat(item.current().origin()).isEqualTo(draft.origin());
        assertThat(item.current().origin().letter()).isEqualTo(ItemDesk.letter());
        assertThat(item.current().letterScan().name()).isEqualTo("หนังสือ.pdf");
        assertThat(item.current().letterScan().mediaType()).isEqualTo("application/pdf");
        assertThat(item.current().attachments()).isEmpty();
    }

    @Test
    @Tag("S001-R12")
    void nothingOfALetterReachesAWebsite() {
        Draft draft = ItemDesk.notice("ข่าว")
                .withOrigin(Origin.internal()
                        .withLetter(ItemDesk.letter())
                        .withProvider(new Provider("นางตัวอย่าง สมมติ", LocalDate.of(2021, 2, 28))));
        Draft withScan = new Draft(
                draft.category(),
                draft.content(),
                draft.origin(),
                ItemDesk.pdf("หนังสือ.pdf"),
                draft.attachments(),
                draft.placements());
        ItemId id = agency.approved(withScan);
        String scan = items.get(id).current().letterScan().sha256();
        agency.at("2021-03-02T00:00:00Z");
        agency.prakat().sweep();

        assertThat(agency.publicText())
                .contains("รายละเอียดของข่าว")
                .doesNotContain("รง ๐๐๐๑", "กรมตัวอย่าง", "นายตัวอย่าง", "นางตัวอย่าง", "หนังสือ.pdf", scan);
        assertThat(agency.web.bodies().keySet()).noneMatch(address -> address.contains(scan));
    }

    @Test
    @Tag("S001-R16")
    void anItemOfAnotherAgencyWithoutItsLetterIsRefused() {
        Draft draft = ItemDesk.notice("ข่าว").withOrigin(new Origin("MINISTRY", null, null, null));
        assertThat(findings(draft))
                .extracting(Finding::place, Finding::rule)
                .contains(org.assertj.core.api.Assertions.tuple("letter", "S001-R16"));
        RegisteredLetter empty = new RegisteredLetter("", " ", LocalDate.of(2564, 2, 26), "", "\u200B", "");
        Draft noScan = ItemDesk.notice("ข่าว").withOrigin(new Origin("EXTERNAL", empty, null, null));
        assertThat(findings(noScan))
                .extracting(Finding::place)
                .containsExactly(
                        "letter: receipt number",
                        "letter: its own number",
                        "letter",
                        "letter: agency",
                        "letter: signatory",
                        "letter: post of the signatory",
                        "letter");
        assertThat(findings(noScan)).extracting(Finding::rule).containsOnly("S001-R21");
    }

    @Test
    @Tag("S001-R03")
    void aSourceThatNoProcedureIsForIsRefused() {
        Draft draft = ItemDesk.notice("ข่าว").withOrigin(new Origin("SOMEWHERE", null, null, null));
        assertThat(findings(draft)).anySatisfy(finding -> {
            assertThat(finding.place()).isEqualTo("source");
            assertThat(finding.remedy()).contains("EXTERNAL", "INTERNAL", "MINISTRY");
        });
    }

    @Test
    void aFieldThatThePolicyDoesNotKnowIsRefused() {
        assertThat(findings(ItemDesk.notice("ข่าว").withField("COLOUR", "เขียว")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.place()).isEqualTo("field COLOUR"));
    }

    @Test
    @Tag("S001-R16")
    void theLetterIsBoundByTheApproval() {
        Draft first = ItemDesk.notice("ข่าว").from("MINISTRY", ItemDesk.letter(), ItemDesk.pdf("a.pdf"));
        Draft second = ItemDesk.notice("ข่าว").from("EXTERNAL", ItemDesk.letter(), ItemDesk.pdf("a.pdf"));
        Item one = ItemDesk.drafted(agency.prakat(), TestAgency.AUTHOR, first);
        Item other = ItemDesk.drafted(agency.prakat(), TestAgency.AUTHOR, second);

        assertThat(one.current().hash()).isEqualTo(other.current().hash());
        assertThat(binding(one)).isNotEqualTo(binding(other));
    }

    private static String binding(Item item) {
        return RevisionHash.ofBinding(item.current(), item.category().value());
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsKept() throws IOException {
        Draft draft = Draft.of("news-releases", " \u200B ", "<p>ก\uD800</p>")
                .withSummary("\uDC00")
                .withAttachment(ItemDesk.bytes("a.jpg", ItemDesk.text("%PDF-1.7")))
                .withAttachment(ItemDesk.pdf("ก.pdf"))
                .withAttachment(ItemDesk.pdf("ก.PDF"))
                .withAttachment(ItemDesk.bytes("b.txt", new byte[0]));
        assertThat(findings(draft))
                .extracting(Finding::place)
                .containsExactlyInAnyOrder(
                        "title",
                        "summary",
                        "body",
                        "placements",
                        "attachment 'ก.PDF'",
                        "attachment 'a.jpg'",
                        "attachment 'b.txt'");
        assertThat(kept()).isEmpty();
        assertThat(items.newest(10)).isEmpty();
    }

    @Test
    void aDryRunSaysTheSameAndKeepsNothing() throws IOException {
        Draft sound = ItemDesk.notice("ข่าว\u202E").withAttachment(ItemDesk.pdf("ก.pdf"));
        Draft dirty = new Draft(
                "no-such-category",
                new Content(
                        "ข่าว",
                        "",
                        "<p onclick='a()'>ก<img src='https://example.go.th/a.png'></p>",
                        "th",
                        null,
                        null,
                        java.util.Map.of()),
                Origin.internal(),
                null,
                List.of(),
                sound.placements());

        DraftReview good = items.check(sound);
        DraftReview bad = items.check(dirty);

        assertThat(good.acceptable()).isTrue();
        assertThat(good.content().title()).isEqualTo("ข่าว");
        assertThat(good.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.sha256()).hasSize(64));
        assertThat(good.removed()).extracting(Removal::place).containsExactly("title");
        assertThat(bad.acceptable()).isFalse();
        assertThat(bad.findings())
                .extracting(Finding::place)
                .containsExactly("body, image https://example.go.th/a.png", "category");
        assertThat(bad.removed()).extracting(Removal::kind).containsExactly(Removal.Kind.EVENT_HANDLER);
        assertThat(kept()).isEmpty();
        Item drafted = ItemDesk.drafted(agency.prakat(), TestAgency.AUTHOR, sound);
        assertThat(drafted.current().content()).isEqualTo(good.content());
        assertThat(drafted.current().attachments()).isEqualTo(good.attachments());
        assertThat(drafted.current().removed()).isEqualTo(good.removed());
    }

    @Test
    void anAuthorWhoStartedFromAnOlderRevisionIsToldWhatChangedMeanwhile() {
        ItemId id = items.draft(TestAgency.AUTHOR, ItemDesk.notice("ฉบับหนึ่ง"));
        agency.at("2021-03-01T03:00:00Z");
        assertThat(items.revise(TestAgency.COLLEAGUE, id, ItemDesk.notice("ฉบับสอง"), 1))
                .isEqualTo(2);

        PrakatException conflict = catchThrowableOfType(
                PrakatException.class, () -> items.revise(TestAgency.AUTHOR, id, ItemDesk.notice("ฉบับสาม"), 1));

        assertThat(conflict.code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(conflict)
                .hasMessageContaining("revision 1, made by somying at 2021-03-01T02:00:00Z")
                .hasMessageContaining("revision 2, made by somsak at 2021-03-01T03:00:00Z")
                .hasMessageContaining("TITLE, BODY")
                .hasMessageContaining("--from 1 --to 2");
        assertThat(items.get(id).current().title()).isEqualTo("ฉบับสอง");
        assertThat(items.revise(TestAgency.AUTHOR, id, ItemDesk.notice("ฉบับสาม"), 2))
                .isEqualTo(3);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> items.revise(TestAgency.AUTHOR, id, ItemDesk.notice("ฉบับสี่"), 9))
                .withMessageContaining("no revision 9");
    }

    @Test
    void theHistoryHasEveryRevisionTheNewestFirst() {
        ItemId id = items.draft(TestAgency.AUTHOR, ItemDesk.notice("ก"));
        items.revise(TestAgency.COLLEAGUE, id, ItemDesk.notice("ข\u202E"));
        assertThat(items.history(id)).extracting(RevisionSummary::number).containsExactly(2, 1);
        assertThat(items.history(id)).extracting(RevisionSummary::title).containsExactly("ข", "ก");
        assertThat(items.history(id)).extracting(RevisionSummary::removed).containsExactly(1, 0);
        assertThat(items.history(id).get(0).createdBy()).isEqualTo(TestAgency.COLLEAGUE.officer());
        assertThatExceptionOfType(PrakatException.class).isThrownBy(() -> items.history(new ItemId("none")));
    }

    @Test
    void theDifferenceOfTwoRevisionsNamesEveryPart() {
        Draft first = ItemDesk.notice("ประกาศวันหยุดราชการ").withAttachment(ItemDesk.pdf("ก.pdf"));
        Draft second = ItemDesk.notice("ประกาศวันทำการราชการ")
                .withCategory("vision-mission")
                .withRemark("หมายเหตุ")
                .withAttachment(ItemDesk.bytes("ก.pdf", ItemDesk.text("%PDF-1.7 changed")))
                .withAttachment(ItemDesk.pdf("ข.pdf"))
                .from("MINISTRY", ItemDesk.letter(), ItemDesk.pdf("scan.pdf"));
        ItemId id = items.draft(TestAgency.AUTHOR, first);
        items.revise(TestAgency.AUTHOR, id, second);

        RevisionDifference difference = items.difference(id, 1, 2);

        assertThat(difference.changes())
                .extracting(RevisionDifference.Change::part)
                .containsExactly(
                        Part.CATEGORY,
                        Part.TITLE,
                        Part.BODY,
                        Part.REMARK,
                        Part.ATTACHMENT,
                        Part.ATTACHMENT,
                        Part.SOURCE,
                        Part.LETTER,
                        Part.LETTER_SCAN);
        assertThat(difference.changes().get(1).lines())
                .extracting(DifferenceLine::line)
                .containsExactly("~ ประกาศวัน[-หยุด-]{+ทำการ+}ราชการ");
        assertThat(items.difference(id, 2, 2).changes()).isEmpty();
        assertThat(items.difference(id, 2, 2).parts()).isEqualTo("nothing");
    }

    private List<Finding> findings(Draft draft) {
        InvalidException refusal =
                catchThrowableOfType(InvalidException.class, () -> items.draft(TestAgency.AUTHOR, draft));
        return refusal.findings();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("attachments"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
