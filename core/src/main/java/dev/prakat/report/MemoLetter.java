package dev.prakat.report;

/**
 * What a memorandum says of itself beside its head. Immutable. Source: S004-R01
 *
 * @param number the running number behind the letter code; may be empty
 * @param to to whom, for example the superior's post; may be empty
 * @param signer the name of who signs; may be empty
 * @param post the signer's post; may be empty
 */
public record MemoLetter(String number, String to, String signer, String post) {

    /** Everything is left for a pen. */
    public static final MemoLetter BLANK = new MemoLetter("", "", "", "");
}
