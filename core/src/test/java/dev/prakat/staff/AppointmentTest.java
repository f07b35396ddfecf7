package dev.prakat.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.OfficerId;
import dev.prakat.staff.Appointment.State;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The officer who publishes: sent by the director, account granted and revoked, guidance acknowledged. */
@Tag("S001-R07")
@Tag("S001-R08")
class AppointmentTest {

    private static final String ROW = "somsri,ศสน.,direk,2021-02-01,2021-02-05,2021-02-10,2021-06-01\n";

    @TempDir
    Path temp;

    private StaffRegister register;

    @BeforeEach
    void read() {
        register = new StaffFiles(temp).register("", ROW);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-31T23:59:59,NOT_YET,false",
        "2021-02-01T00:00:00,SENT,false",
        "2021-02-04T23:59:59,SENT,false",
        "2021-02-05T00:00:00,GRANTED,true",
        "2021-02-10T00:00:00,READY,true",
        "2021-05-31T23:59:59,READY,true",
        "2021-06-01T00:00:00,REVOKED,false"
    })
    void hasAStateAtEachInstantInBangkok(LocalDateTime bangkok, State state, boolean holds) {
        Instant at = bangkok.toInstant(ZoneOffset.ofHours(7));
        Appointment appointment =
                new StaffFiles(temp).records("", ROW).appointments().get(0);

        assertThat(appointment.state(at)).isEqualTo(state);
        assertThat(appointment.holds(at)).isEqualTo(holds);
        assertThat(register.appointment(new OfficerId("somsri"), "ศสน.", at).isPresent())
                .isEqualTo(holds);
    }

    @Test
    void isForOneOfficerAndOneUnit() {
        Instant at = Instant.parse("2021-03-01T00:00:00Z");

        assertThat(register.appointment(new OfficerId("somsri"), "กค.", at)).isEmpty();
        assertThat(register.appointment(new OfficerId("prem"), "ศสน.", at)).isEmpty();
    }

    @Test
    void anAccountWithoutAcknowledgedGuidanceIsAFinding() {
        assertThat(register.findings(Set.of(), Instant.parse("2021-02-06T00:00:00Z")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("S001-R08");
                    assertThat(finding.place()).contains("somsri");
                });
        assertThat(register.findings(Set.of(), Instant.parse("2021-02-12T00:00:00Z")))
                .isEmpty();
    }
}
