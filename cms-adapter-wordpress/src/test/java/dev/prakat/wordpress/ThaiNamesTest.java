package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PrintedInstant;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.testkit.SampleItems;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Thai titles, category paths up to four deep with the same long names under several parents, and file names up to 200 bytes:
 * WordPress takes them all, cuts none, and gives the files back byte for byte.
 */
@NeedsWordPress
final class ThaiNamesTest {

    private static final int ITEMS = Integer.getInteger("prakat.wordpressNames", 6);
    private static final long SEED = Long.getLong("prakat.seed", 26112569);
    private static final int LONGEST_NAME = 200;
    private static final List<String> WORDS = List.of(
            "ประกาศ",
            "กำหนดหลักเกณฑ์",
            "ฉบับที่ ๒",
            "น้ำท่วม",
            "ผู้ประกันตน",
            "เรื่อง",
            "และวิธีการ",
            "สำนักงานประกันสังคมจังหวัดพระนครศรีอยุธยา",
            " (แก้ไขเพิ่มเติม) ",
            "พ.ศ. ๒๕๖๙",
            "กฺ็ฎฏ",
            "ฯลฯ",
            "ๆ ",
            "A&B ",
            "'s ");
    /** Few, so that the same name comes under several parents; the last is longer than a slug of WordPress. */
    private static final List<String> CATEGORIES = List.of(
            "ข่าวประชาสัมพันธ์",
            "ประกาศ & คำสั่ง",
            "แผน/ผล",
            "หลักเกณฑ์และวิธีการขอรับประโยชน์ทดแทนในกรณีต่าง ๆ ของผู้ประกันตนตามมาตรา ๓๓ มาตรา ๓๙ และมาตรา ๔๐ แห่งพระราชบัญญัติ");

    private static RealWordPress real;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @BeforeAll
    static void start() {
        real = RealWordPress.usual();
    }

    @Test
    @Tag("soak")
    void areTakenAsTheyAre() {
        Front.empty(real);
        Scene scene = Scene.of(real);
        int longest = 0;
        for (int n = 1; n <= ITEMS; n++) {
            String name = text(LONGEST_NAME - 4).strip() + ".pdf";
            longest = Math.max(longest, name.getBytes(StandardCharsets.UTF_8).length);
            PublishableItem item = item(n, text(300).strip(), named(n, name));
            Receipt live = scene.publish(item, 1);

            String what = "item " + n + " (seed " + SEED + "): " + item.title() + ", " + name;
            assertThat(field(live, "post_title")).as(what).isEqualTo(Escaped.line(item.title()));
            assertThat(field(live, "post_name")).as(what).isEqualTo(item.id());
            assertThat(path(live))
                    .as(what)
                    .isEqualTo(item.categoryPath().stream()
                            .map(CategoryLabel::label)
                            .map(Escaped::line)
                            .toList());
            assertThat(scene.look(item, live.artefacts()))
                    .as(what)
                    .allSatisfy(seen ->
                            assertThat(seen.answer()).as(seen.toString()).isEqualTo(Observation.Answer.PRESENT));
            assertThat(live.artefacts()).as(what).anyMatch(artefact -> artefact.kind() == Artefact.Kind.ATTACHMENT);
            scene.recorder().clear();
        }
        System.out.println("WordPress and Thai names: " + ITEMS + " titles, category paths and file names of up to "
                + longest + " bytes (seed " + SEED + "): 0 errors, 0 cut, all files byte-equal");
    }

    private PublishableItem item(int number, String title, AttachmentContent file) {
        String id = String.format(Locale.ROOT, "261126-names%05d", number);
        PublishableItem sample = Scene.item(id, title, "<p>" + title.replace("&", "&amp;") + "</p>", List.of(file));
        List<CategoryLabel> path = new ArrayList<>();
        StringBuilder key = new StringBuilder("names");
        for (int depth = 1 + random.nextInt(4); depth > 0; depth--) {
            int one = random.nextInt(CATEGORIES.size());
            key.append('-').append(one);
            path.add(new CategoryLabel(key.toString(), CATEGORIES.get(one)));
        }
        return new PublishableItem(
                id,
                title,
                sample.summary(),
                sample.bodyHtml(),
                path,
                sample.responsibleUnits(),
                sample.remark(),
                sample.externalLink(),
                sample.language(),
                new PrintedInstant(
                        SampleItems.NOW.minusSeconds(20_000 - number), "วันนี้"), // the newest is in every list
                sample.expires(),
                sample.attachments(),
                sample.revision(),
                sample.revisionHash());
    }

    private static AttachmentContent named(int number, String name) {
        AttachmentContent sample = SampleItems.attachment("name" + number, 1);
        return new AttachmentContent(name, sample.mediaType(), sample.bytes(), sample.sha256(), sample.source());
    }

    /** Words that come to no more than so many bytes, every other time to nearly so many, with a letter first. */
    private String text(int bytes) {
        StringBuilder text = new StringBuilder(WORDS.get(0));
        int wanted = random.nextBoolean() ? bytes : bytes / 4 + random.nextInt(bytes - bytes / 4);
        while (true) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            int left = wanted - text.toString().getBytes(StandardCharsets.UTF_8).length;
            if (word.getBytes(StandardCharsets.UTF_8).length > left) {
                return text.append("ก".repeat(left / 3)).toString();
            }
            text.append(word);
        }
    }

    private static String field(Receipt live, String column) {
        String hex = real.sql("select hex(" + column + ") from wp_posts where ID = " + live.remoteId())
                .strip();
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }

    /** The names of a post's category and of those above it, from the top down. */
    private static List<String> path(Receipt live) {
        String said = real.sql("with recursive path (id, above, name, depth) as ("
                + " select t.term_id, x.parent, t.name, 0 from wp_term_relationships r"
                + " join wp_term_taxonomy x on x.term_taxonomy_id = r.term_taxonomy_id and x.taxonomy = 'category'"
                + " join wp_terms t on t.term_id = x.term_id where r.object_id = " + live.remoteId()
                + " union all select t.term_id, x.parent, t.name, path.depth + 1 from path"
                + " join wp_term_taxonomy x on x.term_id = path.above and x.taxonomy = 'category'"
                + " join wp_terms t on t.term_id = x.term_id)"
                + " select hex(name) from path order by depth desc");
        return said.lines()
                .map(hex -> new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8))
                .toList();
    }
}
