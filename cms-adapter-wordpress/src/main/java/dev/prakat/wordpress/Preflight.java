package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.spi.TargetException;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetFinding.Severity;
import dev.prakat.spi.TrafficRecorder;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks a site whether it can be used, before anything depends on it. Serves one call of the target. */
final class Preflight {

    private static final List<String> NEEDED = List.of(
            "edit_posts",
            "edit_published_posts",
            "publish_posts",
            "delete_posts",
            "delete_published_posts",
            "upload_files");
    private static final List<String> TOO_MUCH =
            List.of("manage_options", "edit_users", "install_plugins", "edit_others_posts", "unfiltered_html");
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private final WordPressSite site;
    private final HttpClient client;
    private final Account account;
    private final TrafficRecorder recorder;
    private final Instant now;
    private final List<TargetFinding> findings = new ArrayList<>();

    Preflight(WordPressSite site, HttpClient client, Account account, TrafficRecorder recorder, Instant now) {
        this.site = site;
        this.client = client;
        this.account = account;
        this.recorder = recorder;
        this.now = now;
    }

    List<TargetFinding> run() {
        try {
            Connection there = Connection.open(site, client, account, recorder);
            Rest rest = new Rest(new Calls(client, recorder), account, there.endpoints(), null);
            rights(rest.get("rights", "wp/v2/users/me", "context", "edit", "_fields", "id,roles,capabilities"));
            publicSide(there);
            clock(rest);
            companion(rest);
        } catch (TargetException e) {
            add(Severity.ERROR, String.valueOf(e.getMessage()), "mend that, then run 'target check' again");
        }
        return List.copyOf(findings);
    }

    private void rights(JsonNode me) {
        JsonNode can = me.path("capabilities");
        for (String right : NEEDED) {
            if (!can.path(right).asBoolean()) {
                add(
                        Severity.ERROR,
                        "the account " + site.account() + " lacks the right '" + right + "'",
                        "give it the role of docs/how-to/connect-wordpress.md");
            }
        }
        if (!can.path("manage_categories").asBoolean()) {
            add(
                    Severity.WARNING,
                    "the account " + site.account() + " lacks the right 'manage_categories'",
                    "make the categories beforehand, with the slugs prakat-<key>, or give it the right");
        }
        for (String right : TOO_MUCH) {
            if (can.path(right).asBoolean()) {
                add(
                        Severity.WARNING,
                        "the account " + site.account() + " has the right '" + right + "', which it does not need",
                        "give it a role of its own with the least rights");
            }
        }
    }

    private void publicSide(Connection there) {
        if (!there.openToStrangers()) {
            add(
                    Severity.NOTE,
                    "the REST interface does not answer without an account",
                    "nothing to do; copies that somebody made by hand are then not found by a search");
        }
    }

    private void clock(Rest rest) {
        Instant theirs = rest.theirClock();
        if (theirs != null && Duration.between(theirs, now).abs().compareTo(TOLERATED) > 0) {
            add(
                    Severity.WARNING,
                    "the website's clock says " + theirs + ", ours " + now,
                    "let both follow a time server; what is newer than its clock WordPress keeps back");
        }
    }

    private void companion(Rest rest) {
        boolean there = rest.hasCompanion();
        if (site.companionPlugin() && !there) {
            add(
                    Severity.ERROR,
                    "the companion plugin does not answer, and the settings say that it is installed",
                    "install it (docs/how-to/connect-wordpress.md), or change the settings");
        } else if (!site.companionPlugin() && there) {
            add(
                    Severity.NOTE,
                    "the companion plugin is installed, and the settings do not say so",
                    "say so, and this website can redirect too");
        }
    }

    private void add(Severity severity, String message, String remedy) {
        findings.add(new TargetFinding(severity, "WordPress " + site.address() + ": " + message, remedy));
    }
}
