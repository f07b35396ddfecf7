package dev.prakat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The traffic logs of every node in a data folder. Stateless. */
final class LogNodes {

    private LogNodes() {}

    static List<Path> all(Session session) throws IOException {
        Path nodes = DataFolder.trafficLog(session.options().data(), "main").getParent();
        if (nodes == null || !Files.isDirectory(nodes)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(nodes)) {
            return all.filter(folder -> Files.exists(folder.resolve("vkey")))
                    .sorted()
                    .toList();
        }
    }
}
