package dev.prakat.screening;

import dev.prakat.screening.ScreeningRules.Allowed;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a policy allows by name, in the form in which it is compared: digits without dashes, texts without blanks. Immutable. */
final class AllowList {

    /** How far behind a house number an entry may go on. */
    private static final int REACH = 200;

    private final Set<String> domains = new HashSet<>();
    private final Set<String> telephones = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();

    AllowList(Map<Allowed, Set<String>> entries) {
        entries.forEach((kind, texts) -> texts.forEach(text -> {
            NormalText normal = NormalText.of(text);
            switch (kind) {
                case DOMAINS -> domains.add(text.strip().toLowerCase(Locale.ROOT));
                case TELEPHONES -> telephones.add(telephone(normal, 0, normal.length()));
                case BANK_ACCOUNTS -> accounts.add(digits(normal, 0, normal.length()));
                case ADDRESSES -> addresses.add(squeezed(normal, 0, normal.length()));
            }
        }));
    }

    /** Whether a match is on the list of its kind. */
    boolean holds(Match match, NormalText text) {
        return switch (match.kind()) {
            case EMAIL -> !domains.isEmpty() && ofADomain(text(text, match.from(), match.to()));
            case MOBILE, LANDLINE -> telephones.contains(telephone(text, match.from(), match.to()));
            case BANK_ACCOUNT -> accounts.contains(digits(text, match.from(), match.to()));
            case ADDRESS -> !addresses.isEmpty() && isOffice(text, match);
            default -> false;
        };
    }

    private boolean ofADomain(String address) {
        String domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domains.stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own));
    }

    private boolean isOffice(NormalText text, Match match) {
        String found = squeezed(text, match.from(), Math.min(text.length(), match.to() + REACH));
        // The house number must be the whole one: an entry 8/2 does not allow 88/2.
        return addresses.stream().anyMatch(own -> {
            int at = found.indexOf(own);
            return at >= 0
                    && (at == 0 || !Characters.isDigit(found.charAt(at - 1)) || !Characters.isDigit(own.charAt(0)));
        });
    }

    private static String telephone(NormalText text, int from, int to) {
        String digits = digits(text, from, to);
        boolean abroad = from < to && text.chars()[from] == '+' && digits.startsWith("66");
        return abroad ? "0" + digits.substring(digits.startsWith("660") ? 3 : 2) : digits;
    }

    private static String digits(NormalText text, int from, int to) {
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (Characters.isDigit(text.chars()[i])) {
                digits.append(text.chars()[i]);
            }
        }
        return digits.toString();
    }

    private static String squeezed(NormalText text, int from, int to) {
        StringBuilder kept = new StringBuilder();
        for (int i = from; i < to; i++) {
            char c = text.chars()[i];
            if (!Character.isWhitespace(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String text(NormalText text, int from, int to) {
        return new String(text.chars(), from, to - from);
    }
}
