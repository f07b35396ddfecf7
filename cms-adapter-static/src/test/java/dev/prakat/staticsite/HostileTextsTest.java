package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.item.CleanBody;
import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts that want to be run, in every place where an officer can put one, on pages whose policy the browser was told to ignore:
 * nothing but the cleaning and the escaping stands in their way.
 */
@ExtendWith(OneBrowser.class)
@Tag("one-jdk")
final class HostileTextsTest {

    private static final List<String> CORPUS = List.of(
            "<script>alert(1)</script>",
            "\"><script>alert(1)</script>",
            "'><img src=x onerror=alert(1)>",
            "<img src=x onerror=\"alert(1)\">",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<math><mtext><table><mglyph><style><!--</style><img src onerror=alert(1)>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "</title><script>alert(1)</script>",
            "</textarea></style></xmp><script>alert(1)</script>",
            "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
            "<iframe src=\"javascript:parent.alert(1)\"></iframe>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"java\tscript:alert(1)\">x</a>",
            "<a href=\"&#106;avascript:alert(1)\">x</a>",
            "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
            "<details open ontoggle=alert(1)>x</details>",
            "<input autofocus onfocus=alert(1)>",
            "<body onpageshow=alert(1)>",
            "<p style=\"animation-name:x\" onanimationstart=alert(1)>x</p>",
            "<form action=\"javascript:alert(1)\"><button>x</button></form>",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "<base href=\"https://elsewhere.example/\">",
            "<link rel=stylesheet href=\"https://elsewhere.example/x.css\">",
            "{{#item}}{{{bodyHtml}}}{{/item}}{{class}}{{=<% %>=}}",
            "\u202E<script>alert(1)</script>",
            "\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
            "<!--><script>alert(1)</script>-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "&lt;script&gt;alert(1)&lt;/script&gt;");

    /**
     * Attributes that would run something, and elements that an officer's text has no business to make. The only form of ours outside the
     * page for searching is the one in the head, as long as it is alone, leads to that page and has a box and a button.
     */
    private static final String ARMED = """
            const armed = [];
            const heads = document.querySelectorAll('body > header form');
            const head = heads.length === 1 && heads[0].action === location.origin + '/search/index.html'
                && heads[0].elements.length === 2 && heads[0];
            for (const e of document.querySelectorAll('*')) {
                if (['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'INPUT', 'BASE'].includes(e.tagName)
                        && !(head && head.contains(e))
                        && e.type !== 'application/ld+json') armed.push(e.outerHTML);
                for (const a of e.attributes)
                    if (a.name.startsWith('on') || a.name === 'srcdoc'
                        || /^[\\s\\u0000-\\u0020]*(j\\s*a\\s*v\\s*a\\s*s\\s*c|data:text)/i.test(a.value)
                            && ['href', 'src', 'action', 'xlink:href'].includes(a.name)) armed.push(e.outerHTML);
            }
            document.querySelectorAll('main a').forEach(a => a.dispatchEvent(new Event('mouseover')));
            return armed;
            """;

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();

    @Test
    void nothingThatAnOfficerWritesRunsEvenWithoutThePolicy(Browser browser) {
        Path docroot = folder.resolve("site");
        try (StaticSiteServer server = StaticSiteServer.start(docroot, 0)) {
            StaticSiteTarget target = StaticSiteTarget.builder(docroot, server.address())
                    .httpProof(false)
                    .build();
            List<URI> pages =
                    new ArrayList<>(List.of(server.address(), server.address().resolve("c/")));
            for (int i = 0; i < CORPUS.size(); i++) {
                PublishableItem item = item(i, CORPUS.get(i));
                PublishRequest order = SampleItems.publish(item, 1, recorder);
                target.publish(order);
                pages.add(server.address().resolve("d/" + item.id() + "/"));
                pages.add(server.address().resolve("c/hostile-" + i + "/"));
            }
            browser.ignorePolicies(true);
            try {
                for (URI page : pages) {
                    browser.open(page);
                    assertThat(browser.texts(ARMED)).as(page.toString()).isEmpty();
                    assertThat(browser.problems())
                            .as(page.toString())
                            .noneMatch(problem -> problem.startsWith("ran ") || problem.contains("elsewhere.example"));
                }
                for (String typed : new String[] {"alert", "<", "x"}) {
                    browser.open(
                            server.address().resolve("search/?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)));
                    assertThat(browser.texts(
                                    "return [...document.querySelectorAll('#search-found li')].map(e => e.className)"))
                            .as(typed)
                            .hasSizeGreaterThan(10);
                    assertThat(browser.texts(ARMED))
                            .as("search for " + typed)
                            .allMatch(e -> e.startsWith("<script src=\"../_a/search.")
                                    || e.startsWith("<form id=\"search-form\"")
                                    || e.startsWith("<input id=\"search-query\""));
                    assertThat(browser.problems()).as("search for " + typed).isEmpty();
                }
                for (String typed : CORPUS) {
                    browser.open(
                            server.address().resolve("search/?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)));
                    assertThat(browser.texts("return [document.getElementById('search-found').dataset.state]"))
                            .as(typed)
                            .containsExactly("done");
                    assertThat(browser.texts(ARMED)).as("search for " + typed).hasSize(3);
                    assertThat(browser.problems()).as("search for " + typed).isEmpty();
                }
            } finally {
                browser.ignorePolicies(false);
            }
        }
        assertThat(CORPUS).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void theBrowserWouldNotice(Browser browser) {
        browser.open(URI.create("data:text/html,%3Cp%3Ex%3Cscript%3Ealert(1)%3C/script%3E"));

        assertThat(browser.problems()).contains("ran alert");
        assertThat(browser.texts(ARMED)).isNotEmpty();
    }

    private static PublishableItem item(int number, String text) {
        PublishableItem sample = SampleItems.item("261122-hostile" + number);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AttachmentContent file = new AttachmentContent(
                text.replace('/', '_').replace('\u0000', '_'),
                "text/plain",
                bytes.length,
                Hashes.of(bytes),
                () -> new ByteArrayInputStream(bytes));
        return new PublishableItem(
                sample.id(),
                text,
                text,
                CleanBody.of("<p>" + text + "</p>" + text),
                List.of(new CategoryLabel("hostile-" + number, text)),
                List.of(text),
                text,
                null,
                sample.language(),
                sample.published(),
                sample.expires(),
                List.of(file),
                sample.revision(),
                sample.revisionHash(),
                sample.history());
    }
}
