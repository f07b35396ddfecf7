package dev.prakat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.prakat.spi.OfficerId;
import dev.prakat.spi.PrakatListener.Event;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Officers are told by e-mail, over a real connection to a mail server on this machine. */
class MailListenerTest {

    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
    private static final Map<String, String> REFUSAL =
            Map.of("title", "รับสมัครบุคลากร", "reason", "ขาดเอกสารแนบ\nและตารางแนบท้าย");

    private final PostOffice office = new PostOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aRefusalReachesTheRequesterWithItsReasonsInThai() throws Exception {
        tell(event("item.refused", REFUSAL, "somying"));

        MimeMessage letter = office.only();
        assertThat(letter.getSubject()).isEqualTo("ไม่อนุมัติ: รับสมัครบุคลากร");
        assertThat(PostOffice.text(letter))
                .contains("เรื่อง รับสมัครบุคลากร\n", "เหตุผล: ขาดเอกสารแนบ\nและตารางแนบท้าย\n", "โดย wichai")
                .contains("เปิดดู: https://portal.example.go.th/items/261123-k3f9q2x7mh\n");
        assertThat(letter.getContentType().toLowerCase(Locale.ROOT)).isEqualTo("text/plain; charset=utf-8");
        assertThat(letter.getFrom()[0]).hasToString("Prakat <prakat@example.go.th>");
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly("somying@example.go.th");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getSentDate()).isEqualTo(Date.from(AT));
    }

    @Test
    void aTaskReachesTheNextOfficerAndAnErrorTheSuperior() throws Exception {
        tell(event(
                "task.assigned",
                Map.of("title", "ก", "labelTh", "ขอความเห็นชอบ", "dueTh", "30 พฤศจิกายน 2569"),
                "wichai"));
        tell(event("site.error-found", Map.of("title", "ก", "message", "ตัวเลขผิด"), "wichai"));

        assertThat(office.letters())
                .extracting(MimeMessage::getSubject)
                .containsExactly("รอท่านพิจารณา: ก", "พบข้อผิดพลาดบนเว็บไซต์: ก");
        assertThat(office.letters())
                .extracting(PostOffice::text)
                .satisfiesExactly(
                        task -> assertThat(task).contains("ขั้นตอน: ขอความเห็นชอบ", "ภายใน: 30 พฤศจิกายน 2569"),
                        error -> assertThat(error).contains("สิ่งที่พบ: ตัวเลขผิด"));
    }

    @Test
    void theTextsAreEnglishWhereThatIsWanted() throws Exception {
        PostOffice.listener(office.port(), Locale.ENGLISH).on(event("item.refused", REFUSAL, "somying"));

        assertThat(office.only().getSubject()).isEqualTo("Refused: รับสมัครบุคลากร");
    }

    @Test
    void anEventThatHasNoTextOfItsOwnIsToldAllTheSame() throws Exception {
        tell(event("placement.failed", Map.of(), "somying"));

        assertThat(office.only().getSubject()).isEqualTo("แจ้งเหตุการณ์ placement.failed ของเรื่อง 261123-k3f9q2x7mh");
    }

    @Test
    void aSecondDeliveryOfTheSameEventIsRecognisedByItsMessageId() throws Exception {
        Event event = event("item.refused", REFUSAL, "somying");
        tell(event);
        tell(event);
        tell(new Event("event-2", event.type(), event.subject(), AT, event.actor(), event.to(), Set.of(), REFUSAL));

        List<MimeMessage> letters = office.letters();
        assertThat(letters).hasSize(3);
        assertThat(letters.get(0).getMessageID()).matches("<prakat\\.[0-9a-f]{32}@example\\.go\\.th>");
        assertThat(letters.get(1).getMessageID()).isEqualTo(letters.get(0).getMessageID());
        assertThat(letters.get(2).getMessageID()).isNotEqualTo(letters.get(0).getMessageID());
        assertThat(letters.get(1).getHeader(Letter.EVENT))
                .isEqualTo(letters.get(0).getHeader(Letter.EVENT));
    }

    @Test
    void eachOfficerGetsALetterOfHisOwnAndLearnsNoOtherAddress() throws Exception {
        tell(event("item.refused", REFUSAL, "somying", "wichai"));

        List<MimeMessage> letters = office.letters();
        assertThat(letters).hasSize(2);
        for (MimeMessage letter : letters) {
            assertThat(letter.getAllRecipients()).hasSize(1);
        }
        assertThat(letters.get(0).getMessageID()).isNotEqualTo(letters.get(1).getMessageID());
        assertThat(letters.get(0).getHeader(Letter.EVENT))
                .isEqualTo(letters.get(1).getHeader(Letter.EVENT));
    }

    @Test
    void whereNoOfficerCanBeNamedTheMailboxOfTheRoleIsWrittenTo() throws Exception {
        tell(new Event(
                "event-1",
                "task.assigned",
                "261123-k3f9q2x7mh",
                AT,
                new OfficerId("somying"),
                Set.of(),
                Set.of("ศสน. DIRECTOR", "กค. DIRECTOR"),
                Map.of("title", "ก")));

        assertThat(office.only().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("saraban@example.go.th");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: victim@example.org",
                "a\nBcc: victim@example.org\n\nเนื้อหาอื่น",
                "a\rBcc: victim@example.org",
                "a\u2028Bcc: victim@example.org",
                "a\u0085Bcc: victim@example.org\u0000",
                "a =?utf-8?Q?=0D=0ABcc:_victim@example.org?="
            })
    void aLineBreakInATitleEndsNoHeader(String title) throws Exception {
        PostOffice.listener(office.port(), Locale.ENGLISH)
                .on(event("item.refused", Map.of("title", title, "reason", "a"), "somying"));

        MimeMessage letter = office.only();
        assertThat(Collections.list(letter.getAllHeaders()))
                .extracting(Header::getName)
                .containsExactlyInAnyOrder(
                        "Return-Path",
                        "Received",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "Date",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding",
                        "Auto-Submitted",
                        Letter.EVENT);
        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(letter.getSubject()).startsWith("Refused: a").doesNotContain("\r", "\n", "\u2028", "\u0000");
        assertThat(PostOffice.text(letter)).contains("Reason: a");
    }

    @Test
    void whatAnOfficerWroteIsTextAndNothingElse() throws Exception {
        String title = "{reason} \u202Eกลับ " + "ย".repeat(400);
        tell(event("item.refused", Map.of("title", title, "reason", "\\$1 {title}", "note", "ไม่มีใครขอ"), "somying"));

        MimeMessage letter = office.only();
        assertThat(letter.getSubject())
                .startsWith("ไม่อนุมัติ: {reason} กลับ ยย")
                .hasSizeLessThan(160)
                .endsWith("…");
        assertThat(PostOffice.text(letter)).contains("เหตุผล: \\$1 {title}\n").doesNotContain("ไม่มีใครขอ", "\u202E");
    }

    @Test
    void whenTheServerIsDownTheEventIsToldAgainLaterWithTheSameMessageId() throws Exception {
        Event event = event("item.refused", REFUSAL, "somying");
        int closed;
        try (PostOffice gone = new PostOffice()) {
            closed = gone.port();
        }

        assertThatIllegalStateException()
                .isThrownBy(() -> PostOffice.listener(closed, THAI).on(event))
                .withMessageContaining("event event-1")
                .withMessageNotContaining("@");
        tell(event);
        assertThat(office.only().getMessageID()).contains(Letter.hash("event-1\nsomying"));
    }

    @Test
    void anOfficerWithoutAUsableAddressDoesNotHoldUpTheOthers() {
        tell(event("item.refused", REFUSAL, "nobody", "broken", "somying"));

        assertThat(office.letters()).hasSize(1);
    }

    @Test
    void anAddressThatTheServerWillNeverTakeHoldsNothingUpAndABusyServerIsTriedAgain() throws Exception {
        Event event = event("item.refused", REFUSAL, "somying");
        try (StubbornServer never = new StubbornServer("550 5.1.1 no such mailbox")) {
            assertThatCode(() -> PostOffice.listener(never.port(), THAI).on(event))
                    .doesNotThrowAnyException();
        }
        try (StubbornServer busy = new StubbornServer("451 4.3.0 try again later")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> PostOffice.listener(busy.port(), THAI).on(event));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prakat", "a@example.go.th, b@example.go.th", "a@example.go.th\r\nBcc: c@example.org"})
    void aSenderIsOneAddress(String from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailSettings(from, THAI, URI.create("https://portal.example.go.th/")))
                .withMessageContaining("the sender")
                .withMessageNotContaining("\n");
    }

    @Test
    void aTestLetterShowsWhetherTheSettingsAreRight(@TempDir Path folder) throws IOException {
        Path settings = Files.writeString(
                folder.resolve("mail.properties"), "mail.smtp.host=127.0.0.1\nmail.smtp.port=" + office.port());

        SendTestMail.main(new String[] {settings.toString(), "prakat@example.go.th", "somying@example.go.th"});

        assertThat(PostOffice.text(office.only())).contains("ทดสอบ");
        assertThatIllegalArgumentException().isThrownBy(() -> SendTestMail.main(new String[] {"only-one"}));
    }

    private void tell(Event event) {
        PostOffice.listener(office.port(), THAI).on(event);
    }

    private static Event event(String type, Map<String, String> details, String... to) {
        return new Event(
                "event-1",
                type,
                "261123-k3f9q2x7mh",
                AT,
                new OfficerId("wichai"),
                Set.copyOf(Arrays.stream(to).map(OfficerId::new).toList()),
                Set.of(),
                details);
    }
}
