package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a folder is found when it is read, all of it at once. */
class BrokenPolicyTest {

    @TempDir
    Path temp;

    @Test
    void aSoundCopyLoadsWithItsGapAndTheVersionOfTheBuiltIn() throws IOException {
        PolicyFolder folder = PolicyFolder.copyOfSsoWebsite(temp);

        assertThat(folder.check().loads()).isTrue();
        assertThat(folder.check().gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.message()).contains("M037"));
        assertThat(AgencyPolicy.load(temp).version())
                .isEqualTo(AgencyPolicy.builtIn("sso-website").version());
    }

    @Test
    void theVersionChangesWithEveryFile() throws IOException {
        PolicyFolder folder = PolicyFolder.copyOfSsoWebsite(temp);
        String before = AgencyPolicy.load(temp).version();
        for (String file : PolicyFolder.FILES) {
            folder.append(file, "\n");
            String after = AgencyPolicy.load(temp).version();
            assertThat(after).as(file).isNotEqualTo(before);
            before = after;
        }
    }

    @Test
    void listsAllMistakesAtOnceWithPlaceAndRemedy() throws IOException {
        PolicyFolder.copyOfSsoWebsite(temp)
                .replace("matrix.csv", "organisation-history,M003", "Organisation History,M003")
                .replace("matrix.csv", "vision-mission,M004", "core-tasks,M004")
                .replace("matrix.csv", "photo-news,M025", "photo-news,M024")
                .replace("matrix.csv", "กฎกระทรวง,กม.,", "กฎกระทรวง,กฟ.,")
                .replace("matrix.csv", "M100,2.1,คลังความรู้,", "M100,2.1,คลังความรุ้,")
                .replace("units.csv", "high,UNIT_CLASS,,12", "high,CLASS,,12")
                .replace("policy.yaml", "within: 3d", "within: 3 days")
                .replace("policy.yaml", "post: DIRECTOR", "post: DIRECTER")
                .replace("policy.yaml", "duty: PUBLISH", "duty: PUBLISHING")
                .replace("texts_en.properties", "duty.VERIFY=Verification\n", "");

        InvalidException refused = catchThrowableOfType(InvalidException.class, () -> AgencyPolicy.load(temp));

        assertThat(refused.code()).isEqualTo(ProblemCode.CONFIGURATION);
        assertThat(refused.findings())
                .extracting(Finding::place)
                .containsExactlyInAnyOrder(
                        "units.csv:9",
                        "matrix.csv:4",
                        "matrix.csv:8",
                        "matrix.csv:26",
                        "matrix.csv:45",
                        "matrix.csv:101",
                        "policy.yaml:39",
                        "policy.yaml:44",
                        "policy.yaml:44",
                        "texts_en.properties");
        assertThat(refused)
                .hasMessageContaining("'Organisation History'")
                .hasMessageContaining("also in row 5")
                .hasMessageContaining("the row number M024 is also in row 25")
                .hasMessageContaining("column data names 'กฟ.'")
                .hasMessageContaining("คลังความรุ้")
                .hasMessageContaining("'3 days'")
                .hasMessageContaining("'DIRECTER' is not one of")
                .hasMessageContaining("[DATA, PUBLISH, VERIFY]")
                .hasMessageContaining("'duty.VERIFY' is missing");
        assertThat(refused.findings())
                .allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
        assertThat(AgencyPolicy.check(temp).errors()).isEqualTo(refused.findings());
    }

    @Test
    void asksForEveryMissingFile() throws IOException {
        Files.createDirectories(temp.resolve("matrix.csv"));

        assertThat(AgencyPolicy.check(temp).errors())
                .extracting(Finding::place)
                .containsExactlyElementsOf(PolicyFolder.FILES);
        assertThat(AgencyPolicy.check(temp.resolve("nowhere")).errors())
                .hasSize(1)
                .first()
                .satisfies(finding -> assertThat(finding.message()).contains("no such folder"));
    }

    @Test
    void namesTheRowFromWhichAFileIsNotUtf8() throws IOException {
        PolicyFolder folder = PolicyFolder.copyOfSsoWebsite(temp);
        String units = folder.text("units.csv").substring(1);
        folder.write("units.csv", units, Charset.forName("x-windows-874"));

        assertThat(folder.check().errors()).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo("units.csv:2");
            assertThat(finding.rule()).isEqualTo("POLICY-ENCODING");
            assertThat(finding.remedy()).contains("CSV UTF-8");
        });
    }

    @Test
    void readsFilesWithAndWithoutAByteOrderMark() throws IOException {
        PolicyFolder folder = PolicyFolder.copyOfSsoWebsite(temp);
        for (String file : PolicyFolder.FILES) {
            String text = folder.text(file);
            folder.write(file, text.startsWith("\uFEFF") ? text.substring(1) : "\uFEFF" + text, StandardCharsets.UTF_8);
        }

        assertThat(folder.check().errors()).isEmpty();
    }

    @Test
    void saysThatTheSpreadsheetWroteSemicolons() throws IOException {
        PolicyFolder folder = PolicyFolder.copyOfSsoWebsite(temp);
        folder.write("matrix.csv", folder.text("matrix.csv").replace(',', ';'), StandardCharsets.UTF_8);

        assertThat(folder.check().errors())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("semicolons"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "matrix.csv~item,data~label,data~the column 'item' is missing",
                "matrix.csv~item,data~item,data,data~the column 'data' occurs twice",
                "matrix.csv~verify,variants~verify,colour~found the column 'colour'",
                "matrix.csv~,publish,~,published,~the column 'publish' is missing",
                "matrix.csv~ประวัติสำนักงานประกันสังคม~ประวัติ, สำนักงาน~found 16 cells, expected 15",
                "matrix.csv~about,M001~about,~no number in the column row",
                "matrix.csv~ติดต่อประกันสังคม~``~no label in the column item",
                "matrix.csv~วิสัยทัศน์ พันธกิจ~ประวัติสำนักงานประกันสังคม~occurs twice in section 2.1",
                "matrix.csv~2.1,เกี่ยวกับประกันสังคม,,,~2.1,,เกี่ยวกับประกันสังคม,,~a level is filled",
                "matrix.csv~yes,S001~ja,S001~found 'ja' in the column listed",
                "matrix.csv~about,M001~\"about,M001~cannot be read",
                "units.csv~ศสน.,ศูนย์~,ศูนย์~without code",
                "units.csv~กวพ.,กอง~ศสน.,กอง~the code ศสน. occurs twice",
                "units.csv~กพพ.~ศสน.~is also one of ศสน.",
                "units.csv~example,UNIT,สปจ.~example,UNIT,กค.~which is no UNIT_CLASS",
                "policy.yaml~id: sso-website~id: SSO~has the id 'SSO'",
                "policy.yaml~www.sso.example.go.th~https://x~a host name",
                "policy.yaml~duties:~duties:\\n    bad:~not YAML",
                "policy.yaml~duties:~duties: &a~anchors",
                "policy.yaml~posts:~duties:~Duplicate field",
                "policy.yaml~posts:~post:~has the field 'post'",
                "policy.yaml~id: VERIFY~id: DATA~the duty 'DATA' occurs twice",
                "policy.yaml~quorum: ANY_OF~quorum: OWNER_PLUS_CENTRAL~names no central unit",
                "policy.yaml~quorum: ANY_OF~quorum: any~expected one of [ANY_OF",
                "policy.yaml~rule: S001-R15~rule: R15~the rule that it comes from",
                "policy.yaml~, rule: S001-R15~``~has no 'rule'",
                "policy.yaml~sources: [INTERNAL]~sources: []~has no sources",
                "policy.yaml~sources: [INTERNAL], holds: [DATA, PUBLISH], listed: true, routineMission: true~sources: [INTERNAL]~is never taken",
                "policy.yaml~sources: [INTERNAL]~sources: INTERNAL~not a list",
                "policy.yaml~kind: DECIDE~kind: PUBLISH~is not a decision but has outcomes",
                "policy.yaml~then: verify~then: agre~leads to 'agre'",
                "policy.yaml~then: verify, rule: S001-R10~then: DONE, rule: S001-R10~no way leads to step verify",
                "policy.yaml~then: DONE, rule: S001-R15~then: publish, rule: S001-R15~dead end",
                "policy.yaml~{APPROVE: publish, REFUSE~{REFUSE~cannot be approved",
                "policy.yaml~{APPROVE: publish, REFUSE~{APPROVE: publish, WAIT: publish, REFUSE~has the field 'WAIT'",
                "policy.yaml~of: AUTHOR_UNIT~of: ศสม.~nearest: ศสน.",
                "policy.yaml~{duty: PUBLISH}~{duty: PUBLISH, post: DIRECTOR}~expected exactly one of",
                "policy.yaml~id: publish~id: agree~occurs twice in s001-2-1-1",
                "policy.yaml~value: true~value: maybe~of approverMustDiffer does not fit",
                "policy.yaml~value: GONE~value: AWAY~write one of [GONE",
                "policy.yaml~value: 365~value: 0~of permanentReviewDays does not fit",
                "policy.yaml~{duty: VERIFY}~{is: NOBODY}~found 'NOBODY'",
                "policy.yaml~{is: ASSIGNED_OFFICER}~{post: DIRECTOR, of: ASSIGNED_UNIT}~nobody can take step publish",
                "policy.yaml~{outside: MINISTRY_AGENCY_HEAD}~{post: MINISTRY_AGENCY_HEAD, of: ANY_UNIT}~nobody of the agency holds",
                "policy.yaml~{outside: MINISTRY_AGENCY_HEAD}~{outside: DIRECTOR}~is one of the agency",
                "policy.yaml~of: ศสน.}~of: หน่วยงานเจ้าของข้อมูล}~nobody can hold DIRECTOR",
                "policy.yaml~to: [ศสน., สบท.]~to: [ศสน., สบม.]~the unit 'สบม.' is not in",
                "policy.yaml~central: ศสน.~central: ศศศ.~the unit 'ศศศ.' is not in",
                "policy.yaml~parts: [APPROVER, PUBLISHER, VERIFIER]~parts: [APPROVER]~expected at least two",
                "policy.yaml~within: 3d, then~within: {limit: 3d, from: agre}, then~counts from 'agre'",
                "policy.yaml~within: 3d, then~within: {by: nothing, SHIFT: 3d}, then~which is no setting",
                "policy.yaml~every: 1wd, rule: S001-R04~rule: S001-R04~both or neither of every and within",
                "policy.yaml~reportTo: SUPERIOR~reportTo: BOSS~the post 'BOSS'",
                "policy.yaml~{category: news,~{category: newz,~a window names the category 'newz'",
                "policy.yaml~defaultLength: 12mo~defaultLength: 48mo~is longer than the longest",
                "policy.yaml~longest: 36mo~longest: 3y~found '3y' in longest",
                "policy.yaml~warnDays: [30, 7, 1]~warnDays: [soon]~found 'soon' in warnDays",
                "policy.yaml~hours: {value: OFFICE~hours: {value: NIGHT~write one of [OFFICE, ELAPSED]",
                "policy.yaml~settings:~settings:\\n  colour: {value: RED, rule: AMB-01}~has the field 'colour'",
                "policy.yaml~dataDuty: {value: DATA~dataDuty: {value: DATEN~which is no duty",
                "policy.yaml~enabled: false~enabled: perhaps~write true or false",
                "matrix.csv~yes,S001-R15,yes~yes,S001-R15,ja~found 'ja' in the column printed",
                "matrix.csv~listed,rule,printed~listed,rule,fields~the field 'yes' is not one of",
                "matrix.csv~,1mo,~,soon,~write, for example, 90d",
                "matrix.csv~listed,rule,printed~listed,rule,checklist~found 'yes' in the column checklist",
                "matrix.csv~listed,rule,printed~listed,rule,routine~the column routine names 'yes'",
                "matrix.csv~listed,rule,printed~listed,rule,quorum~found 'yes' in the column quorum",
                "matrix.csv~listed,rule,printed~listed,rule,valid_from~the date 'yes' in the column valid_from",
                "units.csv~ศสน.,ศูนย์สารนิเทศ,Information Centre,,high,UNIT~ศสน.,ศูนย์สารนิเทศ,Information Centre,,high,POST~has another code than posts have",
                "units.csv~ศสน.,ศูนย์สารนิเทศ,Information Centre,,high,UNIT~CLERK,เสมียน,Clerk,,high,POST,,\\nศสน.,ศูนย์สารนิเทศ,Information Centre,,high,UNIT~the post CLERK is not among the posts",
                "texts_th.properties~duty.DATA=ด้านข้อมูล~duty.DATA=~'duty.DATA' is empty",
                "texts_th.properties~duty.DATA=ด้านข้อมูล~duty.DATA=\\u12~broken \\u escape",
                "texts_th.properties~duty.DATA~duty.DATE~'duty.DATA' is missing"
            })
    void findsTheMistake(String file, String old, String with, String message) throws IOException {
        PolicyFolder folder = PolicyFolder.copyOfSsoWebsite(temp).replace(file, old, with.replace("\\n", "\n"));

        assertThat(folder.check().errors())
                .isNotEmpty()
                .anySatisfy(finding -> assertThat(finding.line()).contains(message));
        assertThat(folder.check().gaps()).isEmpty();
    }

    @Test
    void asksForATextThatNeitherLanguageHas() throws IOException {
        PolicyFolder folder = PolicyFolder.copyOfSsoWebsite(temp)
                .replace("texts_th.properties", "post.DIRECTOR=ผู้อำนวยการหรือเทียบเท่า\n", "")
                .replace("texts_en.properties", "post.DIRECTOR=Director or equivalent\n", "");

        assertThat(folder.check().errors())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("no text 'post.DIRECTOR'"));
    }

    @Test
    void anEmptyFileIsAFinding() throws IOException {
        for (String file : PolicyFolder.FILES) {
            Path folder = Files.createDirectory(temp.resolve("without-" + file));
            PolicyFolder.copyOfSsoWebsite(folder).write(file, "", StandardCharsets.UTF_8);
            assertThat(AgencyPolicy.check(folder).errors()).as(file).isNotEmpty();
        }
    }

    @Test
    void noticesZerosThatASpreadsheetAte() throws IOException {
        PolicyFolder folder = PolicyFolder.copyOfSsoWebsite(temp)
                .replaceAllIn("matrix.csv", ",M0", ",0")
                .replaceAllIn("matrix.csv", ",M", ",")
                .replace("matrix.csv", "organisation-history,003", "organisation-history,3")
                .replace("units.csv", "ศสน.,ศูนย์", "007,ศูนย์")
                .replace("units.csv", "Information Centre,,", "Information Centre,ศสน.,")
                .replaceAllIn("policy.yaml", "ศสน.", "'007'")
                .replace("matrix.csv", "ปฏิทินกิจกรรม,กนผ.", "ปฏิทินกิจกรรม,7");

        assertThat(folder.check().errors())
                .hasSize(2)
                .anySatisfy(finding -> {
                    assertThat(finding.place()).isEqualTo("matrix.csv:4");
                    assertThat(finding.message()).contains("'3' in the column row", "3 digits");
                    assertThat(finding.remedy()).contains("leading zeros");
                })
                .anySatisfy(finding -> {
                    assertThat(finding.message()).contains("names '7'");
                    assertThat(finding.remedy()).contains("is it 007?");
                });
    }

    @Test
    void aDutyThatNoRowFillsIsARoleThatNobodyCanHold() throws IOException {
        PolicyFolder folder = PolicyFolder.copyOf("pathumthani-pho", temp)
                .replace("matrix.csv", ",เจ้าหน้าที่ผู้รับผิดชอบ (Web Master),", ",,");

        assertThat(folder.check().errors())
                .extracting(finding -> finding.message())
                .anySatisfy(message -> assertThat(message)
                        .contains("nobody can take step publish of s002-publish", "holder of PUBLISH"));
    }

    @ParameterizedTest
    @CsvSource({"pathumthani-pho", "phan-dho", "sso-website"})
    void throwsNothingElseWhateverTheFilesHold(String id) throws IOException {
        PolicyFolder folder = PolicyFolder.copyOf(id, temp);
        Random random = new Random(2564);
        for (int round = 0; round < 200; round++) {
            String file = PolicyFolder.FILES.get(random.nextInt(PolicyFolder.FILES.size()));
            byte[] sound = Files.readAllBytes(temp.resolve(file));
            Files.write(temp.resolve(file), spoilt(sound, random));
            assertThat(folder.check()).isNotNull();
            Files.write(temp.resolve(file), sound);
        }
        assertThat(folder.check().loads()).isTrue();
    }

    private static byte[] spoilt(byte[] sound, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        byte[] nasty = "\"\n,;:{}[]&*|>-\t #%@`'\\\u0000".getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextBoolean() ? nasty[random.nextInt(nasty.length)] : (byte) random.nextInt(256);
        }
        return bytes;
    }
}
