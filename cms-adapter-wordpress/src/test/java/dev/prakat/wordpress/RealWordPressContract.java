package dev.prakat.wordpress;

import dev.prakat.spi.PublishingTarget;
import dev.prakat.testkit.PublishingTargetContract;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The rules of every target, on a real WordPress with an account that has the least rights. */
@NeedsWordPress
abstract class RealWordPressContract extends PublishingTargetContract {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"|<loc>([^<]+)</loc>|<link>([^<]+)</link>");
    /** The number of a decision is in the source of a page, and a feed says when it was built. */
    private static final Pattern PASSING = Pattern.compile(" fence=[0-9]+|<lastBuildDate>[^<]*</lastBuildDate>");

    static RealWordPress real;
    static Front front;

    @BeforeAll
    static void start() {
        real = RealWordPress.usual();
        front = new Front(real);
    }

    @AfterAll
    static void stop() {
        front.close();
    }

    /** How the site is configured. */
    abstract WordPressSite settings();

    @Override
    protected PublishingTarget newTarget() {
        Front.empty(real);
        return reopen();
    }

    @Override
    protected PublishingTarget reopen() {
        return WordPressTarget.of(settings());
    }

    @Override
    protected void removeByHand(String item) {
        real.php("foreach (get_posts(['s' => ':" + item
                + ":', 'post_type' => ['post', 'attachment'], 'post_status' => 'any', "
                + "'numberposts' => -1]) as $post) { wp_delete_post($post->ID, true); }");
    }

    @Override
    protected String publicText() {
        Set<String> pages = new TreeSet<>(Set.of(
                "",
                "feed/",
                "wp-sitemap-posts-post-1.xml",
                "wp-json/wp/v2/posts?per_page=100&_fields=id,slug,link,title,content,excerpt"));
        StringBuilder text = new StringBuilder();
        Set<String> more = new TreeSet<>();
        for (String page : pages) {
            text.append(read(page));
        }
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String address =
                    link.group(1) != null ? link.group(1) : link.group(2) != null ? link.group(2) : link.group(3);
            String base = real.baseUri().toString();
            if (address.startsWith(base) && !address.contains("wp-includes") && !address.contains("oembed")) {
                more.add(address.substring(base.length()));
            }
        }
        more.removeAll(pages);
        more.forEach(page -> text.append(read(page)));
        RealFiles.below(Path.of(real.root().toString(), "wp-content", "uploads"))
                .forEach(file -> text.append(file.getFileName()));
        return PASSING.matcher(text).replaceAll("");
    }

    private static String read(String page) {
        HttpResponse<String> answer = real.send(real.request(page));
        return page + " " + answer.statusCode() + "\n" + answer.body() + "\n";
    }

    @Override
    protected Set<String> actionsSeenOutside() {
        return front.requests();
    }
}
