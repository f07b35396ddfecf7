package dev.prakat.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** What a whole-process benchmark was called with: {@code --name=value}. Immutable. */
final class Arguments {

    private final Map<String, String> values = new HashMap<>();

    Arguments(String... given) {
        for (String argument : given) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException(
                        "argument '" + argument + "': expected --name=value, for example --items=100000");
            }
            values.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
    }

    int number(String name, int otherwise) {
        String value = values.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
