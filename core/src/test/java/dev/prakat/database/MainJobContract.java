package dev.prakat.database;

import static dev.prakat.TestAgency.AUTHOR;
import static dev.prakat.TestAgency.COLLEAGUE;
import static dev.prakat.TestAgency.DIRECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.Prakat;
import dev.prakat.TestAgency;
import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Decision;
import dev.prakat.approval.Task;
import dev.prakat.delivery.Health;
import dev.prakat.delivery.PlacementState;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemState;
import dev.prakat.journal.JournalEvent;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.testkit.InMemoryTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of two items on this database: every question that it is asked is asked once. */
abstract class MainJobContract {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    @TempDir
    private Path folder;

    abstract EmptyDatabase newDatabase();

    @Test
    @Tag("S001-R09")
    @Tag("S001-R10")
    @Tag("AT-40")
    void itemsAreRefusedRevisedAgreedToShownAndTakenDown() {
        try (EmptyDatabase database = newDatabase();
                TestAgency agency = new TestAgency(folder, database.dataSource())) {
            assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.NEVER_RAN);
            ItemId notice = refusedThenAgreed(agency.prakat());
            ItemId error = agency.approved(TestAgency.draft("ผิดพลาด", FROM, UNTIL));
            assertThat(agency.prakat().sweep().published()).isEqualTo(2);
            assertThat(agency.publicText()).contains("ฉบับแก้ไข", "ผิดพลาด").doesNotContain("ฉบับร่าง");

            agency.prakat()
                    .approvals()
                    .withdraw(
                            error, COLLEAGUE, TakeDownKind.VANISH, TakeDownReason.PDPA_REQUEST, "เจ้าของข้อมูลร้องขอ");
            assertThat(agency.prakat().sweep().takenDown()).isEqualTo(1);
            assertThat(agency.publicText()).doesNotContain("ผิดพลาด");

            agency.restart(new InMemoryTarget(agency.web));
            agency.at("2021-03-31T17:00:05Z");
            assertThat(agency.prakat().health().overdue()).isEqualTo(1);
            assertThat(agency.prakat().sweep().takenDown()).isEqualTo(1);
            assertThat(agency.publicText()).doesNotContain("ฉบับแก้ไข</p>");
            assertThat(agency.prakat().placements().of(notice)).singleElement().satisfies(placement -> {
                assertThat(placement.state()).isEqualTo(PlacementState.REMOVAL_PROVEN);
                assertThat(placement.removalLateness()).isEqualTo(Duration.ofSeconds(5));
            });
            assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.UP);
            whatIsListed(agency.prakat(), notice, error);
        }
    }

    private static ItemId refusedThenAgreed(Prakat prakat) {
        ItemId notice = prakat.items().draft(AUTHOR, TestAgency.draft("ฉบับร่าง", FROM, UNTIL));
        prakat.approvals().submit(notice, AUTHOR);
        assertThat(prakat.approvals().tasksFor(DIRECTOR.officer()))
                .extracting(Task::item)
                .contains(notice);
        prakat.approvals().decide(notice, DIRECTOR, Decision.refuse("ขาดเอกสารแนบ"));
        assertThat(prakat.items().get(notice).state()).isEqualTo(ItemState.DRAFT);
        prakat.items().revise(AUTHOR, notice, TestAgency.draft("ฉบับแก้ไข", FROM, UNTIL));
        prakat.approvals().submit(notice, AUTHOR);
        prakat.approvals().decide(notice, DIRECTOR, Decision.approve("ถูกต้องครบถ้วน"));
        return notice;
    }

    private static void whatIsListed(Prakat prakat, ItemId notice, ItemId error) {
        assertThat(prakat.items().newest(10)).extracting(Item::id).containsExactlyInAnyOrder(notice, error);
        assertThat(prakat.placements().newest(1)).hasSize(1);
        assertThat(prakat.approvals().cases(notice))
                .extracting(ApprovalCase::status)
                .containsExactly(ApprovalCase.Status.REFUSED, ApprovalCase.Status.APPROVED);
        assertThat(prakat.history(notice.value()))
                .extracting(JournalEvent::type)
                .startsWith("item.drafted", "item.submitted")
                .contains("item.revised", "item.approved", "placement.published", "placement.taken-down")
                .endsWith("placement.removal-proven");
        assertThat(prakat.history(notice.value()))
                .extracting(JournalEvent::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
