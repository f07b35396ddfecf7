package dev.prakat.screening;

import java.util.List;

/** The words by which a name is told from what only looks like one. Stateless. */
final class NameWords {

    private static final int OFFICE_BEFORE = 40;
    private static final int OFFICE_AFTER = 60;
    private static final int SUBJECT = 25;

    static final WordTable<Boolean> LATIN_TITLES = WordTable.of("mr", "mrs", "ms", "miss");

    /** Ranks of forces and police, degrees, titles of nobility. */
    static final List<String> RANKS = List.of(
            "ม.ร.ว.",
            "ม.ล.",
            "หม่อมราชวงศ์",
            "หม่อมหลวง",
            "คุณหญิง",
            "ท่านผู้หญิง",
            "พล.อ.",
            "พล.ท.",
            "พล.ต.",
            "พ.อ.",
            "พ.ท.",
            "พ.ต.",
            "ร.อ.",
            "ร.ท.",
            "ร.ต.",
            "จ.ส.อ.",
            "จ.ส.ท.",
            "จ.ส.ต.",
            "ส.อ.",
            "ส.ท.",
            "ส.ต.",
            "พล.ต.อ.",
            "พล.ต.ท.",
            "พล.ต.ต.",
            "พ.ต.อ.",
            "พ.ต.ท.",
            "พ.ต.ต.",
            "ร.ต.อ.",
            "ร.ต.ท.",
            "ร.ต.ต.",
            "ด.ต.",
            "ส.ต.อ.",
            "ส.ต.ท.",
            "ส.ต.ต.",
            "พล.ร.อ.",
            "พล.ร.ท.",
            "พล.ร.ต.",
            "พล.อ.อ.",
            "พล.อ.ท.",
            "พล.อ.ต.",
            "น.อ.",
            "น.ท.",
            "น.ต.",
            "ว่าที่ร้อยตรี",
            "ว่าที่ร้อยโท",
            "ว่าที่ร้อยเอก",
            "ว่าที่ ร.ต.",
            "ว่าที่ร.ต.",
            "ว่าที่ร้อยตรีหญิง",
            "ร้อยตรี",
            "ร้อยโท",
            "ร้อยเอก",
            "พันตรี",
            "พันโท",
            "พันเอก",
            "พลเอก",
            "พลโท",
            "พลตรี",
            "ร้อยตำรวจตรี",
            "ร้อยตำรวจโท",
            "ร้อยตำรวจเอก",
            "พันตำรวจตรี",
            "พันตำรวจโท",
            "พันตำรวจเอก",
            "พลตำรวจเอก",
            "พลตำรวจโท",
            "พลตำรวจตรี",
            "ดาบตำรวจ",
            "จ่าสิบเอก",
            "จ่าสิบโท",
            "จ่าสิบตรี",
            "สิบเอก",
            "สิบโท",
            "สิบตรี",
            "เรืออากาศตรี",
            "เรืออากาศโท",
            "เรืออากาศเอก",
            "เรืออากาศตรีหญิง",
            "เรืออากาศโทหญิง",
            "เรืออากาศเอกหญิง",
            "นาวาอากาศตรี",
            "นาวาอากาศโท",
            "นาวาอากาศเอก",
            "ดร.",
            "ผศ.ดร.",
            "รศ.ดร.",
            "ศ.ดร.",
            "นพ.",
            "พญ.",
            "ทพ.",
            "ทพญ.",
            "ภก.",
            "ภญ.");

