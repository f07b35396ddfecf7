package dev.prakat.trafficlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as records have it, taken apart for programs that want an IP address alone.
 *
 * @param ip the IPv4 or IPv6 address, or null when it is a name or a code
 * @param port the port, or null without one
 */
record ClientAddress(@Nullable String ip, @Nullable String port) {

    private static final Pattern FOUR = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::([0-9]{1,5}))?");
    private static final Pattern SIX = Pattern.compile("\\[([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)](?::([0-9]{1,5}))?");
    private static final Pattern BARE_SIX = Pattern.compile("([0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)()?");

    static ClientAddress of(@Nullable String text) {
        for (Pattern each : new Pattern[] {FOUR, SIX, BARE_SIX}) {
            Matcher matcher = each.matcher(text == null ? "" : text);
            if (matcher.matches()) {
                String port = matcher.group(2);
                return new ClientAddress(matcher.group(1), port == null || port.isEmpty() ? null : port);
            }
        }
        return new ClientAddress(null, null);
    }
}
