package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What search reads is what is public, each item once, and of what was taken down nothing. */
final class SearchShardsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private Site site;

    @BeforeEach
    void newSite() {
        site = new Site(folder);
    }

    @Test
    void anItemIsThereWithTitleSummaryCategoryDateAndText() throws IOException {
        PublishableItem item = Site.body(SampleItems.item(id(1)), "<p>เนื้อ<b>หา</b></p><p>ย่อหน้าที่สอง</p>");
        site.publish(item, 1);

        assertThat(json("search/index.json").path("parts").toString()).isEqualTo("[\"2569-11\"]");
        JsonNode heads = json("search/2569-11.json");
        JsonNode head = heads.path("items").path(0);
        assertThat(heads.path("texts").toString()).isEqualTo("[\"text-2569-11\"]");
        assertThat(heads.path("categories").path("news-general").asText()).isEqualTo("ประกาศทั่วไป");
        assertThat(head.path("mark").asText()).isEqualTo("prakat:1:" + id(1) + ":present:" + item.revisionHash());
        assertThat(head.path("title").asText()).isEqualTo(item.title());
        assertThat(head.path("summary").asText()).isEqualTo(item.summary());
        assertThat(head.path("category").asText()).isEqualTo("news-general");
        assertThat(head.path("published").asText()).isEqualTo("2026-11-22T02:00:00Z");
        assertThat(head.path("date").asText()).isEqualTo("22 พฤศจิกายน 2569");
        assertThat(texts()).isEqualTo(new TreeMap<>(java.util.Map.of(id(1), "เนื้อหา ย่อหน้าที่สอง")));
    }

    @Test
    void aNewRevisionTakesThePlaceOfTheOldOne() throws IOException {
        site.publish(Site.body(SampleItems.item(id(1)), "<p>ข้อความเดิม</p>"), 1);
        site.publish(Site.body(SampleItems.item(id(1), 2, "ชื่อใหม่"), "<p>ข้อความใหม่</p>"), 2);

        assertThat(titles()).containsOnlyKeys(id(1)).containsValue("ชื่อใหม่");
        assertThat(texts()).containsOnlyKeys(id(1)).containsValue("ข้อความใหม่");
        assertThat(searched()).doesNotContain("ข้อความเดิม");
    }

    @Test
    void anItemThatMovesToAnotherDayAndCategoryIsThereOnce() throws IOException {
        PublishableItem item = SampleItems.item(id(1));
        site.publish(item, 1);
        PublishableItem moved = Site.in(
                Site.published(item, SampleItems.NOW.minus(Duration.ofDays(400))),
                List.of(new CategoryLabel("statistics", "สถิติ")));
        site.publish(moved, 2);

        assertThat(titles()).containsOnlyKeys(id(1));
        assertThat(texts()).containsOnlyKeys(id(1));
        assertThat(site.tree().keySet())
                .contains("search/2568-10.json", "search/text-2568-10.json")
                .doesNotContain("search/2569-11.json", "search/text-2569-11.json");
        assertThat(json("search/2568-10.json").path("categories").toString()).isEqualTo("{\"statistics\":\"สถิติ\"}");
    }

    @ParameterizedTest
    @EnumSource(TakeDownKind.class)
    void nothingIsLeftOfWhatWasTakenDownAndThatIsProven(TakeDownKind kind) throws IOException {
        PublishableItem item = Site.body(SampleItems.item(id(1)), "<p>" + "ความลับ ".repeat(2_000) + "</p>");
        PublishableItem other = SampleItems.item(id(2));
        site.publish(other, 1);
        Receipt live = site.publish(item, 1);
        List<Artefact> searched = live.artefacts().stream()
                .filter(a -> a.remotePath().startsWith("search/"))
                .toList();
        assertThat(searched)
                .extracting(Artefact::remotePath)
                .containsExactly(
                        "search/2569-11.json", "search/text-2569-11.json", "search/long-2569-" + id(1) + ".json");
        assertThat(site.target.observe(SampleItems.observe(item.id(), searched, site.recorder)))
                .allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.PRESENT));

        site.takeDown(item, kind, 2, live.artefacts());

        assertThat(searched())
                .doesNotContain(item.id(), item.title(), "ความลับ", item.revisionHash())
                .contains(other.id(), other.title());
        assertThat(titles()).containsOnlyKeys(other.id());
        assertThat(texts()).containsOnlyKeys(other.id());
        assertThat(site.target.observe(SampleItems.observe(item.id(), searched, site.recorder)))
                .allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.ABSENT));
        assertThat(site.target.verify().findings()).isEmpty();
    }

    @Test
    void aLongTextHasAFileOfItsOwnAndOnlyAsLongAsItIsLong() throws IOException {
        String file = "search/long-2569-" + id(1) + ".json";
        site.publish(Site.body(SampleItems.item(id(1)), "<p>" + "ก".repeat(SearchShards.LONG) + "</p>"), 1);
        assertThat(site.docroot.resolve(file)).doesNotExist();
        site.publish(
                Site.body(SampleItems.item(id(1), 2, "ยาว"), "<p>" + "ข".repeat(SearchShards.LONG + 1) + "</p>"), 2);
        assertThat(site.docroot.resolve(file)).exists();
        assertThat(texts().get(id(1))).hasSize(SearchShards.LONG + 1);
        site.publish(SampleItems.item(id(2)), 1);
        assertThat(site.docroot.resolve(file)).exists();
        site.publish(Site.body(SampleItems.item(id(1), 3, "สั้น"), "<p>ค</p>"), 3);

        assertThat(site.docroot.resolve(file)).doesNotExist();
        assertThat(texts()).containsEntry(id(1), "ค");
        assertThat(site.target.verify().findings()).isEmpty();
    }

    @Test
    void aMonthWithManyItemsIsPartedAndPutTogetherAgain() throws IOException {
        List<PublishableItem> items = new ArrayList<>();
        for (int i = 0; i < 2 * SearchShards.TEXTS; i++) {
            Duration age = i < SearchShards.TEXTS + 5 ? Duration.ofMinutes(i) : Duration.ofDays(i % 20);
            items.add(Site.published(SampleItems.item(id(i)), SampleItems.NOW.minus(age)));
            site.publish(items.get(i), 1);
        }
        TreeSet<String> ids =
                new TreeSet<>(items.stream().map(PublishableItem::id).toList());
        assertThat(titles().keySet()).isEqualTo(ids);
        assertThat(texts().keySet()).isEqualTo(ids);
        assertThat(site.tree().keySet().stream().filter(p -> p.startsWith("search/text-2569-11-")))
                .hasSizeGreaterThan(3)
                .anyMatch(p -> p.startsWith("search/text-2569-11-22-p"))
                .allSatisfy(p -> assertThat(site.text(p).split("\\{\"mark\"", -1))
                        .hasSizeLessThanOrEqualTo(SearchShards.TEXTS + 1));

        for (PublishableItem item : items.subList(3, items.size())) {
            site.takeDown(item, TakeDownKind.GONE, 2, List.of());
        }
        assertThat(site.tree().keySet().stream().filter(p -> p.startsWith("search/") && p.endsWith(".json")))
                .containsExactly("search/2569-11.json", "search/index.json", "search/text-2569-11.json");
        assertThat(texts()).hasSize(3);
    }

    @Test
    void aTextCannotForgeTheMarkOfAnotherItem() {
        PublishableItem victim = SampleItems.item(id(1));
        Receipt live = site.publish(victim, 1);
        String forged = "{\"mark\":\"prakat:1:" + victim.id() + ":present:" + victim.revisionHash() + "\"";
        site.publish(Site.body(SampleItems.item(id(2), 1, forged), "<p>" + forged + " <!--" + forged + "--></p>"), 1);
        site.takeDown(victim, TakeDownKind.GONE, 2, live.artefacts());

        assertThat(site.target.observe(SampleItems.observe(victim.id(), live.artefacts(), site.recorder)))
                .allSatisfy(o -> assertThat(o.answer()).as(o.toString()).isEqualTo(Observation.Answer.ABSENT));
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "261122-search%03d", number);
    }

    /** Everything below the folder of search, as one text. */
    private String searched() {
        return site.tree().tailMap("search/").headMap("search0").toString();
    }

    /** The titles that a reader's browser comes to by following the names of parts, by item; each item once. */
    private SortedMap<String, String> titles() throws IOException {
        SortedMap<String, String> titles = new TreeMap<>();
        for (JsonNode part : json("search/index.json").path("parts")) {
            for (JsonNode item : json("search/" + part.asText() + ".json").path("items")) {
                assertThat(titles.put(item(item), item.path("title").asText())).isNull();
            }
        }
        return titles;
    }

    private SortedMap<String, String> texts() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (JsonNode part : json("search/index.json").path("parts")) {
            for (JsonNode below : json("search/" + part.asText() + ".json").path("texts")) {
                for (JsonNode item : json("search/" + below.asText() + ".json").path("items")) {
                    JsonNode text = item.has("file")
                            ? json("search/" + item.path("file").asText() + ".json")
                                    .path("items")
                                    .path(0)
                            : item;
                    assertThat(texts.put(item(item), text.path("text").asText()))
                            .isNull();
                }
            }
        }
        return texts;
    }

    private static String item(JsonNode listed) {
        return listed.path("mark").asText().split(":", -1)[2];
    }

    private JsonNode json(String path) throws IOException {
        JsonNode read = JSON.readTree(site.text(path));
        assertThat(read.path("site").asText()).isEqualTo(PageFrame.SITE_MARK);
        return read;
    }
}
