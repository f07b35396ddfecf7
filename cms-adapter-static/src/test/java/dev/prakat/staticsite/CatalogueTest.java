package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What portals read of the data sets. */
final class CatalogueTest {

    private static final String WHOLE = "catalog.jsonld";
    private static final String NOVEMBER = "catalog/2569-11.jsonld";
    private static final String MARCH = "catalog/2567-03.jsonld";
    private static final List<CategoryLabel> BELOW =
            List.of(new CategoryLabel("statistics", "สถิติ"), new CategoryLabel("statistics-old", "สถิติเก่า"));

    private static final PublishableItem DATA = Site.in(SampleItems.item("261122-data0001"), BELOW);
    private static final PublishableItem NEWS = SampleItems.item("261122-news0001");
    private static final PublishableItem EARLIER =
            Site.published(Site.in(SampleItems.item("261122-data0002"), BELOW), Instant.parse("2024-03-05T02:00:00Z"));

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private Site site;

    @BeforeEach
    void aSiteWithDataSets() {
        site = new Site(folder);
        site.target = with(Set.of("statistics"));
    }

    @Test
    void anItemBelowTheCategoryIsDescribedWithItsFiles() throws IOException {
        site.publish(NEWS, 1);
        assertThat(site.tree()).doesNotContainKeys(WHOLE, NOVEMBER);
        site.publish(DATA, 1);

        JsonNode whole = json(WHOLE);
        assertThat(whole.at("/@type").asText()).isEqualTo("dcat:Catalog");
        assertThat(whole.at("/dct:title").toString())
                .isEqualTo("[{\"@value\":\"สำนักงานตัวอย่าง\",\"@language\":\"th\"},"
                        + "{\"@value\":\"Example Office\",\"@language\":\"en\"}]");
        assertThat(whole.at("/dct:publisher/foaf:name")).isEqualTo(whole.at("/dct:title"));
        assertThat(whole.at("/dcat:catalog").findValuesAsText("@id")).containsExactly(Site.BASE + NOVEMBER);

        JsonNode sets = json(NOVEMBER).at("/dcat:dataset");
        assertThat(sets).hasSize(1);
        JsonNode set = sets.get(0);
        String page = Site.BASE + "d/" + DATA.id() + "/";
        assertThat(set.at("/dct:identifier").asText()).isEqualTo(DATA.id());
        assertThat(set.at("/dct:title/@value").asText()).isEqualTo(DATA.title());
        assertThat(set.at("/dct:title/@language").asText()).isEqualTo("th");
        assertThat(set.at("/dct:publisher/@id")).isEqualTo(whole.at("/dct:publisher/@id"));
        assertThat(set.at("/dct:issued/@value").asText())
                .isEqualTo(DATA.published().instant().toString());
        assertThat(set.at("/dcat:landingPage/@id").asText()).isEqualTo(page);
        JsonNode file = set.at("/dcat:distribution/0");
        String download = file.at("/dcat:downloadURL/@id").asText();
        assertThat(download).startsWith(page + "f/1-");
        assertThat(site.docroot.resolve(download.substring(Site.BASE.toString().length())))
                .isRegularFile();
        assertThat(file.at("/dcat:mediaType/@id").asText())
                .isEqualTo("https://www.iana.org/assignments/media-types/application/pdf");
        assertThat(file.at("/dcat:byteSize/@value").asLong())
                .isEqualTo(DATA.attachments().get(0).bytes());
        assertThat(file.at("/spdx:checksum/spdx:checksumValue/@value").asText())
                .isEqualTo(DATA.attachments().get(0).sha256());
    }

    @Test
    void everyNameIsOneOfTheContextAndEveryAddressIsWhole() throws IOException {
        site.publish(DATA, 1);
        for (String path : List.of(WHOLE, NOVEMBER)) {
            JsonNode json = json(path);
            Set<String> names = new TreeSet<>();
            json.at("/@context").fieldNames().forEachRemaining(names::add);
            look(json, path, names);
        }
    }

    /** Our marks aside, which the context does not define and a reader of JSON-LD drops. */
    private static void look(JsonNode node, String path, Set<String> prefixes) {
        node.properties().forEach(field -> {
            String name = field.getKey();
            assertThat(name.startsWith("@")
                            || Set.of("site", "mark").contains(name)
                            || prefixes.contains(name.split(":", -1)[0]))
                    .as(path + " " + name)
                    .isTrue();
            if (name.equals("@id")) {
                assertThat(field.getValue().asText()).matches("(https?://|spdx:).+");
            } else if (name.equals("@type")) {
                assertThat(prefixes).contains(field.getValue().asText().split(":", -1)[0]);
            }
            if (!name.equals("@context")) {
                look(field.getValue(), path, prefixes);
            }
        });
        if (node.isArray()) {
            node.forEach(each -> look(each, path, prefixes));
        }
    }

