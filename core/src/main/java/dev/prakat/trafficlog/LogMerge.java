package dev.prakat.trafficlog;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Several nodes' logs as one: by time, then by the log's name and the index. Within one log the order of its indexes always
 * stands, also where its clock stepped back; between logs it is as good as their clocks. One thread.
 */
final class LogMerge implements Closeable {

    private final List<LogSource> sources;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.comparing((Head head) -> head.record().at())
                    .thenComparing(head -> head.record().origin()));

    private record Head(LogRecord record, LogSource source) {}

    LogMerge(List<LogSource> sources) throws IOException {
        this.sources = List.copyOf(sources);
        for (LogSource each : sources) {
            advance(each);
        }
    }

    /** The next record of all logs, or null. */
    @Nullable
    LogRecord next() throws IOException {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        advance(head.source());
        return head.record();
    }

    @Override
    public void close() throws IOException {
        List<IOException> failed = new ArrayList<>();
        for (LogSource each : sources) {
            try {
                each.close();
            } catch (IOException e) {
                failed.add(e);
            }
        }
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
    }

    private void advance(LogSource source) throws IOException {
        LogRecord next = source.next();
        if (next != null) {
            heads.add(new Head(next, source));
        }
    }
}
