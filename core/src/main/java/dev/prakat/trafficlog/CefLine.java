package dev.prakat.trafficlog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record as a line of ArcSight's Common Event Format, version 0. What is unknown is left out, as the format asks; the reason
 * codes stand in the record itself, which the leaves of an export have whole. No state.
 */
final class CefLine {

    private static final String LOW = "3";
    private static final String HIGH = "7";

    private CefLine() {}

    /** A line with its line feed. */
    static String of(LogRecord record) {
        Map<String, String> elements = record.elements();
        boolean well = "ok".equals(elements.getOrDefault("st", "ok"));
        String kind = elements.getOrDefault("kind", "-");
        String name = kind + " " + elements.getOrDefault("cmd", "-") + " " + elements.getOrDefault("ph", "-");
        return "CEF:0|Prakat|Prakat|" + elements.getOrDefault("v", "1") + "|" + header(kind) + "|" + header(name) + "|"
                + (well ? LOW : HIGH) + "|"
                + extension(record, elements).entrySet().stream()
                        .map(each -> each.getKey() + "=" + value(each.getValue()))
                        .collect(Collectors.joining(" "))
                + "\n";
    }

    private static Map<String, String> extension(LogRecord record, Map<String, String> elements) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("rt", Long.toString(record.at().toEpochMilli()));
        if (elements.containsKey("at")) {
            out.put("start", Long.toString(record.happened().toEpochMilli()));
        }
        put(out, "externalId", elements.get("id"));
        put(out, "act", elements.get("cmd"));
        put(out, "app", elements.get("svc"));
        put(out, "outcome", elements.get("st"));
        put(out, "reason", elements.get("err"));
        put(out, elements.getOrDefault("kind", "").startsWith("file.") ? "filePath" : "request", elements.get("path"));
        put(out, "fileHash", elements.get("sha256"));
        number(out, "out", elements.get("out_b"));
        number(out, "in", elements.get("in_b"));
        number(out, "dvcpid", elements.get("org.pid"));
        put(out, "suid", elements.get("actor.id"));
        labelled(out, "cs1", "log", record.origin());
        labelled(out, "cn1", "index", Long.toString(record.index()));
        labelled(out, "cs2", "correlation", elements.get("corr"));
        labelled(out, "cs3", "destination", elements.get("dst"));
        labelled(out, "cs4", "object", elements.get("obj"));
        labelled(out, "cs5", "why", elements.get("why"));
        labelled(out, "cs6", "route", elements.get("route"));
        labelled(out, "cn2", "intent", elements.get("ref"));
        personal(out, record.personalElements());
        return out;
    }

    private static void personal(Map<String, String> out, Map<String, String> personal) {
        ClientAddress client = ClientAddress.of(personal.get("src.addr"));
        put(out, "src", client.ip());
        put(out, "spt", client.port());
        put(out, "suser", personal.get("who.id"));
        put(out, "requestClientApplication", personal.get("src.agent"));
        labelled(out, "flexString1", "forwarded for", personal.get("src.fwd"));
        labelled(out, "flexString2", "session", personal.get("who.sess"));
    }

    private static void labelled(Map<String, String> out, String key, String label, @Nullable String text) {
        if (isGiven(text)) {
            out.put(key + "Label", label);
            put(out, key, text);
        }
    }

    private static void number(Map<String, String> out, String key, @Nullable String text) {
        if (text != null && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            out.put(key, text);
        }
    }

    private static void put(Map<String, String> out, String key, @Nullable String text) {
        if (text != null && isGiven(text)) {
            out.put(key, text);
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty() && !text.startsWith("na:");
    }

    /** In the header a backslash and a bar are escaped, and there is no line break. */
    private static String header(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replace('\r', ' ').replace('\n', ' ');
    }

    /** In the extension a backslash, an equals sign and a line break are escaped. */
    private static String value(String text) {
        return text.replace("\\", "\\\\")
                .replace("=", "\\=")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }
}