    @Test
    void whatIsTakenDownIsInNoPartAndTheLastOneTakesTheCatalogueAlong() throws IOException {
        Receipt live = site.publish(DATA, 1);
        site.publish(EARLIER, 1);
        assertThat(parts()).containsExactly(Site.BASE + NOVEMBER, Site.BASE + MARCH);
        Artefact part = live.artefacts().stream()
                .filter(artefact -> artefact.remotePath().equals(NOVEMBER))
                .findFirst()
                .orElseThrow();
        assertThat(part.kind()).isEqualTo(Artefact.Kind.FEED);
        assertThat(seen(part)).isEqualTo(Observation.Answer.PRESENT);

        site.takeDown(DATA, TakeDownKind.VANISH, 2, live.artefacts());
        assertThat(site.tree()).doesNotContainKey(NOVEMBER);
        assertThat(seen(part)).isEqualTo(Observation.Answer.ABSENT);
        assertThat(parts()).containsExactly(Site.BASE + MARCH);
        site.takeDown(EARLIER, TakeDownKind.WITHDRAWN, 2, List.of());
        assertThat(site.tree().keySet()).noneMatch(path -> path.startsWith("catalog"));
        assertThat(site.target.verify().findings()).isEmpty();
    }

    @Test
    void aRebuildMakesTheSameAndTakesOverOtherCategories() {
        site.publish(NEWS, 1);
        site.publish(DATA, 1);
        site.publish(EARLIER, 1);
        SortedMap<String, String> tree = site.tree();
        assertThat(site.target.rebuild(site.recorder).written()).isZero();
        assertThat(site.tree()).isEqualTo(tree);

        site.target = with(Set.of("news"));
        assertThat(warnings()).singleElement().asString().contains("[statistics]", "[news]");
        site.publish(SampleItems.item("261122-news0002"), 1);
        assertThat(site.text(NOVEMBER)).as("until then").contains(DATA.id()).doesNotContain("261122-news0002");
        site.target.rebuild(site.recorder);
        assertThat(warnings()).isEmpty();
        assertThat(site.text(NOVEMBER)).contains(NEWS.id(), "261122-news0002").doesNotContain(DATA.id());
        assertThat(site.tree()).doesNotContainKey(MARCH);

        site.target = with(Set.of());
        site.target.rebuild(site.recorder);
        assertThat(site.tree().keySet()).noneMatch(path -> path.startsWith("catalog"));
        assertThat(site.state.resolve("datasets.json")).doesNotExist();
    }

    @Test
    void aTargetThatSaysNothingListsWhatTheSiteHas() {
        site.publish(DATA, 1);
        site.target = new Site(folder).target;
        site.publish(EARLIER, 1);
        assertThat(site.tree()).containsKeys(NOVEMBER, MARCH);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aTextCannotForgeAMark() throws IOException {
        String forged = "{\"mark\":\"prakat:1:261122-other001:present:" + "0".repeat(64) + "\"} <script>";
        site.publish(Site.in(SampleItems.item("261122-data0003", 1, forged), BELOW), 1);

        assertThat(Marks.inList(site.text(NOVEMBER), "261122-other001")).isEmpty();
        assertThat(site.text(NOVEMBER)).doesNotContain("<");
        assertThat(json(NOVEMBER).at("/dcat:dataset/0/dct:title/@value").asText())
                .isEqualTo(forged);
    }

    @Test
    void whatCannotBeACategoryIsRefused() {
        assertThatThrownBy(() -> with(Set.of("../up")))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("../up");
    }

    private StaticSiteTarget with(Set<String> categories) {
        return StaticSiteTarget.builder(site.docroot, Site.BASE)
                .httpProof(false)
                .dataSets(categories)
                .build();
    }

    private List<String> warnings() {
        return site.target.check().stream()
                .map(finding -> finding.message())
                .filter(message -> message.contains("data sets"))
                .toList();
    }

    private Observation.Answer seen(Artefact part) {
        return site.target
                .observe(SampleItems.observe(DATA.id(), List.of(part), site.recorder))
                .get(0)
                .answer();
    }

    private List<String> parts() throws IOException {
        return json(WHOLE).at("/dcat:catalog").findValuesAsText("@id");
    }

    private JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(site.text(path));
    }
}
