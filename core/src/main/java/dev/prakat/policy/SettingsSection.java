package dev.prakat.policy;

import dev.prakat.policy.Findings.Code;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code settings} of {@code policy.yaml}; what is not given has its default. Stateless. */
final class SettingsSection {

    private static final Set<String> KEYS =
            Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toSet());

    private SettingsSection() {}

    static PolicySettings read(YamlSection root, Map<String, String> rules) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        if (!root.has("settings")) {
            return new PolicySettings(given);
        }
        YamlSection settings = root.section("settings", KEYS);
        for (String key : settings.fields()) {
            Optional<Setting> known = Setting.ofKey(key);
            known.ifPresent(setting -> {
                YamlSection section = settings.section(key, Set.of("value", "rule"));
                rules.put("setting " + key, section.rule());
                String value = section.text("value");
                if (setting.accepts(value)) {
                    given.put(setting, value);
                } else if (!value.isEmpty()) {
                    settings.finding(
                            settings.lineOf(key),
                            Code.SETTING,
                            "the value '" + value + "' of " + key + " does not fit",
                            "write " + setting.expected());
                }
            });
        }
        return new PolicySettings(given);
    }
}
