package dev.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.prakat.policy.RequestPolicy;
import dev.prakat.problem.InvalidException;
import dev.prakat.request.RequestLetter.LetterKind;
import dev.prakat.spi.OfficerId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters: numbered, Thai first, and nothing that a requester wrote is anything but words. */
class RequestLettersTest extends RequestFixture {

    @TempDir
    Path policies;

    @Test
    @Tag("S000-R17")
    @Tag("S000-R18")
    void theSecretaryGeneralAndTheRequesterGetNumberedLettersWithThaiDigits() {
        proposed();
        assertThat(requests.letters().list(NUMBER))
                .extracting(LetterHead::kind, LetterHead::number)
                .containsExactly(tuple(LetterKind.APPROVER, "รง 9901/1"), tuple(LetterKind.COVER, "รง 9901/2"));

        RequestLetter letter = requests.letters().open(CLERK, NUMBER, "รง 9901/1", "พิมพ์เสนอ");
        assertThat(letter.text())
                .contains(
                        "ส่วนราชการ สำนักงานประกันสังคม กองวิจัยและพัฒนา กลุ่มงานสถิติ",
                        "ที่ รง ๙๙๐๑/๑\n",
                        "วันที่ ๑ มีนาคม ๒๕๖๔\n",
                        "เรื่อง ขออนุมัติเผยแพร่และจัดส่งข้อมูลตามคำขอที่ ๑๒/๒๕๖๔\n",
                        "เรียน เลขาธิการสำนักงานประกันสังคม\n",
                        "มหาวิทยาลัยตัวอย่าง ได้ขอข้อมูลเรื่อง สถิติผู้ประกันตน เมื่อวันที่ ๑ มีนาคม ๒๕๖๔")
                .doesNotContain("${");
        assertThat(letter.textEnglish())
                .contains("No. รง 9901/1", "Date 1 March 2021")
                .doesNotContain("${");
        Document page = Jsoup.parse(letter.html());
        assertThat(page.select("section").eachAttr("lang")).containsExactly("th", "en");
        assertThat(page.title()).startsWith("รง ๙๙๐๑/๑");
        assertThat(page.select("section[lang=th]").text())
                .containsSubsequence(
                        "บันทึกข้อความ",
                        "ส่วนราชการ สำนักงานประกันสังคม กองวิจัยและพัฒนา กลุ่มงานสถิติ โทร. ๐ ๒๐๐๐ ๓๐๐๐",
                        "ที่ รง ๙๙๐๑/๑",
                        "วันที่ ๑ มีนาคม ๒๕๖๔",
                        "เรื่อง ขออนุมัติ",
                        "เรียน เลขาธิการ",
                        "ผู้อำนวยการกองวิจัยและพัฒนา");
        assertThat(page.select("section[lang=en]").text()).doesNotContain("กลุ่มงานสถิติ");
    }

    @Test
    @Tag("S000-R17")
    void aLetterToARequesterIsOneToOutside() {
        proposed();
        RequestLetter letter = requests.letters().open(CLERK, NUMBER, "รง 9901/2", "พิมพ์เสนอ");

        assertThat(Jsoup.parse(letter.html()).select("section[lang=th]").text())
                .containsSubsequence(
                        "ที่ รง ๙๙๐๑/๒",
                        "สำนักงานประกันสังคม กองวิจัยและพัฒนา กลุ่มงานสถิติ",
                        "๑ มีนาคม ๒๕๖๔",
                        "เรื่อง จัดส่งข้อมูลตามคำขอที่ ๑๒/๒๕๖๔",
                        "เรียน มหาวิทยาลัยตัวอย่าง",
                        "ขอแสดงความนับถือ",
                        "เลขาธิการสำนักงานประกันสังคม",
                        "โทร. ๐ ๒๐๐๐ ๓๐๐๐")
                .doesNotContain("บันทึกข้อความ");
    }

    @Test
    void digitsOfWhatWasWrittenAreThaiButForKeysAndAddresses() {
        add(false);
        requests.assign(CLERK, NUMBER, new OfficerId("prasit"));
        requests.clarify(CLERK, NUMBER, "มาตรา 33 ปี 2563 ตาม data-33.csv", Branch.OWNED_BY_OTHERS);

        assertThat(requests.ask(CLERK, NUMBER, "สท.").text()).contains("มาตรา ๓๓ ปี ๒๕๖๓ ตาม data-33.csv");
    }

    @Test
    @Tag("S000-R09")
    void aUnitThatOwnsDataIsToldUntilWhenItIsWanted() {
        add(false);
        requests.assign(CLERK, NUMBER, new OfficerId("prasit"));
        requests.clarify(CLERK, NUMBER, "เงินสมทบรายเดือน", Branch.OWNED_BY_OTHERS);

        assertThat(requests.ask(CLERK, NUMBER, "สท.").text())
                .contains("เรียน ผู้อำนวยการสำนักเงินสมทบ", "เงินสมทบรายเดือน", "ภายในวันที่ ๓ พฤษภาคม ๒๕๖๔");
    }

