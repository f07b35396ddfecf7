package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.PrakatListener.Event;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's listener is told of tasks, refusals, errors and what is late, and whom each is for. */
class WhoIsToldTest {

    @TempDir
    Path folder;

    private final List<Event> told = new ArrayList<>();
    private TestAgency agency;
    private ItemId id;

    @BeforeEach
    void submit() {
        agency = new TestAgency(folder);
        agency.restart(told::add);
        id = agency.prakat()
                .items()
                .draft(
                        TestAgency.AUTHOR,
                        TestAgency.draft("ประกาศ", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 5, 31)));
        agency.prakat().approvals().submit(id, TestAgency.AUTHOR);
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    @Tag("S001-R09")
    void theDirectorHasATaskAndTheRequesterLearnsWhyItWasRefused() {
        assertThat(only("task.assigned").to()).containsExactly(new OfficerId("director-ssn"));
        assertThat(only("task.assigned").details())
                .containsEntry("title", "ประกาศ")
                .containsEntry("step", "agree");
        agency.prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.refuse("ขาดเอกสารแนบ"));
        assertThat(only("item.refused").to()).containsExactly(new OfficerId("somying"));
        assertThat(only("item.refused").details()).containsEntry("reason", "ขาดเอกสารแนบ");
    }

    @Test
    @Tag("S001-R10")
    @Tag("S001-R28")
    void theSuperiorLearnsOfAnErrorAndOnceOfWhatIsLate() {
        agency.prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.approve(""));
        agency.prakat().sweep();
        agency.prakat()
                .approvals()
                .verify(
                        id,
                        TestAgency.COLLEAGUE,
                        new Verification(false, true, true, Set.of(), "", List.of("วันที่ผิด")));
        assertThat(only("site.error-found").to()).contains(new OfficerId("superior"), new OfficerId("somying"));
        assertThat(only("site.error-found").details())
                .containsEntry("message", "วันที่ผิด")
                .containsEntry("dueTh", "1 มีนาคม 2564 เวลา 23:59 น.");
        agency.at("2021-03-02T02:00:00Z");
        agency.prakat().sweep();
        agency.prakat().sweep();
        assertThat(only("site.error-late").to()).contains(new OfficerId("superior"));
    }

    private Event only(String type) {
        return told.stream()
                .filter(event -> event.type().equals(type))
                .reduce((one, other) -> {
                    throw new AssertionError("told twice: " + type);
                })
                .orElseThrow();
    }
}
