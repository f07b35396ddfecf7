package dev.prakat.staticsite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which shard the state folder remembers a shared page. Immutable.
 *
 * @param list the category, or {@link SiteLists#SITE}
 * @param year the year of the Buddhist era, or 0 when it belongs to none
 */
record Place(String list, int year) {

    private static final Pattern CATEGORY = Pattern.compile("c/([0-9a-z-]+)/(?:(\\d{4})/)?.+");
    private static final Pattern WHOLE_SITE =
            Pattern.compile("(?:sitemap|search|catalog)/(?:text-|long-)?(\\d{4})-[^/]+");

    static Place of(String path) {
        Matcher category = CATEGORY.matcher(path);
        if (category.matches()) {
            return new Place(category.group(1), year(category.group(2)));
        }
        Matcher wholeSite = WHOLE_SITE.matcher(path);
        return new Place(SiteLists.SITE, wholeSite.matches() ? year(wholeSite.group(1)) : 0);
    }

    private static int year(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
