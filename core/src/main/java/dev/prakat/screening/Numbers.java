package dev.prakat.screening;

import dev.prakat.screening.Match.Strength;
import org.jspecify.annotations.Nullable;

/** Tells what a number is: of a person, of an account, of a telephone. One thread. */
final class Numbers {

    private static final int PHONE_DIGITS = 10;
    private static final int LINE_DIGITS = 9;
    private static final int ACCOUNT_DIGITS = 10;
    /** Some banks have longer ones. */
    private static final int[] LONG_ACCOUNTS = {15, 12};

    private static final int AS_PRINTED = 1 << 1 | 1 << 5 | 1 << 10 | 1 << 12;
    private static final int AS_AN_ACCOUNT = 1 << 3 | 1 << 4 | 1 << 9;
    private static final int AS_A_LINE = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 5 | 1 << 6;
    private static final int MOST_GROUPS_OF_A_PHONE = 4;

    private final char[] text;
    private final int length;
    private final DigitGroups groups = new DigitGroups();
    /** What the words before the number say; asked for once, and only when its digits could be something. */
    private @Nullable Context before;

    private boolean asked;

    Numbers(NormalText text) {
        this.text = text.chars();
        this.length = text.length();
    }

    /** What begins at the first digit of a group, or null. */
    @Nullable
    Match at(int from) {
        groups.read(text, length, from);
        asked = false;
        if (groups.count() < LINE_DIGITS || isFraction(from)) {
            return null;
        }
        Match match = longAccount(from);
        if (match == null) {
            match = thirteen(from);
        }
        if (match == null) {
            match = abroad(from);
        }
        // Thirteen digits as they are printed are one number, whosever it is; its head is no telephone.
        if (match == null && groups.end(NationalId.LENGTH) > 0 && groups.parted(NationalId.LENGTH, AS_PRINTED)) {
            return null;
        }
        if (match == null && groups.end(PHONE_DIGITS) > 0) {
            match = ten(from, groups.end(PHONE_DIGITS));
        }
        return match == null && groups.end(LINE_DIGITS) > 0 ? line(from, groups.end(LINE_DIGITS)) : match;
    }

    private @Nullable Match thirteen(int from) {
        int to = groups.end(NationalId.LENGTH);
        if (to < 0 || isAmount(to)) {
            return null;
        }
        boolean printed = groups.parted(NationalId.LENGTH, AS_PRINTED);
        boolean shaped = printed || (groups.singles(NationalId.LENGTH) && !followsASingle(from));
        CharSequence digits = groups.digits(0, NationalId.LENGTH);
        boolean holds = NationalId.checksumHolds(digits);
        if (!shaped && !holds) {
            return null;
        }
        Context context = beside(from, to);
        if (context == Context.INSURED) {
            return Match.clear(ScreeningKind.SSO_NUMBER, from, to);
        }
        if (!shaped && context != Context.CITIZEN) {
            return null;
        }
        boolean whole = groups.groups(NationalId.LENGTH) == 1;
        Strength strength = strength(digits, holds, whole, context);
        return strength == null ? null : new Match(ScreeningKind.NATIONAL_ID, from, to, strength);
    }

    private static @Nullable Strength strength(
            CharSequence digits, boolean holds, boolean whole, @Nullable Context context) {
        boolean person = NationalId.ofAPerson(digits);
        if (holds && person) {
            return whole && context == Context.OTHER ? Strength.DOUBTFUL : Strength.CLEAR;
        }
        if (context == Context.CITIZEN) {
            return Strength.DOUBTFUL;
        }
        // Firms' numbers begin with 0 and have the same checksum, as have those of people without nationality.
        boolean unknown = holds && digits.charAt(0) == '0' && context != Context.TAX && context != Context.OTHER;
        return unknown ? Strength.DOUBTFUL : null;
    }

    private @Nullable Context before(int from) {
        if (!asked) {
            asked = true;
            before = Context.before(text, from);
        }
        return before;
    }

    private @Nullable Context beside(int from, int to) {
        Context context = before(from);
        return context == null ? Context.after(text, length, to) : context;
    }

