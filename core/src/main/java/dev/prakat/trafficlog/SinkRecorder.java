package dev.prakat.trafficlog;

import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.util.List;

/** Records what the sinks of a log send, as something that the log does itself. Thread-safe. */
final class SinkRecorder implements TrafficRecorder {

    private static final Actor LOG = Actor.system("trafficlog");

    private final RecordWriter records;
    private final CommitThread commits;
    private final OpenIntents intents = new OpenIntents();

    SinkRecorder(RecordWriter records, CommitThread commits) {
        this.records = records;
        this.commits = commits;
    }

    @Override
    public LogReceipt intent(TrafficEntry entry) {
        return intents(List.of(entry)).get(0);
    }

    @Override
    public LogReceipt outcome(LogReceipt intent, TrafficOutcome outcome) {
        return outcomes(List.of(new Ended(intent, outcome))).get(0);
    }

    @Override
    public List<LogReceipt> intents(List<TrafficEntry> entries) {
        return intents.begin(
                entries.stream()
                        .map(entry -> Draft.ownIntent(Draft.SEND, LOG, entry))
                        .toList(),
                drafts -> commits.append(records, drafts));
    }

    @Override
    public List<LogReceipt> outcomes(List<Ended> ended) {
        return commits.append(
                records,
                ended.stream()
                        .map(each -> intents.outcome(each.intent().index(), LOG, NaCode.NOT_GIVEN, each.outcome()))
                        .toList());
    }
}
