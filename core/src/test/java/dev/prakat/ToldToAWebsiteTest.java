package dev.prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.prakat.item.ItemId;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.SiteView;
import dev.prakat.spi.SiteView.CategoryView;
import dev.prakat.testkit.InMemoryTarget;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a target is given to print beside the text: the history of an item, and how fresh each category is. */
@Tag("S001-R15")
final class ToldToAWebsiteTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 12, 31);

    private final List<PublishRequest> told = new ArrayList<>();

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
        agency.restart(listening());
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void anItemComesWithTheRevisionsThatLedToIt() {
        ItemId id = draft("รับสมัครบุคลากร");
        agency.clock.advance(Duration.ofDays(2));
        agency.prakat().items().revise(TestAgency.AUTHOR, id, TestAgency.draft("รับสมัคร (แก้ไข)", FROM, UNTIL));
        agency.approve(id);
        agency.prakat().items().revise(TestAgency.AUTHOR, id, TestAgency.draft("ยังไม่อนุมัติ", FROM, UNTIL));
        agency.prakat().sweep();

        assertThat(last().item().revision()).isEqualTo(2);
        assertThat(last().item().history())
                .extracting(
                        line -> line.number(),
                        line -> line.made().text(),
                        line -> line.made().textEn())
                .containsExactly(
                        tuple(2, "3 มีนาคม 2564", "3 March 2021 (B.E. 2564)"),
                        tuple(1, "1 มีนาคม 2564", "1 March 2021 (B.E. 2564)"));
    }

    @Test
    void aCategoryAndThoseAboveItAreAsFreshAsTheNewestItemAndNameItsUnit() {
        publish("ประกาศที่ 1");
        agency.clock.advance(Duration.ofDays(9));
        publish("ประกาศที่ 2");
        SiteView site = last().site();
        CategoryView own = category(site, "news-releases");

        assertThat(own.lastUpdated().text()).isEqualTo("10 มีนาคม 2564");
        String unit = last().item().responsibleUnits().get(0);
        assertThat(own.updatedBy()).isEqualTo(unit).isNotBlank();
        assertThat(category(site, own.parent()).updatedBy()).isEqualTo(unit);
        assertThat(site.categories())
                .filteredOn(c -> c.lastUpdated() == null)
                .isNotEmpty()
                .allMatch(c -> c.updatedBy() == null);
    }

    @Test
    void dutiesHaveTheirNameInBothLanguages() {
        publish("ประกาศ");

        assertThat(last().site().matrix().get(0).duties())
                .isNotEmpty()
                .allMatch(cell ->
                        !cell.duty().equals(cell.dutyEn()) && !cell.dutyEn().isBlank());
    }

    private void publish(String title) {
        agency.approve(draft(title));
        agency.prakat().sweep();
    }

    private ItemId draft(String title) {
        return agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft(title, FROM, UNTIL));
    }

    private static CategoryView category(SiteView site, String id) {
        return site.categories().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private PublishRequest last() {
        return told.get(told.size() - 1);
    }

    /** The website in memory, which lets us hear what it is told. */
    private PublishingTarget listening() {
        InMemoryTarget honest = new InMemoryTarget(agency.web);
        return (PublishingTarget) Proxy.newProxyInstance(
                PublishingTarget.class.getClassLoader(), new Class<?>[] {PublishingTarget.class}, (p, called, args) -> {
                    if (called.getName().equals("publish")) {
                        told.add((PublishRequest) args[0]);
                    }
                    return called.invoke(honest, args);
                });
    }
}
