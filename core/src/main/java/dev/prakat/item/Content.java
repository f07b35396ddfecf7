package dev.prakat.item;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The text of an item: what readers are to see of it besides its files. Immutable. Source: S002-F03, S002-F04, S002-F05,
 * S002-F06.
 *
 * @param title the title, one line of plain text
 * @param summary a summary in plain text; empty for none
 * @param bodyHtml the body; in a revision its canonical HTML
 * @param language a BCP 47 tag
 * @param externalLink a link for further reading, or null
 * @param remark a remark for the reader, or null
 * @param fields what the policy's fields of the category say, by the id of the field and sorted by it; the value of a field
 *     that is a file is the file's name
 */
public record Content(
        String title,
        String summary,
        String bodyHtml,
        String language,
        @Nullable URI externalLink,
        @Nullable String remark,
        Map<String, String> fields) {

    /** Copies the map. */
    public Content {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }
}
