package dev.prakat.duty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.duty.Unit.Kind;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyCellTest {

    private static final UnitRegister UNITS = UnitRegister.of(List.of(
            unit("ศสน.", Kind.UNIT),
            unit("สบท.", Kind.UNIT),
            unit("สกท.", Kind.UNIT),
            unit("กวพ.", Kind.UNIT, "กพพ."),
            unit("สปส.พท.", Kind.UNIT_CLASS, "สปส.กทม. เขตพื้นที่"),
            unit("หน่วยงานเจ้าของข้อมูล", Kind.VARIABLE)));

    @ParameterizedTest
    @CsvSource({
        "ศสน.,ศสน.",
        "กพพ./สกท.,กวพ.|สกท.",
        "สกท./ ศสน.,สกท.|ศสน.",
        "ศสน. สบท.,ศสน.|สบท.",
        "'ศสน.\n สบท.',ศสน.|สบท.",
        "หน่วยงานเจ้าของ ข้อมูล/ศสน.,หน่วยงานเจ้าของข้อมูล|ศสน.",
        "หน่วยงาน เจ้าของข้อมูล,หน่วยงานเจ้าของข้อมูล",
        "สปส.กทม. เขตพื้นที่/ศสน.,สปส.พท.|ศสน.",
        "'ศ\u200Bสน\u00A0.',ศสน.",
        "ศสน./ศสน.,ศสน."
    })
    @Tag("S001-R15")
    @Tag("AT-48")
    void readsThePrintedFormsOfTheSource(String printed, String holders) {
        DutyCell cell = DutyCell.read(printed, Quorum.ANY_OF, UNITS);

        assertThat(cell.holders()).containsExactly(holders.split("\\|"));
        assertThat(cell.unknown()).isEmpty();
        assertThat(cell.printed()).isEqualTo(printed);
    }

    @Test
    void reportsWhatNoUnitHas() {
        DutyCell cell = DutyCell.read("ศสน./ กกก. ขขข.", Quorum.ANY_OF, UNITS);

        assertThat(cell.holders()).containsExactly("ศสน.");
        assertThat(cell.unknown()).containsExactly("กกก.", "ขขข.");
        assertThat(UNITS.nearest("ศสม.")).startsWith("ศสน.");
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "/", "' / '"})
    void anEmptyCellNamesNobody(String printed) {
        DutyCell cell = DutyCell.read(printed, Quorum.ANY_OF, UNITS);

        assertThat(cell.holders()).isEmpty();
        assertThat(cell.unknown()).isEmpty();
    }

    private static Unit unit(String code, Kind kind, String... variants) {
        return new Unit(code, "ก", "a", List.of(variants), "high", kind, null);
    }
}
