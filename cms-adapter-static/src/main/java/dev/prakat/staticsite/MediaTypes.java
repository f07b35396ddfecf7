package dev.prakat.staticsite;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which ending a file gets, and which type a file with an ending has. */
final class MediaTypes {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("atom", "application/atom+xml; charset=utf-8"),
            Map.entry("xml", "application/xml; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("jsonld", "application/ld+json; charset=utf-8"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("zip", "application/zip"),
            Map.entry("doc", "application/msword"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"));

    /** Types that a browser runs in the site's name; a file of a reader's choosing never gets such an ending. */
    private static final Set<String> ACTIVE = Set.of("html", "css", "js", "atom", "xml");

    private static final Set<String> ARCHIVES =
            Set.of("7z", "rar", "gz", "tar", "epub", "mp3", "mp4", "tif", "bmp", "rtf");
    private static final Pattern ENDING = Pattern.compile("\\.([0-9a-z]{1,6})$");

    private MediaTypes() {}

    /** The ending of an attachment's file: from the sniffed type, else a harmless one from the name, else {@code bin}. */
    static String extension(String mediaType, String name) {
        String type = bare(mediaType.toLowerCase(Locale.ROOT));
        for (Map.Entry<String, String> known : TYPES.entrySet()) {
            if (!ACTIVE.contains(known.getKey()) && bare(known.getValue()).equals(type)) {
                return known.getKey();
            }
        }
        String ending = ending(name);
        return ARCHIVES.contains(ending) ? ending : "bin";
    }

    /** The type that a server sends for a path. */
    static String ofPath(String path) {
        return TYPES.getOrDefault(ending(path), "application/octet-stream");
    }

    /** The ending of a name, in capitals, for people. */
    static String label(String path) {
        return ending(path).toUpperCase(Locale.ROOT);
    }

    private static String bare(String type) {
        int parameters = type.indexOf(';');
        return parameters < 0 ? type : type.substring(0, parameters).strip();
    }

    private static String ending(String name) {
        Matcher matcher = ENDING.matcher(name.toLowerCase(Locale.ROOT));
        return matcher.find() ? matcher.group(1) : "";
    }
}
