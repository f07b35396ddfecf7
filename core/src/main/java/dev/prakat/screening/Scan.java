package dev.prakat.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One look at a text, from front to back. The kind of a character decides which patterns are tried there at all; each pattern
 * looks only a fixed way ahead and back, so that no text costs more than a constant for each character. What a match covers is
 * not looked at again, and the surer pattern comes first. One use, one thread.
 */
final class Scan {

    /** How many matches are held back until it is known whether a word of illness stands beside them. */
    private static final int BATCH = 1_000;

    /** The first letters of titles, of the words of birth and of addresses, among the characters of Thai. */
    private static final boolean[] OPENS = new boolean[128];

    static {
        for (char c : "นดเมพรจสวหคผศทภอบ".toCharArray()) {
            OPENS[c & 0x7F] = true;
        }
    }

    private final char[] text;
    private final int length;
    private final Numbers numbers;
    private final Consumer<Match> found;
    private final List<Match> batch = new ArrayList<>();
    private int free;
    private int freeAside;

    private Scan(NormalText text, Consumer<Match> found) {
        this.text = text.chars();
        this.length = text.length();
        this.numbers = new Numbers(text);
        this.found = found;
    }

    /** Hands over every match; nearly in the order of the text. */
    static void of(NormalText text, Consumer<Match> found) {
        Scan scan = new Scan(text, found);
        scan.run();
        scan.flush();
    }

    private void run() {
        boolean afterDigit = false;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            Match match = null;
            if (c >= '\u0E01' && c <= '\u0E45') {
                match = OPENS[c & 0x7F] ? word(i) : null;
                afterDigit = false;
            } else if (Characters.isDigit(c)) {
                match = afterDigit ? null : number(i);
                afterDigit = true;
            } else {
                match = c == '@' ? Codes.email(text, length, i) : Characters.isLatin(c) ? latin(i) : null;
                afterDigit = false;
            }
            if (match != null && match.from() >= free) {
                free = match.to();
                add(match);
                i = Math.max(i, free - 1);
                afterDigit = Characters.isDigit(text[i]);
            }
        }
    }

    private @Nullable Match word(int from) {
        Match match = Names.at(text, length, from);
        if (match == null) {
            aside(BirthDates.at(text, length, from));
            aside(Addresses.at(text, length, from));
        }
        return match;
    }

    /** An address and a date stand some way behind their words: what is in and before them is looked at all the same. */
    private void aside(@Nullable Match match) {
        if (match != null && match.from() >= freeAside) {
            freeAside = match.to();
            add(match);
        }
    }

    private @Nullable Match number(int from) {
        Match match = numbers.at(from);
        return match == null ? Codes.plate(text, length, from) : match;
    }

    private @Nullable Match latin(int from) {
        Match match = Codes.passport(text, length, from);
        if (match == null) {
            match = Names.latin(text, length, from);
        }
        if (match == null) {
            aside(BirthDates.at(text, length, from));
        }
        return match;
    }

    private void add(Match match) {
        batch.add(match);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        batch.forEach(found);
        HealthWords.beside(batch, text, length).forEach(found);
        batch.clear();
    }
}
