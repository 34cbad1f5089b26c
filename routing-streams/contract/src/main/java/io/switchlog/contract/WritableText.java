package io.switchlog.contract;

import java.util.stream.Collectors;

/**
 * What people write, as far as everybody can carry it. XML 1.0 has no control characters, no lone surrogates and no
 * non-characters (https://www.w3.org/TR/xml/#charsets), and TwiML is XML: a greeting that cannot be written would cost every
 * caller their call. Postgres has no NUL.
 */
public final class WritableText {

    private WritableText() {}

    /** Whether every character can be written anywhere. */
    public static boolean isWritable(String text) {
        return text.codePoints().allMatch(WritableText::isWritable);
    }

    /** The text with a space in place of each character that cannot be written. */
    public static String of(String text) {
        return text.codePoints()
                .mapToObj(each -> isWritable(each) ? Character.toString(each) : " ")
                .collect(Collectors.joining());
    }

    private static boolean isWritable(int codePoint) {
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        boolean nonCharacter = (codePoint & 0xFFFE) == 0xFFFE;
        return !surrogate && !nonCharacter && !Character.isISOControl(codePoint);
    }
}
