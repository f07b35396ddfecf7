package dev.prakat.staticsite;

import java.util.List;
import java.util.Map;

/** What the Java side and the script have to agree on. */
final class SearchExamples {

    /** Texts, and the plain text that search reads of each. */
    static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("", ""),
            Map.entry("  a\t\n b  ", "a b"),
            Map.entry("ฉบับที่\u00A0๒\u3000 ปี", "ฉบับที่ ๒ ปี"),
            Map.entry("ประกาศ\u200Bผู้\u00ADชนะ\u2060", "ประกาศผู้ชนะ"),
            Map.entry("\uFEFFก\u202Eข\u202C\u200E", "กข"),
            Map.entry("e\u0301te\u0301", "\u00E9t\u00E9"),
            Map.entry("e\u200B\u0301", "\u00E9"),
            Map.entry("ก\u0E48\u0E38", "ก\u0E38\u0E48"),
            Map.entry("น\u0E4D\u0E32", "น\u0E4D\u0E32"),
            Map.entry("a\u0000b\u0007\u007Fc\u0085d", "a b c d"),
            Map.entry("\u2000\u205F\u1680x", "x"),
            Map.entry("\uD83D\uDCE2 ประกาศ", "\uD83D\uDCE2 ประกาศ"),
            Map.entry("<b>&amp;\"\\u0041</b>", "<b>&amp;\"\\u0041</b>"));

    /**
     * A text, what is typed, and whether search finds it.
     *
     * @param text the text
     * @param typed what a reader types
     * @param found whether it is found
     */
    record Match(String text, String typed, boolean found) {}

    static final List<Match> MATCHES = List.of(
            new Match("ประกาศผู้ชนะการเสนอราคา", "ผู้ชนะ", true),
            new Match("ประกาศผู้ชนะการเสนอราคา", "าศผู", true),
            new Match("ประกาศผู้ชนะการเสนอราคา", "ชนะเลิศ", false),
            new Match("แผนปี ๒๕๗๐", "2570", true),
            new Match("แผนปี 2570", "๒๕๗๐", true),
            new Match("แผนปี 2570", "๒๕๖๙", false),
            new Match("Annual PLAN of É", "plan OF é", true),
            new Match("Annual PLAN", "plans", false),
            new Match("น\u0E4D\u0E32ประปา", "น\u0E33ประปา", true),
            new Match("น\u0E33ประปา", "น\u0E4D\u0E32ประปา", true),
            new Match("น\u0E49\u0E33ประปา", "น\u0E4D\u0E49\u0E32ประปา", true),
            new Match("น\u0E4D\u0E49\u0E32ประปา", "น\u0E49\u0E33ประปา", true),
            new Match("น\u0E49\u0E4D\u0E32ประปา", "น\u0E49\u0E33ประปา", true),
            new Match("น\u0E4D\u0E32ประปา", "น\u0E4D", true),
            new Match("น\u0E33ประปา", "นา", false),
            new Match("\u0E40\u0E40ผน", "แผน", true),
            new Match("แผน", "\u0E40\u0E40ผน", true),
            new Match("\u0E40\u0E40ผน", "\u0E40ผน", true),
            new Match("ก  ข\u00A0ค", "ก ข ค", true),
            new Match("กข", "ก ข", false),
            new Match("ประกาศ\u200Bผล", "ประกาศผล", true),
            new Match("ประกาศผล", "ประกาศ\u200Bผล", true),
            new Match("\u0130stanbul", "\u0130STANBUL", true),
            new Match("a.b", "a\\.b", false),
            new Match("a.b", ".", true),
            new Match("ab", "a.", false),
            new Match("(1) [ก] $& $1", "$& $1", true));

    private SearchExamples() {}
}
