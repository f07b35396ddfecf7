package dev.prakat.wordpress;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.DeliveryResult;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetException;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Another process: publishes items in groups of one or more, or takes them down, tries each until it is done, and says then what
 * was captured, until it is killed.
 */
final class StubbornProcess {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int TRIES = 1000;

    private final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();
    private final WordPressSite site;
    /** What was captured, or empty to publish. */
    private final List<String> captured;

    private StubbornProcess(WordPressSite site, List<String> captured) {
        this.site = site;
        this.captured = captured;
    }

    /** The item of a number, the same in every process. */
    static PublishableItem item(int number) {
        return SampleItems.item(String.format(Locale.ROOT, "261126-faulty%05d", number));
    }

    /** What a process said of an item. */
    static List<Artefact> artefacts(String said) {
        try {
            return MAPPER.readValue(said, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException("a process said " + said, e);
        }
    }

    /**
     * @param arguments the site's address, the password, the first item, the last, the file of what was captured or "up", how many
     *     in a group
     */
    public static void main(String[] arguments) throws IOException {
        WordPressSite site =
                new WordPressSite(URI.create(arguments[0]), "publisher", "test", name -> arguments[1].toCharArray());
        List<String> captured = arguments[4].equals("up")
                ? List.of()
                : Files.readAllLines(Path.of(arguments[4]), StandardCharsets.UTF_8);
        StubbornProcess process = new StubbornProcess(site, captured);
        int last = Integer.parseInt(arguments[3]);
        int atOnce = Integer.parseInt(arguments[5]);
        WordPressTarget target = WordPressTarget.of(site);
        for (int n = Integer.parseInt(arguments[2]); n <= last; n += atOnce) {
            // In groups a new object for each: one that has lost a few batches sends every item by itself.
            target = atOnce == 1 ? target : WordPressTarget.of(site);
            process.group(
                    target,
                    IntStream.rangeClosed(n, Math.min(last, n + atOnce - 1))
                            .boxed()
                            .toList());
        }
    }

    private void group(WordPressTarget target, List<Integer> numbers) throws IOException {
        Map<Integer, List<Artefact>> said = new TreeMap<>();
        List<Integer> left = numbers;
        for (int tries = 0; tries < TRIES && !left.isEmpty(); tries++) {
            left = tried(target, left, said);
        }
        boolean complete =
                recorder.faults().isEmpty() && recorder.actions().stream().allMatch(action -> action.outcome() != null);
        if (!left.isEmpty() || !complete) {
            throw new IllegalStateException("items " + left + " are not done in " + TRIES
                    + " tries, or the traffic log is not complete (" + complete + ")");
        }
        recorder.clear();
        for (List<Artefact> artefacts : said.values()) {
            System.out.println(MAPPER.writeValueAsString(artefacts));
        }
    }

    /** Gives back those that are not done. */
    private List<Integer> tried(WordPressTarget target, List<Integer> numbers, Map<Integer, List<Artefact>> said) {
        List<DeliveryResult> results = captured.isEmpty() ? published(target, numbers) : takenDown(target, numbers);
        List<Integer> left = new ArrayList<>();
        for (int n = 0; n < numbers.size(); n++) {
            if (results.get(n) instanceof DeliveryResult.Done done) {
                said.put(numbers.get(n), done.receipt().artefacts());
            } else if (results.get(n) instanceof DeliveryResult.Failed failed) {
                if (!(failed.failure() instanceof TargetException)) {
                    throw failed.failure();
                }
                left.add(numbers.get(n));
            }
        }
        return left;
    }

    private List<DeliveryResult> published(WordPressTarget target, List<Integer> numbers) {
        return target.publishAll(numbers.stream()
                .map(number -> SampleItems.publish(item(number), 1, recorder))
                .toList());
    }

    private List<DeliveryResult> takenDown(WordPressTarget target, List<Integer> numbers) {
        return target.takeDownAll(numbers.stream()
                .map(number -> SampleItems.takeDown(
                        item(number), TakeDownKind.GONE, 2, artefacts(captured.get(number - 1)), recorder))
                .toList());
    }
}
