package dev.prakat.request;

import java.util.Iterator;
import java.util.List;

/**
 * A letter in one language, part by part. Immutable.
 *
 * @param office who writes: agency, division, section, telephone
 * @param number the letter's number
 * @param date its date
 * @param subject what it is about
 * @param addressee whom it is for
 * @param body what it says; paragraphs are separated by an empty line
 * @param closing what is asked for
 * @param signatory who signs
 */
public record LetterText(
        String office,
        String number,
        String date,
        String subject,
        String addressee,
        String body,
        String closing,
        String signatory) {

    static final String TELEPHONE_TH = " โทร. ";
    static final String TELEPHONE_EN = " tel. ";
    static final String SIGNATURE = "(................................)";

    List<String> texts() {
        return List.of(office, number, date, subject, addressee, body, closing, signatory);
    }

    static LetterText of(Iterator<String> next) {
        return new LetterText(
                next.next(), next.next(), next.next(), next.next(), next.next(), next.next(), next.next(), next.next());
    }

    /** Who writes, without the telephone. */
    String sender() {
        int end = Math.max(office.lastIndexOf(TELEPHONE_TH), office.lastIndexOf(TELEPHONE_EN));
        return end < 0 ? office : office.substring(0, end);
    }

    List<String> paragraphs() {
        return List.of(body.split("\n\n"));
    }

    /** As plain text, with the names of the parts. */
    String plain(LetterWords words) {
        return String.join(
                "\n",
                words.office() + " " + office,
                words.number() + " " + number,
                words.date() + " " + date,
                words.subject() + " " + subject,
                words.addressee() + " " + addressee,
                "",
                body,
                "",
                closing,
                "",
                SIGNATURE,
                signatory,
                "");
    }

    /** What the parts of a letter are called. */
    record LetterWords(
            String memo, String office, String number, String date, String subject, String addressee, String regards) {

        static final LetterWords TH =
                new LetterWords("บันทึกข้อความ", "ส่วนราชการ", "ที่", "วันที่", "เรื่อง", "เรียน", "ขอแสดงความนับถือ");
        static final LetterWords EN =
                new LetterWords("Memorandum", "Office", "No.", "Date", "Subject", "To", "Yours faithfully");
    }
}
