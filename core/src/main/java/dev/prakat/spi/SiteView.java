package dev.prakat.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a site shows besides items. Finished strings; immutable.
 *
 * @param agencyName the agency's name in Thai
 * @param agencyNameEn the agency's name in English
 * @param categories the category tree, parents before children
 * @param matrix the responsibility matrix, a row for each category that has one
 */
public record SiteView(String agencyName, String agencyNameEn, List<CategoryView> categories, List<MatrixRow> matrix) {

    public SiteView {
        categories = List.copyOf(categories);
        matrix = List.copyOf(matrix);
    }

    /**
     * A category.
     *
     * @param id its stable key
     * @param parent its parent's key, or null at the top
     * @param label its printed label
     * @param lastUpdated when something in it was last published, printed; null when nothing was
     * @param updatedBy the unit whose item that was, its printed name; null when nothing was
     */
    public record CategoryView(
            String id,
            @Nullable String parent,
            String label,
            @Nullable PrintedInstant lastUpdated,
            @Nullable String updatedBy) {

        /**
         * A category without a unit that updated it.
         *
         * @param id its stable key
         * @param parent its parent's key, or null at the top
         * @param label its printed label
         * @param lastUpdated when something in it was last published, or null
         */
        public CategoryView(String id, @Nullable String parent, String label, @Nullable PrintedInstant lastUpdated) {
            this(id, parent, label, lastUpdated, null);
        }
    }

    /**
     * Who answers for a category.
     *
     * @param category the category's key
     * @param duties the duty columns in order, each with its printed cell
     */
    public record MatrixRow(String category, List<DutyCell> duties) {
        public MatrixRow {
            duties = List.copyOf(duties);
        }
    }

    /**
     * A cell of the matrix.
     *
     * @param duty the printed name of the duty
     * @param dutyEn its English name
     * @param cell the cell as printed in the source
     */
    public record DutyCell(String duty, String dutyEn, String cell) {

        /**
         * A cell whose duty has one name.
         *
         * @param duty the printed name of the duty
         * @param cell the cell as printed in the source
         */
        public DutyCell(String duty, String cell) {
            this(duty, duty, cell);
        }
    }
}
