package dev.prakat.item;

import java.util.List;
import java.util.stream.Collectors;

/** Keeps removals as lines of text: kind, number, place, words near it, thing, with a tab between. */
final class RemovalLines {

    private RemovalLines() {}

    static String write(List<Removal> removed) {
        return removed.stream()
                .map(removal -> String.join(
                        "\t",
                        removal.kind().name(),
                        Integer.toString(removal.times()),
                        flat(removal.place()),
                        flat(removal.near()),
                        flat(removal.found())))
                .collect(Collectors.joining("\n"));
    }

    static List<Removal> read(String lines) {
        return lines.isEmpty()
                ? List.of()
                : lines.lines()
                        .map(line -> line.split("\t", -1))
                        .map(RemovalLines::removal)
                        .toList();
    }

    private static Removal removal(String[] cells) {
        return new Removal(Removal.Kind.valueOf(cells[0]), cells[4], cells[2], cells[3], Integer.parseInt(cells[1]));
    }

    private static String flat(String text) {
        return text.replaceAll("[\\t\\n\\r]", " ");
    }
}
