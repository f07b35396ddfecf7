package dev.prakat.policy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a YAML file with the line on which it stands, so that a finding can point there. Read by the streaming parser:
 * binding to classes would cost the command line a tenth of a second.
 *
 * @param line its line, from 1
 * @param scalar its text, or null for a list or a map
 * @param items its items; empty unless it is a list
 * @param fields its fields; empty unless it is a map
 */
record YamlNode(int line, @Nullable String scalar, List<YamlNode> items, Map<String, YamlNode> fields) {

    /** Reads one document; throws a {@code JacksonException} with its place for whatever is not plain YAML. */
    static YamlNode read(String text) throws IOException {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (YAMLParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new JsonParseException(parser, "the file is empty");
            }
            YamlNode root = value(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "the file has more than one document");
            }
            return root;
        }
    }

    private static YamlNode value(YAMLParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw new JsonParseException(parser, "anchors and aliases are not read");
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, YamlNode> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser));
            }
            return new YamlNode(line, null, List.of(), fields);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new YamlNode(line, null, items, Map.of());
        }
        String text = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
        return new YamlNode(line, text, List.of(), Map.of());
    }
}
