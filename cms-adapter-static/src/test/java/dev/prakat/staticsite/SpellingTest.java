package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a line of Thai may not break. In the expectations {@code _} is a blank that does not break, {@code +} a word joiner. */
final class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "ต่าง ๆ, ต่าง_ๆ",
        "ต่างๆ, ต่างๆ",
        "ศูนย์ข้อมูลข่าวสารฯ, ศูนย์ข้อมูลข่าวสาร+ฯ",
        "คณะรัฐมนตรีฯ และสำนักงานฯ, คณะรัฐมนตรี+ฯ และสำนักงาน+ฯ",
        "กรุงเทพฯ, กรุงเทพ+ฯ",
        "ปากกา ดินสอ ฯลฯ, ปากกา ดินสอ ฯลฯ",
        "ฯพณฯ, ฯพณ+ฯ",
        "ประกาศ ณ วันที่ 22 พฤศจิกายน 2569, ประกาศ ณ วันที่ 22 พฤศจิกายน 2569",
    })
    void aLine(String text, String printed) {
        assertThat(Spelling.line(text)).isEqualTo(read(printed));
    }

    @ParameterizedTest
    @CsvSource({
        "28 ตุลาคม 2569 – 17 พฤศจิกายน 2569, 28_ตุลาคม_2569 – 17_พฤศจิกายน_2569",
        "๑ มกราคม พ.ศ. ๒๕๗๐, ๑_มกราคม_พ.ศ._๒๕๗๐",
        "Last updated 22 November 2569 BE, Last updated 22_November_2569_BE",
        "ห้อง 22 ชั้น 2, ห้อง 22 ชั้น 2",
    })
    void datesOfOurs(String text, String printed) {
        assertThat(Spelling.dates(text)).isEqualTo(read(printed));
    }

    private static String read(String printed) {
        return printed.replace('_', '\u00A0').replace('+', '\u2060');
    }
}
