package dev.prakat.wordpress;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.CredentialProvider;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetCapabilities;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A WordPress site as it is configured. Immutable; carries no secret, only the way to one.
 *
 * @param address the site's address, with a slash at its end; https, or http on this machine only
 * @param account the name of the adapter's own WordPress account
 * @param credential the name under which the credential provider knows the account's application password
 * @param credentials hands the password out when it is needed
 * @param companionPlugin whether the site runs our companion plugin; without it WordPress cannot redirect
 * @param removal what becomes of the post of an item whose period has ended
 * @param language the language of the few words around an item's text: Thai, or English
 */
public record WordPressSite(
        URI address,
        String account,
        String credential,
        CredentialProvider credentials,
        boolean companionPlugin,
        Removal removal,
        Locale language) {

    /** What becomes of a post when its item is gone. Personal data is always deleted, whatever is chosen here. */
    public enum Removal {
        /** It stays as a draft that holds the notice; its address is kept. The default. */
        DRAFT,
        /** It goes into the bin of WordPress, which empties itself after some weeks. */
        TRASH,
        /** It is deleted with its revisions. */
        DELETE
    }

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** WordPress itself sets no bound; a larger file is better linked to. */
    private static final long MAX_ATTACHMENT_BYTES = 64L * 1024 * 1024;

    /**
     * Checks the settings.
     *
     * @throws InvalidException {@code CONFIGURATION} listing every finding
     */
    public WordPressSite {
        List<Finding> findings = new ArrayList<>();
        checkAddress(address, findings);
        if (account.isBlank()) {
            findings.add(finding("account", "found none", "give the adapter a WordPress account of its own"));
        }
        if (credential.isBlank()) {
            findings.add(finding("credential", "found none", "give the name of the account's application password"));
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, "the WordPress site " + address, findings);
        }
    }

    /**
     * What such a site can do.
     *
     * @return every kind of take-down, a redirect only with the companion plugin; no preview, because the page around the text is
     *     made by the site's theme
     */
    public TargetCapabilities capabilities() {
        Set<TakeDownKind> kinds = EnumSet.allOf(TakeDownKind.class);
        if (!companionPlugin) {
            kinds.remove(TakeDownKind.REDIRECT);
        }
        return new TargetCapabilities("wordpress", kinds, true, MAX_ATTACHMENT_BYTES, true, false, Batching.USUAL);
    }

    /**
     * A site with the default options: no companion plugin, drafts, Thai.
     *
     * @param address the site's address, with a slash at its end
     * @param account the name of the adapter's own account
     * @param credential the name of its application password
     * @param credentials hands the password out
     * @throws InvalidException {@code CONFIGURATION} listing every finding
     */
    public WordPressSite(URI address, String account, String credential, CredentialProvider credentials) {
        this(address, account, credential, credentials, false, Removal.DRAFT, Locale.forLanguageTag("th"));
    }

    /**
     * The same site, with or without our companion plugin.
     *
     * @param installed whether the plugin is installed there
     * @return the changed settings
     */
    public WordPressSite withCompanionPlugin(boolean installed) {
        return new WordPressSite(address, account, credential, credentials, installed, removal, language);
    }

    /**
     * The same site, with another fate for posts whose item is gone.
     *
     * @param fate what becomes of them
     * @return the changed settings
     */
    public WordPressSite withRemoval(Removal fate) {
        return new WordPressSite(address, account, credential, credentials, companionPlugin, fate, language);
    }

    /**
     * The same site, with the words around an item in another language.
     *
     * @param words Thai or English; any other is taken as Thai
     * @return the changed settings
     */
    public WordPressSite withLanguage(Locale words) {
        return new WordPressSite(address, account, credential, credentials, companionPlugin, removal, words);
    }

    private static void checkAddress(URI address, List<Finding> findings) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || !Set.of("https", "http").contains(scheme)) {
            findings.add(finding("address", "found no web address with a host", "give the full address of the site"));
        } else if (scheme.equals("http") && !LOOPBACK.contains(host)) {
            findings.add(finding(
                    "address",
                    "found plain http to " + host + ", which would carry the password in clear",
                    "use https; plain http is for this machine only"));
        }
        if (address.getUserInfo() != null || address.getQuery() != null || address.getFragment() != null) {
            findings.add(
                    finding("address", "found a user, a query or a fragment", "give the plain address of the site"));
        }
        if (!String.valueOf(address.getPath()).endsWith("/")) {
            findings.add(finding("address", "found no slash at the end", "write it with a slash at the end"));
        }
    }

    private static Finding finding(String place, String message, String remedy) {
        return new Finding(place, "prakat", message, remedy);
    }
}
