package dev.prakat.screening;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the words beside a number say that it is: the nearest words before it, else words after it that belong to nothing else.
 * The words before may stand on the line above, as the head of a form's field does.
 */
enum Context {
    CITIZEN,
    INSURED,
    EMPLOYER,
    TAX,
    PHONE,
    /** The words of an account itself. */
    ACCOUNT,
    /** Words that only suggest an account. */
    BANK,
    PASSPORT,
    /** The number of something else: a letter, a project, a book. */
    OTHER;

    private static final int BEFORE = 60;
    private static final int AFTER = 30;
    /** How far behind words after a number another number may stand that they belong to. */
    private static final int NEXT = 6;

    private static final WordTable<Context> WORDS = WordTable.of(Map.of(
            CITIZEN,
            List.of(
                    "เลขประจำตัวประชาชน",
                    "เลขประจำตัว",
                    "ประจำตัวประชาชน",
                    "บัตรประชาชน",
                    "เลขบัตร",
                    "id card",
                    "national id",
                    "citizen id"),
            INSURED,
            List.of(
                    "เลขที่ประกันสังคม",
                    "เลขที่บัตรประกันสังคม",
                    "เลขบัตรประกันสังคม",
                    "บัตรประกันสังคม",
                    "เลขประกันสังคม",
                    "เลขประจำตัวผู้ประกันตน",
                    "เลขผู้ประกันตน",
                    "social security number"),
            EMPLOYER,
            List.of("บัญชีนายจ้าง", "เลขทะเบียนนายจ้าง", "employer account"),
            TAX,
            List.of("ผู้เสียภาษี", "นิติบุคคล", "tax id"),
            PHONE,
            List.of("โทร", "มือถือ", "แฟกซ์", "เบอร์", "ติดต่อ", "สอบถาม", "tel", "fax", "phone", "mobile", "hotline"),
            ACCOUNT,
            List.of(
                    "เลขที่บัญชี",
                    "เลขบัญชี",
                    "บัญชีเลขที่",
                    "บัญชีธนาคาร",
                    "บัญชีเงินฝาก",
                    "บัญชีออมทรัพย์",
                    "บัญชีกระแสรายวัน",
                    "เข้าบัญชี",
                    "account no",
                    "account number"),
            BANK,
            List.of("ธนาคาร", "พร้อมเพย์", "ชื่อบัญชี", "promptpay"),
            PASSPORT,
            List.of("หนังสือเดินทาง", "พาสปอร์ต", "passport"),
            OTHER,
            List.of(
                    "เลขที่หนังสือ",
                    "หนังสือเลขที่",
                    "หนังสือที่",
                    "เลขรับ",
                    "ใบเสร็จ",
                    "อ้างอิง",
                    "เลขที่โครงการ",
                    "โครงการเลขที่",
                    "e-gp",
                    "เอกสาร",
                    "ครุภัณฑ์",
                    "พัสดุ",
                    "ธุรกรรม",
                    "บาร์โค้ด",
                    "barcode",
                    "isbn",
                    "issn",
                    "เลขมาตรฐานสากล",
                    "รหัสสินค้า",
                    "รหัสหน่วยงาน",
                    "รหัสงบประมาณ",
                    "รหัสศูนย์ต้นทุน",
                    "gfmis",
                    "สัญญา",
                    "เลขที่คำสั่ง",
                    "ใบอนุญาต",
                    "งบประมาณ",
                    "พิกัด")));

    /** What the words beside a stretch say, or null. */
    static @Nullable Context of(char[] text, int length, int from, int to) {
        Context before = before(text, from);
        return before == null ? after(text, length, to) : before;
    }

    /** The nearest words before a place, or null. */
    static @Nullable Context before(char[] text, int from) {
        int lines = 0;
        for (int i = from - 1; i >= Math.max(0, from - BEFORE); i--) {
            if (text[i] == '\n' && ++lines > 1) {
                return null;
            }
            WordTable.Word<Context> word = WORDS.at(text, i, from);
            if (word != null) {
                return word.meaning();
            }
        }
        return null;
    }

    /** The words behind a place that belong to no other number, or null. */
    static @Nullable Context after(char[] text, int length, int to) {
        int limit = Math.min(length, to + AFTER);
        for (int i = to; i < limit && text[i] != '\n'; i++) {
            WordTable.Word<Context> word = WORDS.at(text, i, length);
            if (word != null) {
                return ledByANumber(text, length, i + word.length()) ? null : word.meaning();
            }
        }
        return null;
    }

    private static boolean ledByANumber(char[] text, int length, int from) {
        for (int i = from; i < Math.min(length, from + NEXT); i++) {
            if (Characters.isDigit(text[i])) {
                return true;
            }
        }
        return false;
    }
}
