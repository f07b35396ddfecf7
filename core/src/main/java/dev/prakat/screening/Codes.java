package dev.prakat.screening;

import org.jspecify.annotations.Nullable;

/** Finds e-mail addresses, passports and plates: letters and digits in a fixed form. Stateless. */
final class Codes {

    private static final int MOST_LOCAL = 64;
    private static final int MOST_DOMAIN = 253;
    private static final int PLATE_DIGITS = 4;
    private static final int NEAR = 30;
    private static final int PROVINCE_AFTER = 12;

    private static final WordTable<Boolean> REGISTERED = WordTable.of("ทะเบียน");
    private static final WordTable<Boolean> VEHICLE = WordTable.of("รถ", "ยานพาหนะ", "ป้ายทะเบียน", "หมายเลขทะเบียน");

    private Codes() {}

    /** The address around an at sign, or null. */
    static @Nullable Match email(char[] text, int length, int at) {
        int from = at;
        while (from > 0 && at - from < MOST_LOCAL && Characters.isLocal(text[from - 1])) {
            from--;
        }
        while (from < at && (text[from] == '.' || text[from] == '-')) {
            from++;
        }
        int to = at + 1;
        int lastDot = -1;
        int most = Math.min(length, at + 1 + MOST_DOMAIN);
        while (to < most && (Characters.isAlphanumeric(text[to]) || text[to] == '-' || text[to] == '.')) {
            if (text[to] == '.' && to + 1 < length && !Characters.isAlphanumeric(text[to + 1])) {
                break;
            }
            lastDot = text[to] == '.' ? to : lastDot;
            to++;
        }
        boolean sound = from < at && lastDot > at + 1 && to - lastDot > 2;
        return sound ? Match.clear(ScreeningKind.EMAIL, from, to) : null;
    }

    /** The passport whose first letter stands at a place, or null; a word of passports must stand beside it. */
    static @Nullable Match passport(char[] text, int length, int from) {
        if (from > 0 && Characters.isAlphanumeric(text[from - 1])) {
            return null;
        }
        int i = from;
        while (i < length && i - from < 2 && Characters.isLatin(text[i])) {
            i++;
        }
        if (i < length && (text[i] == ' ' || text[i] == '-')) {
            i++;
        }
        int digits = i;
        while (i < length && i - digits < 8 && Characters.isDigit(text[i])) {
            i++;
        }
        boolean shaped = (i - digits == 6 || i - digits == 7) && (i == length || !Characters.isAlphanumeric(text[i]));
        return shaped && Context.of(text, length, from, i) == Context.PASSPORT
                ? Match.clear(ScreeningKind.PASSPORT, from, i)
                : null;
    }

    /** The plate whose number begins at a place, or null; words of a vehicle must stand before it or a province after it. */
    static @Nullable Match plate(char[] text, int length, int number) {
        int to = number;
        while (to < length && to - number <= PLATE_DIGITS && Characters.isDigit(text[to])) {
            to++;
        }
        int letters = number > 0 && (text[number - 1] == ' ' || text[number - 1] == '-') ? number - 1 : number;
        if (text[number] == '0'
                || to - number > PLATE_DIGITS
                || letters < 2
                || !Characters.isConsonant(text[letters - 1])
                || !Characters.isConsonant(text[letters - 2])) {
            return null;
        }
        int from = letters - 2;
        if (from > 0 && text[from - 1] >= '1' && text[from - 1] <= '9') {
            from--;
        }
        boolean open = from == 0 || (!Characters.isThai(text[from - 1]) && !Characters.isDigit(text[from - 1]));
        return open && (besideAVehicle(text, from) || beforeAProvince(text, length, to))
                ? Match.clear(ScreeningKind.VEHICLE_PLATE, from, to)
                : null;
    }

    private static boolean besideAVehicle(char[] text, int from) {
        int near = Math.max(0, from - NEAR);
        return REGISTERED.within(text, near, from) && VEHICLE.within(text, near, from);
    }

    private static boolean beforeAProvince(char[] text, int length, int to) {
        int i = to;
        while (i < length && i - to < PROVINCE_AFTER && text[i] == ' ') {
            i++;
        }
        return i > to && i < length && Provinces.NAMES.at(text, i, length) != null;
    }
}
