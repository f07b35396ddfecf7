package dev.prakat.cli;

import dev.prakat.wordpress.WordPressSite;
import dev.prakat.wordpress.WordPressSite.Removal;
import dev.prakat.wordpress.WordPressTarget;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * A WordPress site that a data folder publishes to beside its own. Holds no password, only the path of a file that has it.
 *
 * @param name as placements use it
 * @param address its public address
 * @param account the account there
 * @param passwordFile a file with the account's application password and nothing else
 * @param companion whether it runs our plugin
 * @param removal what becomes of a post at the end
 */
record Website(String name, URI address, String account, Path passwordFile, boolean companion, Removal removal) {

    static Website of(String name, Properties kept) {
        return new Website(
                name,
                URI.create(kept.getProperty("address", "")),
                kept.getProperty("account", ""),
                Path.of(kept.getProperty("password-file", "")),
                Boolean.parseBoolean(kept.getProperty("companion", "false")),
                Removal.valueOf(kept.getProperty("removal", "draft").toUpperCase(Locale.ROOT)));
    }

    String text() {
        return "# A website beside the folder's own; the password stays in its file.\nkind=wordpress\naddress="
                + address
                + "\naccount=" + account.replace("\\", "\\\\") + "\npassword-file="
                + passwordFile.toString().replace("\\", "\\\\") + "\ncompanion=" + companion + "\nremoval="
                + removal.name().toLowerCase(Locale.ROOT) + "\n";
    }

    /**
     * The adapter for it.
     *
     * @throws dev.prakat.problem.InvalidException listing what is wrong with the settings
     */
    WordPressTarget target() {
        return WordPressTarget.of(new WordPressSite(address, account, name, new PasswordFile(passwordFile))
                .withCompanionPlugin(companion)
                .withRemoval(removal));
    }
}
