package dev.prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.approval.Approvals;
import dev.prakat.approval.Decision;
import dev.prakat.delivery.Placements;
import dev.prakat.item.Attachment;
import dev.prakat.item.Draft;
import dev.prakat.item.ErasureOrder;
import dev.prakat.item.FileAttachmentStore;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.item.Items;
import dev.prakat.item.Revision;
import dev.prakat.journal.Difference;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Notification;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.AttachmentStore;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.transaction.PersistenceUnit;
import dev.prakat.transaction.UnitOfWork;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal data inside an immutable revision go by order: the bytes go, the hash and the proof stay, replay passes. */
class ErasureTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);
    private static final Actor DPO = Actor.local("director-ssn");

    /** Stands in every part of the draft, and must be nowhere afterwards. */
    private static final String SECRET = "ลับเฉพาะบุคคล";

    @TempDir
    private Path folder;

    private TestAgency agency;
    private EntityManagerFactory factory;
    private Journal journal;
    private Store store;
    private ItemLifecycle lifecycle;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
        factory = PersistenceUnit.open(
                agency.database,
                Stream.of(Journal.entities(), Items.entities(), Approvals.entities(), Placements.entities())
                        .<Class<?>>flatMap(List::stream)
                        .toList());
        RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();
        journal = new Journal(
                UnitOfWork.resourceLocal(factory), agency.clock, (actor, correlation) -> recorder, List.of(event -> {
                    throw new IllegalStateException("not today");
                }));
        store = new Store(new FileAttachmentStore(folder.resolve("attachments")));
        lifecycle = new ItemLifecycle(journal, store);
    }

    @AfterEach
    void close() {
        factory.close();
        agency.close();
    }

    @Test
    void theContentGoesAndTheHashAndTheProofStay() throws Exception {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, secretDraft("หนึ่ง"));
        agency.prakat().items().revise(TestAgency.AUTHOR, id, TestAgency.draft("ปกปิดแล้ว", FROM, UNTIL));
        Revision before = agency.prakat().items().revision(id, 1);

        erase(id, 1, order(false));

        Revision after = agency.prakat().items().revision(id, 1);
        assertThat(after.hash()).isEqualTo(before.hash());
        assertThat(after.title() + after.summary() + after.bodyHtml()).isEmpty();
        assertThat(after.remark()).isNull();
        assertThat(after.externalLink()).isNull();
        assertThat(after.removed()).isEmpty();
        assertThat(after.plan()).isEqualTo(before.plan());
        assertThat(after.attachments())
                .extracting(Attachment::sha256)
                .isEqualTo(before.attachments().stream().map(Attachment::sha256).toList());
        assertThat(after.erasure()).isNotNull().satisfies(erasure -> {
            assertThat(erasure.order()).isEqualTo("ปท 7/2564");
            assertThat(erasure.official()).isEqualTo("คณะกรรมการตัวอย่าง");
            assertThat(erasure.at()).isEqualTo(agency.clock.instant());
        });
        assertThatThrownBy(() -> store.open(before.attachments().get(0).sha256()))
                .isInstanceOf(IOException.class);
        assertThat(agency.everythingInTheDatabase()).doesNotContain(SECRET);
        assertThat(found()).isEmpty();
        assertThat(agency.prakat().items().get(id).current().title()).isEqualTo("ปกปิดแล้ว");
    }

    @Test
    void aSecondOrderForTheSameRevisionChangesNothing() {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, secretDraft("หนึ่ง"));
        erase(id, 1, order(false));
        int events = agency.prakat().history(id.value()).size();

        erase(id, 1, new ErasureOrder("ปท 8/2564", "ศาลตัวอย่าง", "ซ้ำ", false));

        assertThat(agency.prakat().history(id.value())).hasSize(events);
        assertThat(agency.prakat().items().revision(id, 1).erasure())
                .isNotNull()
                .satisfies(erasure -> assertThat(erasure.order()).isEqualTo("ปท 7/2564"));
    }

    @Test
    void whatOfficersWroteGoesWhenTheOrderSaysSo() throws Exception {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, secretDraft("หนึ่ง"));
        agency.approve(id);
        agency.prakat()
                .approvals()
                .withdraw(id, DPO, TakeDownKind.VANISH, TakeDownReason.PDPA_REQUEST, "มีข้อมูลของ " + SECRET);
        journal.command(DPO, "test", id.value(), recording -> {
            recording.notify(
                    new Notification("item.withdrawn", id.value(), Set.of(DPO.officer()), Map.of("reason", SECRET)));
            return id;
        });
        assertThat(agency.everythingInTheDatabase()).contains(SECRET);

        erase(id, 1, order(true));

        assertThat(agency.everythingInTheDatabase()).doesNotContain(SECRET);
        assertThat(found()).isEmpty();
        assertThat(agency.prakat().history(id.value()))
                .filteredOn(event -> event.type().equals("item.take-down-ordered"))
                .singleElement()
                .satisfies(event -> assertThat(event.details())
                        .containsEntry("because", "PDPA_REQUEST")
                        .doesNotContainKey("note"));
        assertThat(journal.undelivered(10))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.event().details()).isEmpty());
    }

    @Test
    void aFileThatAnotherRevisionHasTooStaysUntilThatOneIsErased() throws Exception {
        Draft draft = secretDraft("หนึ่ง");
        ItemId one = agency.prakat().items().draft(TestAgency.AUTHOR, draft);
        ItemId other = agency.prakat().items().draft(TestAgency.AUTHOR, draft);
        String sha256 =
                agency.prakat().items().get(one).current().attachments().get(0).sha256();

        erase(one, 1, order(false));
        try (InputStream bytes = store.open(sha256)) {
            assertThat(bytes.read()).isNotNegative();
        }
        erase(other, 1, order(false));

        assertThatThrownBy(() -> store.open(sha256)).isInstanceOf(IOException.class);
    }

    @Test
    void bytesThatCouldNotBeDeletedAreDeletedByALaterSweep() throws Exception {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, secretDraft("หนึ่ง"));
        String sha256 =
                agency.prakat().items().get(id).current().attachments().get(0).sha256();
        store.broken = true;
        erase(id, 1, order(false));
        store.open(sha256).close();

        agency.prakat().sweep();

        assertThatThrownBy(() -> store.open(sha256)).isInstanceOf(IOException.class);
    }

    @Test
    void anOrderThatIsRolledBackErasesNothing() throws Exception {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, secretDraft("หนึ่ง"));
        String sha256 =
                agency.prakat().items().get(id).current().attachments().get(0).sha256();

        assertThatThrownBy(() -> journal.command(DPO, "item.erase", id.value(), recording -> {
                    lifecycle.erased(recording, id, 1, order(false));
                    throw new PrakatException(ProblemCode.NOT_ALLOWED, "no");
                }))
                .isInstanceOf(PrakatException.class);
        agency.prakat().sweep();

        store.open(sha256).close();
        assertThat(agency.prakat().items().get(id).current().title()).contains(SECRET);
    }

    @Test
    void whatIsBeingDecidedOrMayBePublicIsNotErased() {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, secretDraft("หนึ่ง"));
        agency.prakat().approvals().submit(id, TestAgency.AUTHOR);
        conflict(() -> erase(id, 1, order(false)), "procedure of revision 1 is running");
        agency.prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.approve(""));
        conflict(() -> erase(id, 1, order(false)), "nobody has ordered it to be taken down");
        agency.prakat()
                .approvals()
                .withdraw(id, DPO, TakeDownKind.VANISH, TakeDownReason.PDPA_REQUEST, "มีข้อมูลส่วนบุคคล");
        agency.prakat().sweep();

        erase(id, 1, order(false));

        assertThat(found()).isEmpty();
    }

    @Test
    void anErasedRevisionCannotBeSubmitted() {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, secretDraft("หนึ่ง"));
        erase(id, 1, order(false));

        conflict(() -> agency.prakat().approvals().submit(id, TestAgency.AUTHOR), "was erased by order ปท 7/2564");
        agency.prakat().items().revise(TestAgency.AUTHOR, id, TestAgency.draft("ใหม่", FROM, UNTIL));
        agency.prakat().approvals().submit(id, TestAgency.AUTHOR);
    }

    @Test
    void contentThatIsPutBackIntoAnErasedRevisionIsNamed() throws Exception {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, secretDraft("หนึ่ง"));
        erase(id, 1, order(false));
        try (Connection connection = agency.database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update prakat_revision set title = 'กลับมา'");
        }
        assertThat(found()).anyMatch(line -> line.startsWith(id + ": revision 1 content: the events say erased"));
    }

    @Test
    void anOrderMustBeNamed() {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> new ErasureOrder(" ", "", "x".repeat(4001), false))
                .satisfies(e -> assertThat(e.findings()).hasSize(3));
    }

    private static Draft secretDraft(String number) {
        return TestAgency.draft(SECRET + " " + number, FROM, UNTIL)
                .withAttachment(TestAgency.file(SECRET + ".txt", "แฟ้ม " + SECRET));
    }

    private static ErasureOrder order(boolean words) {
        return new ErasureOrder("ปท 7/2564", "คณะกรรมการตัวอย่าง", "เจ้าของข้อมูลร้องขอ", words);
    }

    private void erase(ItemId id, int number, ErasureOrder order) {
        journal.command(DPO, "item.erase", id.value(), recording -> {
            lifecycle.erased(recording, id, number, order);
            return id;
        });
    }

    private static void conflict(Runnable command, String message) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(command::run)
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
    }

    private List<String> found() {
        return agency.prakat().replay().differences().stream()
                .map(Difference::line)
                .toList();
    }

    /** A store whose disk can fail. */
    private static final class Store implements AttachmentStore {
        private final AttachmentStore real;
        private boolean broken;

        Store(AttachmentStore real) {
            this.real = real;
        }

        @Override
        public Stored put(InputStream content, long maxBytes) throws IOException {
            return real.put(content, maxBytes);
        }

        @Override
        public InputStream open(String sha256) throws IOException {
            return real.open(sha256);
        }

        @Override
        public void delete(String sha256) throws IOException {
            if (broken) {
                throw new IOException("the disk does not answer");
            }
            real.delete(sha256);
        }
    }
}
