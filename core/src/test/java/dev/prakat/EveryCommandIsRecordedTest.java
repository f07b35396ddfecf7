package dev.prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.approval.Approvals;
import dev.prakat.approval.Decision;
import dev.prakat.approval.Erasures;
import dev.prakat.approval.Renewal;
import dev.prakat.approval.SiteCheck;
import dev.prakat.approval.SiteChecks;
import dev.prakat.approval.Verification;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.complaint.Complainant;
import dev.prakat.complaint.ComplaintNumber;
import dev.prakat.complaint.Complaints;
import dev.prakat.complaint.Conclusion;
import dev.prakat.complaint.MonthlyReports;
import dev.prakat.complaint.NewComplaint;
import dev.prakat.complaint.SealedDetails;
import dev.prakat.delivery.Drift;
import dev.prakat.delivery.DriftFinding;
import dev.prakat.delivery.Placements;
import dev.prakat.item.Draft;
import dev.prakat.item.ErasureOrder;
import dev.prakat.item.ItemId;
import dev.prakat.item.Items;
import dev.prakat.policy.ComplaintPolicy.Purpose;
import dev.prakat.spi.Actor;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.trafficlog.TrafficLogProver;
import dev.prakat.trafficlog.TrafficLogVerifier;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
 * Every public method that somebody commands with is tried by a stranger with senseless arguments: whatever comes of it, an intent and
 * its outcome are in the traffic log, with every element that section 3 of the Computer Crimes Act names or a code of the closed table.
 */
@Tag("S001-R30")
class EveryCommandIsRecordedTest {

    private static final Actor STRANGER = Actor.local("stranger");
    private static final List<String> ELEMENTS = List.of(
            "v", "kind", "ph", "id", "corr", "ts", "mono", "boot", "clk", "dur_us", "svc", "org", "dst", "route",
            "out_b", "in_b", "cmd", "path", "actor", "pc", "sc");
    private static final Set<String> CODES = Set.of(
            "na:not-yet",
            "na:see-ref",
            "na:unknown",
            "na:not-given",
            "na:not-held",
            "na:in-process",
            "na:local-file",
            "na:clock-not-measured",
            "na:local",
            "na:system");

    @TempDir
    Path folder;

    private TestAgency agency;
    private ItemId item;
    private Map<Class<?>, Object> values;

    @BeforeEach
    void begin() {
        agency = new TestAgency(folder);
        LocalDate day = LocalDate.of(2021, 3, 1);
        item = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("ประกาศ", day, day.plusDays(30)));
        ComplaintNumber number = new ComplaintNumber("1/2564");
        values = Map.ofEntries(
                Map.entry(Actor.class, STRANGER),
                Map.entry(ItemId.class, item),
                Map.entry(List.class, List.of(item)),
                Map.entry(Draft.class, TestAgency.draft("อื่น", day, day.plusDays(3))),
                Map.entry(int.class, 7),
                Map.entry(String.class, "senseless"),
                Map.entry(Decision.class, Decision.approve("ถูกต้อง")),
                Map.entry(Verification.class, Verification.sound("ดูแล้ว")),
                Map.entry(Renewal.class, Renewal.until(day)),
                Map.entry(LocalDate.class, day),
                Map.entry(TakeDownKind.class, TakeDownKind.GONE),
                Map.entry(TakeDownReason.class, TakeDownReason.values()[0]),
                Map.entry(WorkingCalendar.class, WorkingCalendar.government()),
                Map.entry(ErasureOrder.class, new ErasureOrder("1", "ผู้สั่ง", "เหตุ", false)),
                Map.entry(
                        DriftFinding.class,
                        new DriftFinding(
                                "x",
                                "www",
                                "x",
                                URI.create("https://www.example.go.th/x"),
                                Drift.values()[0],
                                "x",
                                "y",
                                agency.clock.instant(),
                                agency.clock.instant())),
                Map.entry(ComplaintNumber.class, number),
                Map.entry(
                        NewComplaint.class,
                        new NewComplaint(number, "ศสน.", day, null, "web", new Complainant("ก", "ข", "ค", "ง", "จ"))),
                Map.entry(Conclusion.class, new Conclusion("senseless", day, null)),
                Map.entry(Purpose.class, Purpose.values()[0]),
                Map.entry(YearMonth.class, YearMonth.of(2021, 1)),
                Map.entry(byte[].class, "senseless".getBytes(StandardCharsets.UTF_8)),
                Map.entry(IntConsumer.class, (IntConsumer) count -> {}),
                Map.entry(SiteCheck.class, new SiteCheck("senseless", "ดูแล้ว", List.of())));
    }

    @AfterEach
    void end() {
        agency.close();
    }

    @Test
    void everyCommandAndEveryRefusedTryIsAnIntentWithItsOutcome() throws Exception {
        Set<String> silent = new TreeSet<>();
        int tried = 0;
        for (Object chapter : List.of(
                agency.prakat().items(),
                agency.prakat().approvals(),
                agency.prakat().approvals().erasures(),
                agency.prakat().approvals().siteChecks(),
                agency.prakat().placements(),
                agency.prakat().complaints(),
                agency.prakat().complaints().reports(),
                agency.prakat().complaints().details())) {
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
        assertThat(tried).as("public methods that take an actor").isGreaterThan(25);
        assertThat(silent).as("commands that are not in the traffic log").isEmpty();
    }

    private static List<Method> commands(Class<?> chapter) {
        assertThat(Set.of(
                        Items.class,
                        Approvals.class,
                        Erasures.class,
                        SiteChecks.class,
                        Placements.class,
                        Complaints.class,
                        MonthlyReports.class,
                        SealedDetails.class))
                .contains(chapter);
        return Arrays.stream(chapter.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> List.of(method.getParameterTypes()).contains(Actor.class))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private String call(Object chapter, Method method) throws IllegalAccessException {
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            Object value = values.get(type);
            assertThat(value).as("a value for %s of %s", type, method).isNotNull();
            arguments.add(value);
        }
        try {
            return "" + method.invoke(chapter, arguments.toArray());
        } catch (InvocationTargetException e) {
            return e.getCause().toString();
        }
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