    /** Behind นาย: posts and trades, whatever follows. */
    private static final WordTable<Boolean> AFTER_MAN = WordTable.of(
            "จ้าง",
            "ทะเบียน",
            "แพทย์",
            "กรัฐมนตรี",
            "กฯ",
            "กเทศมนตรี",
            "กเทศบาล",
            "กสมาคม",
            "กองค์การ",
            "กเมือง",
            "กเหล่ากาชาด",
            "กสภา",
            "กสโมสร",
            "กรัฐบาล",
            "กพิเศษ",
            "กสมาพันธ์",
            "กสหพันธ์",
            "กกิตติมศักดิ์",
            "กอบ",
            "ก ",
            "ก\n",
            "อำเภอ",
            "หน้า",
            "ประกันภัย",
            "ประกันตัว",
            "ตรวจ",
            "ช่าง",
            "สัตวแพทย์",
            "ทหาร",
            "ตำรวจ",
            "สถานี",
            "ด่าน",
            "ท่าเรือ",
            "ไปรษณีย์",
            "ร้อยเวร",
            "ท้ายเรือ",
            "ธนาคาร");
    /** Behind นาย: trades only as whole words; people are called พลากร and พันศักดิ์. */
    private static final WordTable<Boolean> WHOLE_AFTER_MAN = WordTable.of(
            "พล", "พัน", "ร้อย", "สิบ", "ทุน", "ท่า", "เรือ", "แบบ", "บ้าน", "กอง", "หมวด", "เงิน", "ยาม", "คลัง",
            "ประกัน", "เวร", "พราน");

    private static final WordTable<Boolean> AFTER_WOMAN = WordTable.of(
            "พยาบาล",
            "แบบ",
            "งามนพ",
            "งาม ",
            "สงกรานต์",
            "ฟ้า",
            "นพมาศ",
            "รำ",
            "เอก",
            "ร้อง",
            "กวัก",
            "สนม",
            "กำนัล",
            "ผู้คุม",
            "แมว",
            "ไม้");
    private static final WordTable<Boolean> BEFORE_TITLE = WordTable.of(
            "เจ้า", "ขุน", "อำเภอ", "ตำบล", "ตลาด", "ถนน", "แขวง", "เขต", "บ้าน", "อ.", "ต.", "ถ.", "วัด", "ซอย",
            "สนามม้า", "ธรรม", "มรรค", "เกาะ", "บาง", "ปาก");
    private static final WordTable<Boolean> BEFORE_MINOR = WordTable.of("สงเคราะห์", "พัก", "บ้าน", "โรงเรียน", "สถาน");

    private static final WordTable<Boolean> NO_NAME = WordTable.of(
            "และ",
            "หรือ",
            "ที่",
            "อายุ",
            "ชั้น",
            "จำนวน",
            "ซึ่ง",
            "ทุก",
            "ต้อง",
            "ได้รับ",
            "ร้อยละ",
            "กับ",
            "จังหวัด",
            "อำเภอ",
            "ตำบล",
            "สำนัก",
            "กรม",
            "กระทรวง",
            "เทศบาล",
            "นาย",
            "นาง",
            "เด็ก",
            "ไม่",
            "จาก",
            "ตั้งแต่",
            "แรกเกิด",
            "เพื่อ",
            "ตาม",
            "ของ",
            "โดย",
            "ตำแหน่ง",
            "ปฏิบัติ",
            "ชำนาญ",
            "คนละ",
            "แต่ละ",
            "เหล่า",
            "กลุ่ม",
            "วัย",
            "แห่ง",
            "ระดับ",
            "ประเภท",
            "คำนำหน้า");
    private static final WordTable<Boolean> NO_WHOLE_NAME = WordTable.of(
            "ไทย",
            "รวม",
            "ให้",
            "ได้",
            "เป็น",
            "ใน",
            "มี",
            "ต่อ",
            "จะ",
            "ว่า",
            "นี้",
            "นั้น",
            "แล้ว",
            "ขอ",
            "คือ",
            "ดัง",
            "ด้วย",
            "ณ",
            "ผู้",
            "คน",
            "ชื่อ",
            "สกุล",
            "นามสกุล",
            "ชื่อสกุล",
            "ยื่น",
            "ลง",
            "ถึง");
    private static final WordTable<Boolean> NO_FAMILY = WordTable.of(
            "ประจำเดือน",
            "ประจำปี",
            "ประจำจังหวัด",
            "ประจำหน่วย",
            "ประจำสำนัก",
            "ประจำการ",
            "ลงพื้นที่",
            "ลงนาม",
            "ผู้อำนวยการ",
            "ผู้ว่าราชการ",
            "อธิบดี",
            "เลขาธิการ",
            "รัฐมนตรี",
            "ปลัด",
            "ประธาน",
            "หัวหน้า",
            "ผู้ประกันตน",
            "ผู้ร้อง",
            "เมื่อวันที่",
            "เนื่องจาก",
            "มอบหมาย",
            "เลขที่",
            "เลขประจำ",
            "หมายเลข",
            "โทร");