    @Test
    void numbersRunOnThroughTheYearAndBeginAgainInTheNext() {
        proposed();
        NewRequest another = new NewRequest(
                new RequestNumber("13"),
                agency.clock.instant(),
                false,
                "อื่น",
                request(false).requester());
        agency.at("2022-01-03T03:00:00Z");
        requests.add(CLERK, another);
        requests.assign(CLERK, another.number(), new OfficerId("prasit"));
        requests.clarify(CLERK, another.number(), "อื่น", Branch.NOT_HELD);
        requests.release().toldNotHeld(CLERK, another.number());

        assertThat(requests.letters().list(another.number()))
                .extracting(LetterHead::number)
                .containsExactly("รง 9901/1");
        assertSound();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${agency} ${script:javascript:1+1} ${env:PATH} ${file:UTF-8:/etc/hosts} ${request:-x} $${wanted}",
                "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;\"'",
                "{{agency}} %s {title} ${${agency}}",
            })
    void whatARequesterWroteIsPrintedAsItIs(String nasty) {
        requests.add(
                CLERK,
                new NewRequest(
                        NUMBER, agency.clock.instant(), false, nasty, new Requester(nasty, "", "", "", "", nasty)));
        requests.assign(CLERK, NUMBER, new OfficerId("prasit"));
        requests.clarify(CLERK, NUMBER, nasty, Branch.OWNED_BY_OTHERS);

        for (RequestLetter letter : List.of(requests.ask(CLERK, NUMBER, "สท."), told(nasty))) {
            assertThat(letter.text()).contains(nasty);
            Document page = Jsoup.parse(letter.html());
            assertThat(page.select("script, img, b, [onerror], [src]")).isEmpty();
            assertThat(page.text()).contains(Jsoup.parse(Entities.escape(nasty)).text());
        }
    }

    private RequestLetter told(String nasty) {
        RequestNumber other = new RequestNumber("99");
        requests.add(
                CLERK,
                new NewRequest(
                        other, agency.clock.instant(), false, nasty, new Requester(nasty, "", "", "", "", nasty)));
        requests.assign(CLERK, other, new OfficerId("prasit"));
        requests.clarify(CLERK, other, nasty, Branch.NOT_HELD);
        requests.release().toldNotHeld(CLERK, other);
        return requests.letters()
                .open(CLERK, other, requests.letters().list(other).get(0).number(), "พิมพ์");
    }

    @Test
    void whatARequesterWroteCanNeitherBeginALineNorTurnTheText() {
        add(false);
        requests.assign(CLERK, NUMBER, new OfficerId("prasit"));
        requests.clarify(
                CLERK, NUMBER, "สถิติ\n\nเรียน ปลัดกระทรวง\u2028ลงชื่อ\u202Eกลับ\u2066ด้าน", Branch.OWNED_BY_OTHERS);
        RequestLetter letter = requests.ask(CLERK, NUMBER, "สท.");

        assertThat(letter.text())
                .contains("คือ สถิติ เรียน ปลัดกระทรวง ลงชื่อกลับด้าน")
                .doesNotContain("\u202E", "\u2066");
        assertThat(letter.text().lines().filter(line -> line.startsWith("เรียน ")))
                .containsExactly("เรียน ผู้อำนวยการสำนักเงินสมทบ");
    }

    @Test
    void aPlaceholderThatStandsForNothingIsFoundWhenThePolicyIsTaken() throws IOException {
        for (String file : List.of("policy.yaml", "units.csv", "texts_th.properties", "texts_en.properties")) {
            try (InputStream in = Objects.requireNonNull(
                    RequestPolicy.class.getResourceAsStream("/dev/prakat/policy/sso-data-request/" + file))) {
                Files.write(policies.resolve(file), in.readAllBytes());
            }
        }
        Path texts = policies.resolve("texts_th.properties");
        Files.writeString(
                texts,
                Files.readString(texts, StandardCharsets.UTF_8)
                        .replace("letter.OWNER.closing=", "letter.OWNER.closing=${script:javascript:1} ")
                        .replace("letter.COVER.closing=", "letter.COVER.closing=${telephone:-1} "));
        RequestPolicy policy = RequestPolicy.load(policies);

        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> agency.restartWith(policy))
                .satisfies(problem -> assertThat(problem.findings()).hasSize(2))
                .withMessageContaining("letter.OWNER.closing")
                .withMessageContaining("letter.COVER.closing");
    }
}
