package dev.prakat.wordpress;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.spi.Artefact;
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
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Another process: publishes items one after the other, or takes them down, tries each until it is done, and says then what was
 * captured, until it is killed.
 */
final class StubbornProcess {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StubbornProcess() {}

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

    /** Tries until it is done. */
    static <T> T stubbornly(int tries, Supplier<T> work) {
        TargetException last = null;
        for (int n = 0; n < tries; n++) {
            try {
                return work.get();
            } catch (TargetException e) {
                last = e;
            }
        }
        throw new AssertionError("not done in " + tries + " tries", last);
    }

    /** @param arguments the site's address, the password, the first item, the last, the file of what was captured or "up" */
    public static void main(String[] arguments) throws IOException {
        RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();
        WordPressTarget target = WordPressTarget.of(
                new WordPressSite(URI.create(arguments[0]), "publisher", "test", name -> arguments[1].toCharArray()));
        boolean up = arguments[4].equals("up");
        List<String> captured = up ? List.of() : Files.readAllLines(Path.of(arguments[4]), StandardCharsets.UTF_8);
        for (int n = Integer.parseInt(arguments[2]); n <= Integer.parseInt(arguments[3]); n++) {
            PublishableItem item = item(n);
            List<Artefact> live = up ? List.of() : artefacts(captured.get(n - 1));
            List<Artefact> said = stubbornly(
                    1000,
                    () -> up
                            ? target.publish(SampleItems.publish(item, 1, recorder))
                                    .artefacts()
                            : target.takeDown(SampleItems.takeDown(item, TakeDownKind.GONE, 2, live, recorder))
                                    .artefacts());
            boolean complete = recorder.faults().isEmpty()
                    && recorder.actions().stream().allMatch(action -> action.outcome() != null);
            if (!complete) {
                throw new IllegalStateException("the traffic log of item " + n + " is not complete");
            }
            recorder.clear();
            System.out.println(MAPPER.writeValueAsString(said));
        }
    }
}
