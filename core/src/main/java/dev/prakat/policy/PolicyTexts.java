package dev.prakat.policy;

import dev.prakat.policy.Findings.Code;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a policy in Thai and English. Immutable after it was read.
 *
 * @param th the Thai texts by key
 * @param en the English texts by key
 * @param readable whether both files could be read; if not, no key is asked for
 */
record PolicyTexts(Map<String, String> th, Map<String, String> en, boolean readable) {

    static PolicyTexts read(PolicyFiles files, Findings findings) {
        Map<String, String> th = texts(files, PolicyFiles.TEXTS_TH, findings);
        Map<String, String> en = texts(files, PolicyFiles.TEXTS_EN, findings);
        if (th == null || en == null) {
            return new PolicyTexts(Map.of(), Map.of(), false);
        }
        missing(PolicyFiles.TEXTS_TH, th, en, findings);
        missing(PolicyFiles.TEXTS_EN, en, th, findings);
        return new PolicyTexts(Map.copyOf(th), Map.copyOf(en), true);
    }

    /** Reports a key that an element of the policy needs and neither file has; one that only one lacks is reported already. */
    void need(String key, Findings findings) {
        if (readable && !th.containsKey(key) && !en.containsKey(key)) {
            findings.add(
                    PolicyFiles.TEXTS_TH,
                    Code.TEXT,
                    "there is no text '" + key + "', neither here nor in " + PolicyFiles.TEXTS_EN,
                    "add " + key + "=… to both files");
        }
    }

    String inThai(String key) {
        return th.getOrDefault(key, "");
    }

    String inEnglish(String key) {
        return en.getOrDefault(key, "");
    }

    @Nullable
    String in(Locale locale, String key) {
        return (locale.getLanguage().equals("th") ? th : en).get(key);
    }

    /** The texts of one language; null, with a finding, when the file cannot be read. */
    private static @Nullable Map<String, String> texts(PolicyFiles files, String name, Findings findings) {
        Optional<String> content = files.text(name, findings);
        if (content.isEmpty()) {
            return null;
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(content.get()));
        } catch (IllegalArgumentException e) {
            findings.add(name, Code.TEXT, "found a broken \\u escape", "write the letters themselves, in UTF-8");
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            String text = properties.getProperty(key).strip();
            if (text.isEmpty()) {
                findings.add(name, Code.TEXT, "the text '" + key + "' is empty", "write it");
            }
            texts.put(key, text);
        }
        return texts;
    }

    private static void missing(String file, Map<String, String> has, Map<String, String> other, Findings findings) {
        for (String key : new TreeSet<>(other.keySet())) {
            if (!has.containsKey(key)) {
                findings.add(
                        file, Code.TEXT, "the text '" + key + "' is missing; the other language has it", "add " + key);
            }
        }
    }
}
