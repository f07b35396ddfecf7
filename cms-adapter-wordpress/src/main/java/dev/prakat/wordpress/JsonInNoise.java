package dev.prakat.wordpress;

import java.util.Optional;

/** Finds the JSON between what plugins print around it. Stateless. */
final class JsonInNoise {

    private JsonInNoise() {}

    /**
     * The longest balanced value of a text, when it is the only one of the first kind of bracket that is met.
     *
     * @return the text of it, or empty when nothing is balanced
     */
    static Optional<String> find(String text) {
        for (int start = next(text, 0); start >= 0; start = next(text, start + 1)) {
            int end = end(text, start);
            if (end > start + 1) {
                return Optional.of(text.substring(start, end));
            }
        }
        return Optional.empty();
    }

    /** Where a value can begin: a bracket that a quotation mark, another bracket, a digit or its own end follows. */
    private static int next(String text, int from) {
        for (int at = from; at < text.length() - 1; at++) {
            char bracket = text.charAt(at);
            char after = text.charAt(at + 1);
            boolean object = bracket == '{' && (after == '"' || after == '}');
            boolean list = bracket == '[' && (after == '{' || after == ']' || after == '"');
            if (object || list) {
                return at;
            }
        }
        return -1;
    }

    private static int end(String text, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted) {
                if (c == '\\') {
                    at++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            if (depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }
}
