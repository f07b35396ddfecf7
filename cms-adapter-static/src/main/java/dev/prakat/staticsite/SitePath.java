package dev.prakat.staticsite;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where everything stands below the docroot, as paths with forward slashes; and the public addresses of those paths. */
final class SitePath {

    static final String HOME = "index.html";
    static final String FEED = "feed.atom";
    static final String SITEMAP = "sitemap.xml";
    static final String CATALOGUE = "catalog.jsonld";
    static final String NOT_FOUND = "404.html";
    static final String ROBOTS = "robots.txt";
    static final String GONE = "410.html";
    static final String CATEGORIES = "c/index.html";
    static final String TRANSPARENCY = "transparency/index.html";
    static final String ACCESSIBILITY = "accessibility/index.html";
    static final String SEARCH = "search/index.html";
    static final String SEARCH_INDEX = "search/index.json";

    private static final String INDEX = "index.html";
    private static final Pattern ITEM = Pattern.compile("[0-9a-z-]{4,40}");
    private static final Pattern CATEGORY = Pattern.compile("[0-9a-z-]{1,80}");
    private static final Pattern SAFE = Pattern.compile("[0-9A-Za-z_.-]+(/[0-9A-Za-z_.-]+)*");

    private SitePath() {}

    static boolean isItem(String id) {
        return ITEM.matcher(id).matches();
    }

    static boolean isCategory(String id) {
        return CATEGORY.matcher(id).matches();
    }

    static String folder(String item) {
        return "d/" + item + "/";
    }

    /** Whether a path is that of an item's folder or below it. */
    static boolean isOfItem(String path) {
        return path.startsWith("d/");
    }

    static String page(String item) {
        return folder(item) + INDEX;
    }

    static String gone(String item) {
        return folder(item) + ".gone";
    }

    /** The link that says where an item leads to. */
    static String redirect(String item) {
        return folder(item) + ".redirect";
    }

    /** Whether a path is that of an attachment. */
    static boolean isAttachment(String item, String path) {
        return path.startsWith(folder(item) + "f/");
    }

    static String category(String category) {
        return "c/" + category + "/" + INDEX;
    }

    static String feed(String category) {
        return "c/" + category + "/" + FEED;
    }

    static String year(String category, int year) {
        return "c/" + category + "/" + year + "/" + INDEX;
    }

    static String month(String category, BuddhistMonth month) {
        return "c/" + category + "/" + month.path() + "/" + INDEX;
    }

    /** The page of a part of a month; the whole month's is that of the month. */
    static String leaf(String category, Leaf leaf) {
        return leafFolder(category, leaf) + INDEX;
    }

    /** The archived feed with the same items. */
    static String archive(String category, Leaf leaf) {
        return leafFolder(category, leaf) + FEED;
    }

    private static String leafFolder(String category, Leaf leaf) {
        String part = leaf.isWhole() ? "" : leaf.name() + "/";
        return "c/" + category + "/" + leaf.month().path() + "/" + part;
    }

    static String sitemap(Leaf leaf) {
        return "sitemap/" + name(leaf) + ".xml";
    }

    /** The data sets of a month, or of a part of one. */
    static String catalogue(Leaf leaf) {
        return "catalog/" + name(leaf) + ".jsonld";
    }

    /** What search reads of the titles and summaries of a month, or of a part of one. */
    static String searched(Leaf leaf) {
        return "search/" + name(leaf) + ".json";
    }

    /** What search reads of the texts of a month, or of a part of one. */
    static String searchedText(Leaf leaf) {
        return "search/" + textName(leaf) + ".json";
    }

    static String textName(Leaf leaf) {
        return "text-" + name(leaf);
    }

    /** How the paths of all parts of a month begin. */
    static String searchedTexts(BuddhistMonth month) {
        return "search/text-" + name(month);
    }

    /** What search reads of an item with a long text. */
    static String searchedLong(int year, String item) {
        return "search/" + longName(year, item) + ".json";
    }

    static String longName(int year, String item) {
        return "long-" + year + "-" + item;
    }

    /** A month or a part of one as a file's name, for example {@code 2569-11-01-15}. */
    static String name(Leaf leaf) {
        return name(leaf.month()) + (leaf.isWhole() ? "" : "-" + leaf.name());
    }

    private static String name(BuddhistMonth month) {
        return month.path().replace('/', '-');
    }

    /** The link from one page to another. It names {@code index.html}, so that it works without a server too. */
    static String link(String from, String to) {
        return up(from) + to;
    }

    /** The way from a page up to the docroot, for example {@code ../../}. */
    static String up(String from) {
        int depth = 0;
        for (int slash = from.indexOf('/'); slash >= 0; slash = from.indexOf('/', slash + 1)) {
            depth++;
        }
        return "../".repeat(depth);
    }

    /** The public address of a path; that of a folder's page is the folder's. */
    static URI address(URI base, String path) {
        return URI.create(addressText(base, path));
    }

    /** The same as text, for pages that print hundreds. */
    static String addressText(URI base, String path) {
        boolean index = path.equals(INDEX) || path.endsWith("/" + INDEX);
        return base + (index ? path.substring(0, path.length() - INDEX.length()) : path);
    }

    /**
     * The path that a web server would open for an address.
     *
     * @return empty when the address is not below the base address or is not one that this site makes
     */
    static Optional<String> of(URI base, URI address) {
        String all = base.toString();
        String text = address.toString();
        if (!text.startsWith(all)) {
            return Optional.empty();
        }
        String path = text.substring(all.length());
        if (path.isEmpty() || path.endsWith("/")) {
            path += INDEX;
        }
        boolean inside = SAFE.matcher(path).matches() && !("/" + path + "/").contains("/../");
        return inside ? Optional.of(path) : Optional.empty();
    }
}
