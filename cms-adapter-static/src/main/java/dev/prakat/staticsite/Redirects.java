package dev.prakat.staticsite;

import dev.prakat.spi.TargetRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an item that moved leads to, written so that a web server that was started long ago answers 301 from files alone. nginx
 * cannot read a file's content, but knows the real path of a symbolic link: so {@code .redirect} in the item's folder links to
 * a file whose path spells the address. Apache reads {@code .htaccess} there.
 */
final class Redirects {

    private static final String END = ".end";
    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final Pattern ADDRESS = Pattern.compile("(https?)://([!-~&&[^\"<>\\\\^`{|}]]+)");
    private static final Pattern LINK = Pattern.compile("\\.to/(https?)/(.+)\\.end");

    private Redirects() {}

    /**
     * The address as it will be sent.
     *
     * @throws TargetRefused if no path can spell it
     */
    static String address(URI base, String item, URI to) {
        String text = to.toASCIIString();
        Matcher parts = ADDRESS.matcher(text);
        boolean fits = parts.matches() && text.length() <= LONGEST;
        if (fits) {
            for (String name : parts.group(2).split("/", -1)) {
                fits &= name.length() <= LONGEST_NAME && !name.equals(".") && !name.equals("..");
            }
            fits &= !parts.group(2).contains("//");
        }
        if (!fits) {
            throw new TargetRefused(
                    "static site " + base + ": take-down of " + item + ": found the address " + to
                            + " to lead to, expected http or https, at most " + LONGEST + " characters, at most "
                            + LONGEST_NAME + " between two slashes, no empty part and none that is . or ..;"
                            + " give another address, or another kind",
                    null);
        }
        return text;
    }

    /** Prepares the files of both servers. */
    static void write(Batch own, String item, String address) throws IOException {
        String spelled = ".to/" + address.replaceFirst("://", "/") + END;
        String folder = SitePath.folder(item);
        own.write(folder + spelled, item, bytes(address + "\n"));
        String escaped = address.replace("%", "\\%").replace("$", "\\$");
        own.write(
                folder + ".htaccess",
                item,
                bytes("RewriteEngine On\nRewriteRule \"^(index\\.html)?$\" \"" + escaped
                        + "\" [R=301,NE,QSD,L]\nRewriteRule \"^\" - [R=410,L]\n"));
        own.link(SitePath.redirect(item), item, spelled);
    }

    /** Where an item leads to; empty when it leads nowhere. */
    static Optional<URI> of(Path docroot, String item) throws IOException {
        Path link = docroot.resolve(SitePath.redirect(item));
        if (!Files.isSymbolicLink(link)) {
            return Optional.empty();
        }
        Matcher spelled = LINK.matcher(Files.readSymbolicLink(link).toString().replace('\\', '/'));
        return spelled.matches()
                ? Optional.of(URI.create(spelled.group(1) + "://" + spelled.group(2)))
                : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
