package dev.prakat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.delivery.PlacementState;
import dev.prakat.delivery.SweepSummary;
import dev.prakat.item.ItemId;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.testkit.InMemoryTarget;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer withdraws an item while a sweep is about to publish it: that is no alarm, and nothing of it becomes public. */
class WithdrawnDuringASweepTest {

    @TempDir
    Path folder;

    @Test
    @Tag("S002-R12")
    void theOrderIsCarriedOutByTheNextSweepWithoutAnAlarm() {
        try (TestAgency agency = new TestAgency(folder)) {
            List<ItemId> items = List.of(approved(agency, "หนึ่ง"), approved(agency, "สอง"));
            AtomicReference<Prakat> prakat = new AtomicReference<>();
            prakat.set(agency.restart(beforeThePublicationOfOne(
                    new InMemoryTarget(agency.web),
                    published -> items.stream()
                            .filter(item -> !item.value().equals(published))
                            .forEach(item -> prakat.get()
                                    .approvals()
                                    .withdraw(
                                            item,
                                            TestAgency.AUTHOR,
                                            TakeDownKind.GONE,
                                            TakeDownReason.ORDERED,
                                            "ยกเลิกประกาศ")))));

            SweepSummary during = agency.prakat().sweep();

            assertThat(during.published()).isEqualTo(1);
            assertThat(during.clean()).as("%s", during).isTrue();
            assertThat(agency.publicText().split("รายละเอียดของ", -1)).hasSize(1 + 1);
            assertThat(agency.prakat().sweep().clean()).isTrue();
            assertThat(items)
                    .flatExtracting(item -> agency.prakat().placements().of(item))
                    .extracting(placement -> placement.state())
                    .containsExactlyInAnyOrder(PlacementState.LIVE_PROVEN, PlacementState.WAITING);
            assertThat(agency.prakat().replay().differences()).isEmpty();
        }
    }

    private static ItemId approved(TestAgency agency, String title) {
        return agency.approved(TestAgency.draft(title, LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31)));
    }

    private interface Meanwhile {
        void happens(String publishedItem);
    }

    private static PublishingTarget beforeThePublicationOfOne(PublishingTarget target, Meanwhile meanwhile) {
        return (PublishingTarget) Proxy.newProxyInstance(
                PublishingTarget.class.getClassLoader(),
                new Class<?>[] {PublishingTarget.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("publish")) {
                        String placement = ((PublishRequest) arguments[0]).placement();
                        meanwhile.happens(placement.substring(0, placement.indexOf('@')));
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
