package dev.prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.approval.Renewal;
import dev.prakat.approval.Verification;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.complaint.ComplaintNumber;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.report.Checklist;
import dev.prakat.report.ReportDocument;
import dev.prakat.report.ReportKind;
import dev.prakat.report.ReportPeriod;
import dev.prakat.report.ReportRemarks;
import dev.prakat.request.Grounds;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.trafficlog.TrafficLogProver;
import dev.prakat.trafficlog.TrafficLogVerifier;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every public method that somebody commands with, wherever it hangs below {@link Prakat}, is tried by a stranger with senseless
 * arguments: whatever comes of it, an intent and its outcome are in the traffic log, with every element that section 3 of the
 * Computer Crimes Act names or a code of the closed table.
 */
@Tag("S001-R30")
class EveryCommandIsRecordedTest {

    private static final Actor STRANGER = Actor.local("stranger");
    private static final LocalDate DAY = LocalDate.of(2021, 3, 1);
    private static final Instant NOON = Instant.parse("2021-03-01T05:00:00Z");
    private static final List<String> ELEMENTS = List.of(
            "v kind ph id corr ts mono boot clk dur_us svc org dst route out_b in_b cmd path actor pc sc".split(" "));
    private static final Set<String> CODES = Set.of(
            ("na:not-yet na:see-ref na:unknown na:not-given na:not-held na:in-process na:local-file na:clock-not-measured"
                            + " na:local na:system")
                    .split(" "));

    @TempDir
    Path folder;

    private TestAgency agency;
    private Map<Class<?>, Object> values;

    @BeforeEach
    void begin() {
        agency = new TestAgency(folder);
        agency.restart(
                Map.of("www", new InMemoryTarget(agency.web)),
                builder -> builder.requestPolicy(
                        RequestPolicy.builtIn(RequestPolicy.builtInIds().get(0))));
        ItemId item =
                agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("ประกาศ", DAY, DAY.plusDays(30)));
        ReportPeriod period = new ReportPeriod("2564-03", DAY, DAY.plusDays(30), DAY.plusDays(40));
        values = Map.ofEntries(
                Map.entry(Actor.class, STRANGER),
                Map.entry(OfficerId.class, STRANGER.officer()),
                Map.entry(ItemId.class, item),
                Map.entry(List.class, List.of(item)),
                Map.entry(Set.class, Set.of()),
                Map.entry(Map.class, Map.of()),
                Map.entry(Draft.class, TestAgency.draft("อื่น", DAY, DAY.plusDays(3))),
                Map.entry(int.class, 7),
                Map.entry(boolean.class, true),
                Map.entry(String.class, "senseless"),
                Map.entry(Verification.class, Verification.sound("ดูแล้ว")),
                Map.entry(Renewal.class, Renewal.until(DAY)),
                Map.entry(LocalDate.class, DAY),
                Map.entry(LocalTime.class, LocalTime.NOON),
                Map.entry(Instant.class, NOON),
                Map.entry(URI.class, URI.create("https://www.example.go.th/x")),
                Map.entry(WorkingCalendar.class, WorkingCalendar.government()),
                Map.entry(ComplaintNumber.class, new ComplaintNumber("1/2564")),
                Map.entry(YearMonth.class, YearMonth.of(2021, 1)),
                Map.entry(byte[].class, "senseless".getBytes(StandardCharsets.UTF_8)),
                Map.entry(IntConsumer.class, (IntConsumer) count -> {}),
                Map.entry(
                        Checklist.class,
                        Checklist.builtIn(Checklist.builtInIds().get(0))),
                Map.entry(Grounds.class, new Grounds(Set.of(Grounds.NONE_NEEDED))),
                Map.entry(ReportPeriod.class, period),
                Map.entry(
                        ReportDocument.class,
                        new ReportDocument(
                                ReportKind.values()[0], "ก", "A", "p", period, NOON, ReportRemarks.NONE, List.of())));
    }

    @AfterEach
    void end() {
        agency.close();
    }

    @Test
    void everyCommandAndEveryRefusedTryIsAnIntentWithItsOutcome() throws Exception {
        Set<String> silent = new TreeSet<>();
        Set<Object> chapters = new LinkedHashSet<>();
        below(agency.prakat(), chapters);
        int tried = 0;
        for (Object chapter : chapters) {
            for (Method method : commands(chapter.getClass())) {
                long before = size();
                String ended = call(chapter, method);
                List<JsonNode> records = records(before);
                tried++;
                if (!isPair(records)) {
                    silent.add(chapter.getClass().getSimpleName() + "." + method.getName() + ": " + records.size()
                            + " records, ended with " + ended);
                }
                records.forEach(record -> complete(record, method.getName()));
            }
        }
        assertThat(tried).as("public methods that take an actor").isGreaterThan(45);
        assertThat(silent).as("commands that are not in the traffic log").isEmpty();
    }

    /** Whatever services can be reached by methods without arguments. */
    private static void below(Object service, Set<Object> found) throws ReflectiveOperationException {
        if (!found.add(service)) {
            return;
        }
        for (Method method : service.getClass().getMethods()) {
            Class<?> type = method.getReturnType();
            boolean chapter = type.getName().startsWith("dev.prakat.")
                    && !type.isRecord()
                    && Modifier.isFinal(type.getModifiers())
                    && !type.isEnum()
                    && method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers());
            if (chapter) {
                below(method.invoke(service), found);
            }
        }
    }

    private static List<Method> commands(Class<?> chapter) {
        return Arrays.stream(chapter.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> List.of(method.getParameterTypes()).contains(Actor.class))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private String call(Object chapter, Method method) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            arguments.add(value(type));
        }
        try {
            return "" + method.invoke(chapter, arguments.toArray());
        } catch (InvocationTargetException e) {
            return e.getCause().toString();
        }
    }

    /** A value of the table, the first constant of an enum, or a record of such values. */
    private Object value(Class<?> type) throws ReflectiveOperationException {
        Object known = values.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        assertThat(type.isRecord()).as("a value for %s", type).isTrue();
        List<Object> parts = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent each : type.getRecordComponents()) {
            types.add(each.getType());
            parts.add(each.getType() == List.class ? List.of() : value(each.getType()));
        }
        return type.getDeclaredConstructor(types.toArray(Class<?>[]::new)).newInstance(parts.toArray());
    }

    /** At least one intent, and an outcome for each. */
    private static boolean isPair(List<JsonNode> records) {
        long intents = records.stream()
                .filter(each -> each.get("ph").asText().equals("intent"))
                .count();
        long outcomes = records.stream()
                .filter(each -> each.get("ph").asText().equals("outcome"))
                .count();
        return intents > 0 && intents == outcomes;
    }

    private static void complete(JsonNode record, String method) {
        for (String name : ELEMENTS) {
            assertThat(record.has(name))
                    .as("%s of the record of %s", name, method)
                    .isTrue();
        }
        record.fields().forEachRemaining(element -> {
            String text = element.getValue().asText();
            if (text.startsWith("na:")) {
                assertThat(CODES).as("the code of %s", element.getKey()).contains(text);
            }
        });
    }

    private long size() {
        return TrafficLogVerifier.verify(agency.log()).size();
    }

    private List<JsonNode> records(long from) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        long end = size();
        for (long index = from; index < end; index++) {
            all.add(new ObjectMapper().readTree(TrafficLogProver.record(agency.log(), index)));
        }
        return all;
    }
}
