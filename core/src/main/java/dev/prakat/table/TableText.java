package dev.prakat.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.prakat.problem.Finding;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a file: UTF-8 and nothing else, with or without a byte order mark. Stateless. */
final class TableText {

    static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String REMEDY = "save it as CSV UTF-8, which spreadsheets offer beside plain CSV";
    /** How ก to ฮ begin when bytes of UTF-8 were taken for Western European ones and saved again. */
    private static final List<String> TWICE_ENCODED = List.of("\u00E0\u00B8", "\u00E0\u00B9");

    private TableText() {}

    /** The text without its mark; null with a finding when it is in another encoding. */
    static @Nullable String decode(byte[] content, TableShape shape, List<Finding> findings) {
        if (content.length >= 2 && (pair(content) == 0xFFFE || pair(content) == 0xFEFF)) {
            findings.add(new Finding(
                    shape.place(1), shape.rule(), "the file is not UTF-8 but UTF-16 (\"Unicode text\")", REMEDY));
            return null;
        }
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            findings.add(new Finding(
                    shape.place(row(content, in.position())),
                    shape.rule(),
                    "the file is not UTF-8 from this row on; perhaps it is Windows-874 (TIS-620)",
                    REMEDY));
            return null;
        }
        String text = out.flip().toString();
        for (String sign : TWICE_ENCODED) {
            if (text.contains(sign)) {
                findings.add(new Finding(
                        shape.place(row(
                                content, text.substring(0, text.indexOf(sign)).getBytes(UTF_8).length)),
                        shape.rule(),
                        "Thai letters were read in another encoding and saved so ('" + sign + "…')",
                        "open the original again as UTF-8, and " + REMEDY));
                return null;
            }
        }
        return text;
    }

    private static int pair(byte[] content) {
        return (content[0] & 0xFF) << 8 | (content[1] & 0xFF);
    }

    private static int row(byte[] content, int end) {
        int row = 1;
        for (int i = 0; i < end; i++) {
            row += content[i] == '\n' ? 1 : 0;
        }
        return row;
    }
}
