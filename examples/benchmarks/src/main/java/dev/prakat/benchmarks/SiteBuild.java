package dev.prakat.benchmarks;

import dev.prakat.staticsite.RebuildReport;
import dev.prakat.staticsite.StaticSiteTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Renders a whole static site, for a comparison of whole processes with Hugo: {@code site-build.sh} beside the module's pom runs
 * both by turns. The same items, once as our state folder has them and once as Hugo's content.
 */
final class SiteBuild {

    private SiteBuild() {}

    /**
     * Makes the corpus, or renders it.
     *
     * @param arguments {@code --make=10000 --folder=...} or {@code --folder=...}
     * @throws IOException if the folder cannot be used
     */
    public static void main(String[] arguments) throws IOException {
        Arguments given = new Arguments(arguments);
        Path folder = Path.of(given.text("folder", "target/site-build"));
        int make = given.number("make", 0);
        if (make > 0) {
            SiteCorpus.write(folder, make);
            hugo(folder.resolve("hugo"), make);
            return;
        }
        try (StaticSiteTarget target = SiteCorpus.target(folder)) {
            RebuildReport report = target.rebuild(new SiteCorpus.NoLog());
            System.out.printf(
                    Locale.ROOT,
                    "%d items, %d files: ready to be put in place after %.2f s; forced in %.2f s; placed in %.2f s%n",
                    report.items(),
                    report.written(),
                    report.rendering().toMillis() / 1e3,
                    report.forcing().toMillis() / 1e3,
                    report.placing().toMillis() / 1e3);
        }
    }

    private static void hugo(Path folder, int items) throws IOException {
        write(folder.resolve("hugo.toml"), """
                baseURL = "https://www.example.go.th/"
                languageCode = "th"
                title = "สำนักงานตัวอย่าง"
                paginate = 20
                disableKinds = ["section"]
                [taxonomies]
                category = "categories"
                [permalinks]
                d = "/d/:filename/"
                """);
        String head = "<!DOCTYPE html>\n<html lang=\"th\"><head><meta charset=\"utf-8\"><title>{{ .Title }} – "
                + "{{ .Site.Title }}</title></head><body><header><a href=\"/\">{{ .Site.Title }}</a></header><main>\n";
        String foot = "</main></body></html>\n";
        String list = head
                + "<h1>{{ .Title }}</h1><ol>{{ range .Paginator.Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}"
                + "</a><p>{{ .Summary | plainify | truncate 60 }}</p><time>{{ .Date.Format \"2006-01-02\" }}</time></li>"
                + "{{ end }}</ol>{{ template \"_internal/pagination.html\" . }}" + foot;
        Path layouts = folder.resolve("layouts/_default");
        write(
                layouts.resolve("single.html"),
                head
                        + "<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .Content }}<p><time>"
                        + "{{ .Date.Format \"2006-01-02\" }}</time></p>" + foot);
        write(layouts.resolve("list.html"), list);
        write(layouts.resolve("taxonomy.html"), list);
        write(folder.resolve("layouts/index.html"), list.replace(".Paginator", "(.Paginate .Site.RegularPages)"));
        for (int n = 0; n < items; n++) {
            List<String> categories = SiteCorpus.path(n % SiteCorpus.CATEGORIES).stream()
                    .map(c -> "\"" + c.id() + "\"")
                    .toList();
            write(
                    folder.resolve("content/d/" + SiteCorpus.id(n) + ".html"),
                    "+++\ntitle = \"" + SiteCorpus.title(n) + "\"\ndate = "
                            + SiteCorpus.date(n, items) + "\ncategories = " + categories
                            + "\nsummary = \"สรุปสาระสำคัญของประกาศ สำหรับผู้ที่เกี่ยวข้อง\"\n+++\n"
                            + SiteCorpus.body(n));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
