package dev.prakat.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report says, and what it never says. */
class ScreeningTest {

    private final Screening screening = new Screening(Corpus.RULES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑ | NATIONAL_ID:BLOCK",
                "เลขประจำตัวประชาชน 1234567890123 | NATIONAL_ID:WARN",
                "1234567890123 | ''",
                "นายจ้าง และลูกจ้าง | ''",
                "ที่ รง ๐๖๓๕/ว๑๔๕ | ''"
            })
    @Tag("AT-60")
    void theWorkedExamples(String text, String expected) {
        assertThat(String.join(" ", Corpus.found(text))).isEqualTo(expected);
    }

    @Test
    void aFindingSaysWhereAndNotWhat() {
        String body = "บรรทัดแรก\r\n😀 เลข 1-2345-67890-12-1 ครับ";
        ScreeningReport report = screen(ScreeningSubject.builder().text("summary", body));
        ScreeningFinding finding = report.findings().get(0);

        assertThat(body.substring(finding.start(), finding.end())).isEqualTo("1-2345-67890-12-1");
        assertThat(finding)
                .extracting("place", "line", "column", "masked")
                .containsExactly("summary", 2, 7, "*-****-*****-**-*");
        assertThat(finding.key()).isEqualTo("NATIONAL_ID 18-35 summary");
        assertThat(finding + " " + report + " " + finding.key()).doesNotContain("12345", "67890");
        assertThat(ScreeningSubject.builder().text("t", body).build().toString())
                .doesNotContain("2345");
        assertThat(Extracted.of(body).toString()).doesNotContain("2345");
        assertThat(report.blocks()).isTrue();
        assertThat(report.needsWaiver()).isFalse();
    }

    @Test
    void anActionOfThePolicyCounts() {
        Screening strict = new Screening(ScreeningRules.builder()
                .action(ScreeningKind.MOBILE, ScreeningAction.BLOCK)
                .inOffice(ScreeningAction.WARN)
                .build());
        ScreeningSubject subject = ScreeningSubject.builder()
                .text("title", "นางเพ็ญศรี จินตนากร ผู้อำนวยการกอง โทร 089-000-1234")
                .build();

        assertThat(strict.screen(subject).findings())
                .extracting(finding -> finding.kind() + ":" + finding.action())
                .containsExactly("NAME:WARN", "MOBILE:BLOCK");
    }

    @Test
    void aDoubtfulNumberNeverBlocks() {
        Screening strict = new Screening(ScreeningRules.builder()
                .action(ScreeningKind.NATIONAL_ID, ScreeningAction.ALLOW)
                .build());
        ScreeningSubject subject = ScreeningSubject.builder()
                .text("title", "เลขประจำตัวประชาชน 1234567890123")
                .build();

        assertThat(screening.screen(subject).blocks()).isFalse();
        assertThat(strict.screen(subject).needsWaiver()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+66 2 000 1000, LANDLINE",
        "๐ ๒๐๐๐ ๑๐๐๐, LANDLINE",
        "saraban@branch.sso.example.go.th, EMAIL",
        "เลขที่บัญชี 0006000011, BANK_ACCOUNT"
    })
    void whatTheAgencyListsIsAllowedAndReported(String text, ScreeningKind kind) {
        ScreeningReport report = screen(ScreeningSubject.builder().text("body", "โทร " + text));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.action()).isEqualTo(ScreeningAction.ALLOW);
        });
        assertThat(report.needsWaiver()).isFalse();
    }

    @Test
    void anotherHouseIsNotTheListedOne() {
        String listed = "เลขที่ 88/28 หมู่ 4 ถนนตัวอย่าง ตำบลสมมติ อำเภอเมือง";

        assertThat(Corpus.found(listed)).isEmpty();
        assertThat(Corpus.found("เลขที่ 188/28 หมู่ 4 ถนนตัวอย่าง ตำบลสมมติ อำเภอเมือง"))
                .containsExactly("ADDRESS:WARN");
    }

    @Test
    void aRedactedTextHasNothingLeftThatBlocks() {
        ScreeningPart part = new ScreeningPart(
                "body",
                ScreeningPart.Form.TEXT,
                "เด็กชายสมหมาย ตัวอย่างกุล เลข ๑-๒๓๔๕-๖๗๘๙๐\u200b-๑๒-๑ โทร 089-000-1234");
        String redacted = screening.redact(part);

        assertThat(redacted)
                .isEqualTo("█".repeat("เด็กชายสมหมาย".length()) + " " + "█".repeat("ตัวอย่างกุล".length())
                        + " เลข █-████-█████\u200b-██-█ โทร 089-000-1234");
        assertThat(screen(ScreeningSubject.builder().text("body", redacted)).blocks())
                .isFalse();
    }

    @Test
    void aPartWithoutFindingsIsNotTouched() {
        String html = "<p>ไม่มีอะไร &amp; &#49;</p>";

        assertThat(screening.redact(new ScreeningPart("body", ScreeningPart.Form.HTML, html)))
                .isEqualTo(html);
    }

    @Test
    void everyPartIsLookedAtUnderItsName() {
        ScreeningReport report = screen(ScreeningSubject.builder()
                .text("title", "เลข 1-2345-67890-12-1")
                .link("link", "https://www.example.go.th/?id=%E0%B9%91-2345-67890-12-1")
                .attachment("1234567890121.pdf", Extracted.partly("", UnscreenableReason.NO_TEXT))
                .attachment("photo.jpg", Extracted.partly("", UnscreenableReason.IMAGE)));

        assertThat(report.findings())
                .extracting(finding -> finding.kind() + " " + finding.place())
                .containsExactlyInAnyOrder(
                        "NATIONAL_ID title",
                        "NATIONAL_ID link",
                        "NATIONAL_ID attachment '1234567890121.pdf', name",
                        "UNSCREENABLE attachment '1234567890121.pdf'",
                        "UNSCREENABLE attachment 'photo.jpg'");
        assertThat(report.count(ScreeningAction.WARN)).isEqualTo(2);
    }

    @Test
    void picturesAreAsThePolicySays() {
        Screening easy = new Screening(
                ScreeningRules.builder().images(ScreeningAction.ALLOW).build());
        ScreeningSubject subject = ScreeningSubject.builder()
                .attachment("photo.jpg", Extracted.partly("", UnscreenableReason.IMAGE))
                .build();

        assertThat(easy.screen(subject).needsWaiver()).isFalse();
        assertThat(screening.screen(subject).needsWaiver()).isTrue();
    }

    @Test
    void theHashChangesWithEveryPart() {
        String hash = ScreeningSubject.builder().text("title", "ก").build().hash();

        assertThat(List.of(
                        ScreeningSubject.builder().text("title", "ข").build().hash(),
                        ScreeningSubject.builder().text("body", "ก").build().hash(),
                        ScreeningSubject.builder().html("title", "ก").build().hash()))
                .doesNotContain(hash)
                .doesNotHaveDuplicates();
        assertThat(ScreeningSubject.builder().text("title", "ก").build().hash()).isEqualTo(hash);
    }

    @Test
    void aFloodOfWarningsHidesNothingThatBlocks() {
        ScreeningReport report = screen(ScreeningSubject.builder()
                .text("title", "089-000-1234 ".repeat(30_000))
                .text("body", "เลข 1-2345-67890-12-1"));

        assertThat(report.findings()).hasSize(ScreeningReport.MOST_LISTED);
        assertThat(report.of(ScreeningAction.BLOCK)).hasSize(1);
        assertThat(report.count(ScreeningAction.WARN)).isEqualTo(30_000);
        assertThat(report.unlisted()).isEqualTo(20_001);
    }

    private ScreeningReport screen(ScreeningSubject.Builder subject) {
        return screening.screen(subject.build());
    }
}