    private static final WordTable<Boolean> OFFICE = WordTable.of(
            "ตำแหน่ง",
            "ผู้อำนวยการ",
            "ผอ.",
            "อธิบดี",
            "เลขาธิการ",
            "ปลัด",
            "รัฐมนตรี",
            "ผู้ว่าราชการ",
            "นายอำเภอ",
            "หัวหน้า",
            "นักวิชาการ",
            "นักวิเคราะห์",
            "เจ้าพนักงาน",
            "เจ้าหน้าที่",
            "ประกันสังคมจังหวัด",
            "แรงงานจังหวัด",
            "ประธาน",
            "กรรมการ",
            "นายแพทย์",
            "สาธารณสุข",
            "พยาบาลวิชาชีพ",
            "ผู้บัญชาการ",
            "ผู้ตรวจราชการ",
            "โฆษก",
            "วิทยากร",
            "นิติกร",
            "ปลัดกระทรวง",
            "นายกเทศมนตรี",
            "นายกรัฐมนตรี",
            "นายกองค์การ",
            "director",
            "secretary",
            "minister",
            "governor");
    private static final WordTable<Boolean> SUBJECTS = WordTable.of(
            "ผู้ร้อง",
            "ผู้ป่วย",
            "ผู้ประกันตน",
            "ผู้เสียหาย",
            "ผู้ยื่น",
            "ผู้ขอ",
            "ผู้กู้",
            "ผู้ค้ำ",
            "ลูกจ้าง",
            "ผู้พิการ",
            "ผู้ต้องหา",
            "จำเลย",
            "โจทก์",
            "ผู้รับเงิน",
            "ผู้มีสิทธิ",
            "ทายาท",
            "คู่สมรส",
            "บุตร",
            "บิดา",
            "มารดา");

    private NameWords() {}

    /** Whether what looks like a title is part of another word. */
    static boolean isNoTitle(Names.Title title, char[] text, int length, int from, int behind) {
        boolean trade = switch (title) {
            case MAN -> AFTER_MAN.at(text, behind, length) != null || isWholeWord(text, length, behind);
            case WOMAN -> behind - from == 3 && AFTER_WOMAN.at(text, behind, length) != null;
            case RANK, MINOR -> false;
        };
        return trade
                || switch (title) {
                    case MAN, WOMAN -> BEFORE_TITLE.endingAt(text, from) != null;
                    case MINOR -> BEFORE_MINOR.endingAt(text, from) != null;
                    case RANK -> from > 0 && (Characters.isThai(text[from - 1]) || text[from - 1] == '.');
                };
    }

    static boolean isNoFirstName(char[] text, int from, int to) {
        return NO_NAME.at(text, from, to) != null || isWhole(NO_WHOLE_NAME, text, from, to);
    }

    static boolean isNoFamilyName(char[] text, int from, int to) {
        return isNoFirstName(text, from, to) || NO_FAMILY.at(text, from, to) != null;
    }

    /** Whether words of a post stand near, and none of somebody whom an office deals with. */
    static boolean actsInOffice(char[] text, int length, int from, int to) {
        int near = Math.min(length, to + OFFICE_AFTER);
        int before = Math.max(0, from - OFFICE_BEFORE);
        boolean office = OFFICE.within(text, to, near) || OFFICE.within(text, before, from);
        return office
                && !SUBJECTS.within(text, Math.max(0, from - SUBJECT), from)
                && !SUBJECTS.within(text, to, Math.min(length, to + SUBJECT));
    }

    private static boolean isWholeWord(char[] text, int length, int from) {
        WordTable.Word<Boolean> word = WHOLE_AFTER_MAN.at(text, from, length);
        int behind = word == null ? from : from + word.length();
        return word != null && (behind == length || !Characters.isThai(text[behind]));
    }

    private static boolean isWhole(WordTable<Boolean> words, char[] text, int from, int to) {
        WordTable.Word<Boolean> word = words.at(text, from, to);
        return word != null && word.length() == to - from;
    }
}
