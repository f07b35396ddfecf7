package dev.prakat.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words that mean something, found by their first character and then compared, the longest first. Latin words are given in
 * small letters and found in any. Immutable.
 */
final class WordTable<T> {

    private static final int ASCII = 128;
    private static final int THAI = 0x0E00;

    private final List<List<Word<T>>> byFirst = new ArrayList<>();
    /** Whether any word begins so; most characters begin none, and are asked about most often. */
    private final boolean[] begins = new boolean[ASCII * 2];

    private final int longest;

    /** A word and what it means. */
    record Word<T>(String text, T meaning) {
        int length() {
            return text.length();
        }
    }

    private WordTable(Map<T, List<String>> words) {
        for (int i = 0; i < ASCII * 2; i++) {
            byFirst.add(new ArrayList<>());
        }
        int most = 0;
        for (Map.Entry<T, List<String>> entry : words.entrySet()) {
            for (String text : entry.getValue()) {
                most = Math.max(most, text.length());
                byFirst.get(slot(text.charAt(0))).add(new Word<>(text, entry.getKey()));
                begins[slot(text.charAt(0))] = true;
            }
        }
        byFirst.forEach(list -> list.sort(
                Comparator.comparingInt((Word<T> word) -> word.length()).reversed()));
        longest = most;
    }

    static <T> WordTable<T> of(Map<T, List<String>> words) {
        return new WordTable<>(words);
    }

    static WordTable<Boolean> of(String... words) {
        return new WordTable<>(Map.of(Boolean.TRUE, List.of(words)));
    }

    /** The longest word that begins at a place and ends by {@code limit}, or null. */
    @Nullable
    Word<T> at(char[] text, int place, int limit) {
        int first = place < limit ? slot(text[place]) : -1;
        if (first < 0 || !begins[first]) {
            return null;
        }
        List<Word<T>> candidates = byFirst.get(first);
        for (int i = 0; i < candidates.size(); i++) {
            Word<T> word = candidates.get(i);
            if (stands(word.text(), text, place, limit)) {
                return word;
            }
        }
        return null;
    }

    /** The word that ends just before a place, or null; the longest if there are several. */
    @Nullable
    Word<T> endingAt(char[] text, int place) {
        for (int from = Math.max(0, place - longest); from < place; from++) {
            Word<T> word = at(text, from, place);
            if (word != null && from + word.length() == place) {
                return word;
            }
        }
        return null;
    }

    /** Whether any of the words stands wholly between two places. */
    boolean within(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (at(text, i, to) != null) {
                return true;
            }
        }
        return false;
    }

    static boolean stands(String word, char[] text, int place, int limit) {
        if (place + word.length() > limit) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (small(text[place + i]) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int slot(char first) {
        char c = small(first);
        return c < ASCII ? c : c >= THAI && c < THAI + ASCII ? c - THAI + ASCII : -1;
    }

    private static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
