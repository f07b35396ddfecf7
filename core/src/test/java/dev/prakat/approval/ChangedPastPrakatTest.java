package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.TestAgency;
import dev.prakat.delivery.Health;
import dev.prakat.delivery.Placement;
import dev.prakat.delivery.PlacementState;
import dev.prakat.item.ItemId;
import dev.prakat.journal.Difference;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever changes a row or a file past Prakat after an agreement publishes nothing by it, is told of by health, and is named. */
@Tag("S001-R09")
class ChangedPastPrakatTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 10);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    @TempDir
    Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prakat_revision   | title = 'ปลอม'                                   | revision 1 content",
                "prakat_revision   | body_html = '<p>ปลอม</p>'                        | revision 1 content",
                "prakat_revision   | content_hash = repeat('a', 64)                   | revision 1 hash",
                "prakat_attachment | name = 'ปลอม.txt'                                | revision 1 content",
                "prakat_attachment | sha256 = repeat('b', 64)                         | revision 1 files",
                "prakat_plan       | closes_at = '2021-12-31 00:00:00+07'             | revision 1 plan",
                "prakat_plan       | opens_at = '2021-03-02 00:00:00+07'              | revision 1 plan",
                "prakat_plan       | kind = 'VANISH'                                  | revision 1 plan",
                "prakat_placement  | closes_at = '2021-12-31 00:00:00+07'             | placement .* closes",
                "prakat_placement  | closes_at = null                                 | placement .* closes",
                "prakat_placement  | kind = 'WITHDRAWN'                               | placement .* kind",
                "prakat_placement  | category = 'media'                               | placement .* category",
                "prakat_placement  | binding = repeat('c', 64)                        | placement .* binding",
                "prakat_item       | binding = repeat('d', 64)                        | item.binding"
            })
    void aRowThatIsChangedIsNeverPublishedAndIsNamed(String table, String change, String named) {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        agency.sql("create table kept as select * from " + table);
        assertThat(agency.sql("update " + table + " set " + change)).isEqualTo(1);

        agency.at("2021-03-10T02:00:00Z");
        assertThat(agency.prakat().sweep().published()).isZero();
        assertThat(agency.publicText()).doesNotContain("ปลอม").doesNotContain("รายละเอียดของ");
        assertThat(only(id).state()).isEqualTo(PlacementState.FAILED);
        assertThat(only(id).lastProblem()).contains("not what was agreed to");
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(agency.prakat().replay().differences())
                .extracting(Difference::line)
                .anyMatch(line -> line.matches(id + ": " + named + ": .*"));

        String column = change.substring(0, change.indexOf(' '));
        agency.sql("update " + table + " set " + column + " = (select " + column + " from kept)");
        agency.at("2021-03-10T03:00:00Z");
        assertThat(agency.prakat().sweep().published())
                .as("what is restored goes out by itself")
                .isEqualTo(1);
        assertThat(agency.publicText()).contains("รายละเอียดของ");
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.UP);
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    @Tag("S001-R26")
    void aRowCannotMakeThePeriodBeginEarlier() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        agency.sql(
                "update prakat_placement set opens_at = '2021-03-02 00:00:00+07', due_at = '2021-03-02 00:00:00+07'");
        agency.at("2021-03-02T02:00:00Z");
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");
        assertThat(only(id).lastProblem()).contains("not what was agreed to");
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.DEGRADED);
    }

    @Test
    @Tag("S001-R26")
    @Tag("S002-R05")
    void aRowCannotMakeThePeriodEndLater() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.at("2021-03-10T02:00:00Z");
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("รายละเอียดของ");
        agency.sql("update prakat_placement set closes_at = '2021-12-31 00:00:00+07'");

        agency.at("2021-03-31T17:00:00Z");
        assertThat(agency.prakat().sweep().takenDown()).isEqualTo(1);
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");
        assertThat(only(id).state()).isEqualTo(PlacementState.REMOVAL_PROVEN);
    }

    @Test
    @Tag("S001-R26")
    void aRowCannotBringBackWhatWasOrderedDown() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.at("2021-03-10T02:00:00Z");
        agency.prakat().sweep();
        agency.prakat().approvals().withdraw(id, TestAgency.AUTHOR, TakeDownKind.GONE, TakeDownReason.ERROR, "ผิดฉบับ");
        agency.prakat().sweep();
        agency.sql("update prakat_placement set ordered_at = null, order_kind = null, order_reason = null,"
                + " due_at = '2021-03-10 00:00:00+07'");
        agency.at("2021-03-10T03:00:00Z");
        assertThat(agency.prakat().sweep().published()).isZero();
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");
        assertThat(only(id).lastProblem()).contains("ordered to be taken down");
    }

    @Test
    void aRowCannotBringBackARevisionThatANewerAgreementReplaced() {
        ItemId id = agency.approved(TestAgency.draft("ฉบับเก่า", FROM, UNTIL));
        agency.prakat().sweep();
        String old = agency.prakat().items().get(id).binding();
        agency.prakat().items().revise(TestAgency.AUTHOR, id, TestAgency.draft("ฉบับใหม่", FROM, UNTIL));
        agency.approve(id);
        agency.at("2021-03-10T02:00:00Z");
        agency.prakat().sweep();
        agency.sql(
                "update prakat_placement set revision = 1, binding = '" + old + "', due_at = '2021-03-10 00:00:00+07'");
        agency.at("2021-03-10T03:00:00Z");
        assertThat(agency.prakat().sweep().published()).isZero();
        assertThat(agency.publicText()).contains("ฉบับใหม่").doesNotContain("ฉบับเก่า");
        assertThat(only(id).lastProblem()).contains("found the agreement " + old);
        assertThat(agency.prakat().replay().differences())
                .extracting(Difference::line)
                .anyMatch(
                        line -> line.contains("placement " + id + "@www revision: the events say 2, the tables say 1"));
    }

    @Test
    void aFileThatIsChangedOnTheDiskIsNotPublishedUntilItIsPutBack() throws IOException {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        Path file = agency.stored(
                agency.prakat().items().get(id).current().attachments().get(0).sha256());
        byte[] agreed = Files.readAllBytes(file);
        Files.writeString(file, "เนื้อหาปลอม");

        agency.at("2021-03-10T02:00:00Z");
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("เนื้อหาปลอม").doesNotContain("รายละเอียดของ");
        assertThat(only(id).lastProblem()).contains("attachment 1 has bytes with the hash");
        assertThat(agency.prakat().health().failing()).isEqualTo(1);

        Files.delete(file);
        agency.at("2021-03-10T03:00:00Z");
        agency.prakat().sweep();
        assertThat(only(id).lastProblem())
                .contains("attachment 1 cannot be read")
                .doesNotContain("ประกาศ.txt");
        agency.prakat()
                .approvals()
                .withdraw(id, TestAgency.AUTHOR, TakeDownKind.GONE, TakeDownReason.ERROR, "แฟ้มเสีย");
        agency.prakat().sweep();
        assertThat(only(id).state())
                .as("nothing was begun, so nothing is to be taken down")
                .isEqualTo(PlacementState.WAITING);

        Files.write(file, agreed);
        agency.approve(id);
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("รายละเอียดของ", "เนื้อหาของ ประกาศ");
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    void whatIsChangedBeforeTheDecisionCannotBeAgreedTo() {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().approvals().submit(id, TestAgency.AUTHOR);
        agency.sql("update prakat_revision set title = 'ปลอม'");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> agency.prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.approve("")))
                .withMessageContaining("not what was submitted")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
    }

    private Placement only(ItemId id) {
        assertThat(agency.prakat().placements().of(id)).hasSize(1);
        return agency.prakat().placements().of(id).get(0);
    }
}
