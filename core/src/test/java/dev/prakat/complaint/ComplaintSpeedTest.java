package dev.prakat.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long 100,000 complaints take; the figures stand in docs/reference/performance.md. */
@Tag("soak")
class ComplaintSpeedTest {

    /** A build imports a few, {@code -Psoak} a hundred thousand. */
    private static final int COMPLAINTS = Integer.getInteger("prakat.complaints", 2_000);

    private static final String HEADER =
            "number,unit,received,channel,first_name,surname,address,telephone,conclusion,concluded,informed\n";

    @Test
    void aHundredThousandAreImportedAndMeasured(@TempDir Path folder) {
        try (TestAgency agency = new TestAgency(folder)) {
            agency.at("2021-10-05T03:00:00Z");
            Complaints complaints = agency.prakat().complaints();
            byte[] sheet = sheet();

            Instant begun = Instant.now();
            complaints.importSheet(TestAgency.AUTHOR, "complaints.csv", sheet, written -> {});
            Duration imported = Duration.between(begun, Instant.now());

            begun = Instant.now();
            KpiFigures march = complaints
                    .kpi(YearMonth.of(2021, 3), YearMonth.of(2021, 3), null)
                    .total();
            Duration month = Duration.between(begun, Instant.now());

            begun = Instant.now();
            complaints.kpi(YearMonth.of(2020, 10), YearMonth.of(2021, 3), null);
            Duration round = Duration.between(begun, Instant.now());

            System.out.printf(
                    "%d complaints: imported in %s, month in %s, round in %s%n", COMPLAINTS, imported, month, round);
            assertThat(march.counted()).isPositive();
            assertThat(imported).isLessThan(Duration.ofSeconds(20));
            assertThat(month).isLessThan(Duration.ofSeconds(3));
        }
    }

    private static byte[] sheet() {
        Random random = new Random(25);
        StringBuilder sheet = new StringBuilder(HEADER);
        for (int i = 1; i <= COMPLAINTS; i++) {
            LocalDate received = LocalDate.of(2020, 10, 1).plusDays(random.nextInt(360));
            LocalDate told = received.plusDays(random.nextInt(45));
            boolean open = random.nextInt(20) == 0 || told.isAfter(LocalDate.of(2021, 10, 1));
            sheet.append(i)
                    .append(",กค.,")
                    .append(received)
                    .append(",LETTER,สมปอง,ตัวอย่าง,99 ถนนตัวอย่าง,0 2000 2222,")
                    .append(open ? ",," : "FULLY," + told + "," + told)
                    .append('\n');
        }
        return sheet.toString().getBytes(StandardCharsets.UTF_8);
    }
}