    private @Nullable Match longAccount(int from) {
        for (int digits : LONG_ACCOUNTS) {
            int to = groups.end(digits);
            if (to > 0 && before(from) == Context.ACCOUNT && !isAmount(to)) {
                return Match.clear(ScreeningKind.BANK_ACCOUNT, from, to);
            }
        }
        return null;
    }

    private @Nullable Match ten(int from, int to) {
        if (isAmount(to)) {
            return null;
        }
        boolean mobile = isMobile(0) && standsAlone(from, to) && groups.groups(PHONE_DIGITS) <= MOST_GROUPS_OF_A_PHONE;
        boolean account = groups.parted(ACCOUNT_DIGITS, AS_AN_ACCOUNT);
        Context context = mobile || account ? beside(from, to) : before(from);
        if (context == Context.EMPLOYER) {
            return Match.clear(ScreeningKind.EMPLOYER_ACCOUNT, from, to);
        }
        if (context == Context.ACCOUNT) {
            return Match.clear(ScreeningKind.BANK_ACCOUNT, from, to);
        }
        if (mobile) {
            boolean whole = groups.groups(PHONE_DIGITS) == 1;
            return whole && context == Context.OTHER ? null : Match.clear(ScreeningKind.MOBILE, from, to);
        }
        return context == Context.BANK && account ? Match.clear(ScreeningKind.BANK_ACCOUNT, from, to) : null;
    }

    private @Nullable Match line(int from, int to) {
        if (groups.digit(0) != '0' || !isLine(1) || isAmount(to) || !standsAlone(from, to)) {
            return null;
        }
        int parts = groups.groups(LINE_DIGITS);
        if (!groups.parted(LINE_DIGITS, AS_A_LINE) || parts > MOST_GROUPS_OF_A_PHONE) {
            return null;
        }
        Context context = beside(from, to);
        boolean sure = parts > 1 ? context != Context.OTHER : context == Context.PHONE;
        return sure ? Match.clear(ScreeningKind.LANDLINE, from, to) : null;
    }

    /** A number as it is dialled from abroad: {@code +66 89 000 1234}. */
    private @Nullable Match abroad(int from) {
        if (from == 0 || text[from - 1] != '+' || groups.digit(0) != '6' || groups.digit(1) != '6') {
            return null;
        }
        int first = groups.digit(2) == '0' ? 3 : 2;
        int mobile = groups.end(first + PHONE_DIGITS - 1);
        if (mobile > 0 && isMobile(first - 1)) {
            return Match.clear(ScreeningKind.MOBILE, from - 1, mobile);
        }
        int line = groups.end(first + LINE_DIGITS - 1);
        return line > 0 && isLine(first) ? Match.clear(ScreeningKind.LANDLINE, from - 1, line) : null;
    }

    /** Whether the digit behind the leading zero at a place, there or left out, is one of a mobile. */
    private boolean isMobile(int zero) {
        char second = groups.digit(zero + 1);
        boolean led = zero > 0 || groups.digit(0) == '0';
        return led && (second == '6' || second == '8' || second == '9');
    }

    private boolean isLine(int at) {
        char second = groups.digit(at);
        return (second >= '2' && second <= '5') || second == '7';
    }

    /** Whether a number is no part of a longer one with dashes or slashes. */
    private boolean standsAlone(int from, int to) {
        boolean led =
                from > 1 && (text[from - 1] == '-' || text[from - 1] == '/') && Characters.isDigit(text[from - 2]);
        boolean followed = to + 3 < length
                && text[to] == '-'
                && Characters.isDigit(text[to + 1])
                && Characters.isDigit(text[to + 2])
                && Characters.isDigit(text[to + 3]);
        return !led && !followed;
    }

    private boolean isFraction(int from) {
        return from > 1 && text[from - 1] == '.' && Characters.isDigit(text[from - 2]);
    }

    private boolean isAmount(int to) {
        return to + 1 < length && text[to] == '.' && Characters.isDigit(text[to + 1]);
    }

    private boolean followsASingle(int from) {
        return from > 1
                && text[from - 1] == ' '
                && Characters.isDigit(text[from - 2])
                && (from == 2 || !Characters.isDigit(text[from - 3]));
    }
}
