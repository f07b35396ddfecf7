package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.prakat.TestAgency;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items are found by what is known of them, page by page. */
class ItemSearchTest {

    private static final Actor OTHER_UNIT = Actor.local("somchai");

    @TempDir
    private Path folder;

    private TestAgency agency;
    private Items items;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
        items = agency.prakat().items();
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void pagesFollowOneAnotherWhateverIsDraftedMeanwhile() {
        List<ItemId> drafted = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Some share their instant.
            agency.clock.advance(Duration.ofMillis(i % 2));
            drafted.add(items.draft(TestAgency.AUTHOR, ItemDesk.notice("เรื่อง " + i)));
        }
        List<ItemId> seen = new ArrayList<>();
        ItemSearch search = ItemSearch.all().limit(3);
        ItemPage page = items.find(search);
        while (page.next() != null) {
            page.items().forEach(item -> seen.add(item.id()));
            agency.clock.advance(Duration.ofMillis(1));
            items.draft(TestAgency.AUTHOR, ItemDesk.notice("ใหม่"));
            page = items.find(search.after(page.next()));
        }
        page.items().forEach(item -> seen.add(item.id()));

        assertThat(seen).containsExactlyInAnyOrderElementsOf(drafted).doesNotHaveDuplicates();
        assertThat(page.items()).hasSize(1);
    }

    @Test
    void itemsAreFoundByWhatIsKnownOfThem() {
        ItemId mine = items.draft(TestAgency.AUTHOR, ItemDesk.notice("ประกาศ 100% ก_ข"));
        ItemId theirs = items.draft(OTHER_UNIT, ItemDesk.notice("TOR ร่าง").withCategory("procurement-draft-tor"));
        ItemId ministry = items.draft(
                TestAgency.AUTHOR,
                ItemDesk.notice("จากกระทรวง").from("MINISTRY", ItemDesk.letter(), ItemDesk.pdf("a.pdf")));
        agency.prakat().approvals().submit(mine, TestAgency.AUTHOR);

        assertThat(found(ItemSearch.all().inState(ItemState.IN_APPROVAL))).containsExactly(mine);
        assertThat(found(ItemSearch.all().ofUnit("กค."))).containsExactly(theirs);
        assertThat(found(ItemSearch.all().from("MINISTRY"))).containsExactly(ministry);
        assertThat(found(ItemSearch.all().in("procurement-draft-tor"))).containsExactly(theirs);
        assertThat(found(ItemSearch.all().titled("tor"))).containsExactly(theirs);
        assertThat(found(ItemSearch.all().titled("100% ก_ข"))).containsExactly(mine);
        assertThat(found(ItemSearch.all().titled("100_"))).isEmpty();
        assertThat(found(ItemSearch.all().titled("กระทรวง").ofUnit("กค."))).isEmpty();
        assertThat(found(ItemSearch.all())).hasSize(3);
    }

    @Test
    void aCategoryHoldsWhatIsBelowIt() {
        ItemId below = items.draft(OTHER_UNIT, ItemDesk.notice("TOR").withCategory("procurement-draft-tor"));
        String top = agency.prakat()
                .policy()
                .categories()
                .path(items.get(below).category())
                .get(0)
                .id()
                .value();
        assertThat(found(ItemSearch.all().in(top))).containsExactly(below);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> items.find(ItemSearch.all().in("nowhere")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "2021-03-01T00:00:00Z", "2021-03-01T00:00:00Z~", "yesterday~210301-aaaa", "' or 1=1"})
    void aCursorThatIsNoneIsRefused(String cursor) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> items.find(ItemSearch.all().after(cursor)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_INPUT));
    }

    @Test
    void aPageHasAnEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> ItemSearch.all().limit(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ItemSearch.all().limit(1001));
    }

    /** Not one question a row: twenty items cost no more than two. */
    @Test
    void aListCostsTheSameNumberOfQuestionsWhateverItsLength() throws SQLException {
        for (int i = 0; i < 20; i++) {
            items.draft(TestAgency.AUTHOR, ItemDesk.notice("เรื่อง " + i).withAttachment(ItemDesk.pdf("a.pdf")));
        }
        assertThat(questions(() -> items.newest(20)))
                .isEqualTo(questions(() -> items.newest(2)))
                .isEqualTo(4);
        assertThat(questions(() -> items.find(ItemSearch.all()))).isEqualTo(1);
    }

    /** As the database itself counts them. */
    private long questions(Runnable reading) throws SQLException {
        try (Connection connection = agency.database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set query_statistics true");
            reading.run();
            try (ResultSet count = statement.executeQuery("select sum(execution_count) from"
                    + " information_schema.query_statistics where sql_statement like '%from prakat\\_%'")) {
                count.next();
                return count.getLong(1);
            } finally {
                statement.execute("set query_statistics false");
            }
        }
    }

    private List<ItemId> found(ItemSearch search) {
        return items.find(search).items().stream().map(ItemSummary::id).toList();
    }
}
