package dev.prakat.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryTreeTest {

    private static final CategoryTree TREE = CategoryTree.of(List.of(
            category("news", null, "ข่าวประชาสัมพันธ์", "M022"),
            category("news-releases", "news", "ข่าวประชาสัมพันธ์", "M023"),
            category("procurement-central", "news", "ประกาศจัดซื้อจัดจ้าง(ส่วนกลาง)", "M027"),
            category("procurement-changes", "procurement-central", "ประกาศเปลี่ยนแปลง/ยกเลิก", "M031", "ประกาศแก้ไข"),
            category("procurement-contracts", "procurement-central", "สัญญาจัดซื้อจัดจ้าง", "M037"),
            category("law", null, "กฎหมาย ระเบียบ", "M042"),
            category("ministry-other", null, "ทุกประเภท", "M119"),
            category("external-agencies", null, "ทุกประเภท", "M120")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "procurement-changes",
                " M031 ",
                "m031",
                "ข่าวประชาสัมพันธ์/ประกาศจัดซื้อจัดจ้าง(ส่วนกลาง)/ประกาศเปลี่ยนแปลง/ยกเลิก",
                "ข่าวประชาสัมพันธ์ / ประกาศจัดซื้อจัดจ้าง (ส่วนกลาง) / ประกาศแก้ไข"
            })
    void findsACategoryByIdRowPathAndVariant(String text) {
        assertThat(TREE.require(text).row()).isEqualTo("M031");
    }

    @Test
    @Tag("S001-R01")
    void tellsEqualLabelsApartByTheirPath() {
        assertThat(TREE.require("ข่าวประชาสัมพันธ์").row()).isEqualTo("M022");
        assertThat(TREE.require("ข่าวประชาสัมพันธ์/ข่าวประชาสัมพันธ์").row()).isEqualTo("M023");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "procurement-contract",
                "สัญญาจัดซื้อ",
                "ข่าวประชาสัมพันธ์/สัญญาจัดซื้อจัดจ้าง",
                "Procurement contracts"
            })
    void suggestsTheNearestOfAnUnknownOne(String text) {
        PrakatException refused = refusal(text);

        assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refused)
                .hasMessageContaining(text)
                .hasMessageContaining("nearest: procurement-contracts (M037 สัญญาจัดซื้อจัดจ้าง)");
    }

    @Test
    void saysSoWhenNothingIsNear() {
        assertThat(refusal("zzz")).hasMessageContaining("nothing is like it");
        assertThat(refusal("")).hasMessageContaining("is not among the 8 categories");
    }

    @Test
    void asksForTheIdWhenAPathIsNotUnique() {
        PrakatException refused = refusal("ทุกประเภท");

        assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_INPUT);
        assertThat(refused).hasMessageContaining("ministry-other").hasMessageContaining("external-agencies");
    }

    @Test
    void knowsPathsAndChildren() {
        assertThat(TREE.path(new CategoryId("procurement-contracts")))
                .extracting(Category::row)
                .containsExactly("M022", "M027", "M037");
        assertThat(TREE.children(new CategoryId("procurement-central")))
                .extracting(Category::row)
                .containsExactly("M031", "M037");
        assertThat(TREE.roots()).extracting(Category::row).containsExactly("M022", "M042", "M119", "M120");
        assertThat(TREE.all()).hasSize(8);
        assertThat(TREE.find(new CategoryId("nobody"))).isEmpty();
    }

    @Test
    void refusesTwiceTheSameAndOrphans() {
        Category law = category("law", null, "กฎหมาย", "M042");

        assertThatIllegalArgumentException().isThrownBy(() -> CategoryTree.of(List.of(law, law)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CategoryTree.of(List.of(category("acts", "law", "พระราชบัญญัติ", "M043"), law)))
                .withMessageContaining("law");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "News", "ข่าว", "a b", "a/b"})
    void refusesIdsThatAreNotSafeInAnAddress(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryId(id));
    }

    private static PrakatException refusal(String text) {
        return catchThrowableOfType(PrakatException.class, () -> TREE.require(text));
    }

    private static Category category(String id, String parent, String label, String row, String... variants) {
        return new Category(
                new CategoryId(id),
                parent == null ? null : new CategoryId(parent),
                label,
                List.of(variants),
                row,
                "2.1",
                parent == null,
                true,
                "S001-R15",
                CategoryTerms.NONE);
    }
}
