package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs of others take in: no text of a record can forge a field or a line. */
@Tag("S001-R30")
class ExportLinesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORIGIN = "www.example.go.th/tlog/main/e";

    @Test
    void aFileIsALineOfCef() {
        String line = ExportFormat.CEF.line(record(
                "{\"v\":1,\"kind\":\"file.write\",\"ph\":\"outcome\",\"id\":\"i-1\",\"corr\":\"c\",\"ref\":2,"
                        + "\"dur_us\":250,\"svc\":\"file\",\"dst\":\"https://www.example.go.th/\",\"route\":\"na:local-file\","
                        + "\"out_b\":120,\"in_b\":\"na:unknown\",\"cmd\":\"write\",\"path\":\"a/หน้า.html\",\"st\":\"ok\","
                        + "\"actor\":{\"id\":\"aa\"}}",
                "{\"src\":{\"addr\":\"192.0.2.77:50123\",\"agent\":\"na:not-given\"},\"who\":{\"id\":\"officer-1\"}}"));
        assertThat(line)
                .isEqualTo("CEF:0|Prakat|Prakat|1|file.write|file.write write outcome|3|rt=1795323600123 externalId=i-1"
                        + " act=write app=file outcome=ok filePath=a/หน้า.html out=120 suid=aa cs1Label=log cs1="
                        + ORIGIN
                        + " cn1Label=index cn1=3 cs2Label=correlation cs2=c cs3Label=destination"
                        + " cs3=https://www.example.go.th/ cn2Label=intent cn2=2 src=192.0.2.77 spt=50123"
                        + " suser=officer-1\n");
    }

    @Test
    void aFileIsALineOfEcs() throws IOException {
        String stored = "{\"v\":1,\"kind\":\"file.write\",\"ph\":\"outcome\",\"id\":\"i-1\",\"dur_us\":250,"
                + "\"out_b\":120,\"cmd\":\"write\",\"path\":\"a/หน้า.html\",\"sha256\":\"00\",\"st\":\"denied\","
                + "\"dst\":\"na:in-process\",\"actor\":{\"id\":\"aa\"},\"org\":{\"pid\":42}}";
        JsonNode line = JSON.readTree(ExportFormat.ECS.line(
                record(stored, "{\"src\":{\"addr\":\"[2001:db8::1]:443\"},\"who\":{\"id\":\"officer-1\"}}")));
        assertThat(line.get("@timestamp").asText()).isEqualTo("2026-11-22T05:00:00.123456Z");
        assertThat(line.at("/ecs/version").asText()).isEqualTo("8.11.0");
        assertThat(line.at("/event/original").asText()).isEqualTo(stored);
        assertThat(line.at("/event/outcome").asText()).isEqualTo("failure");
        assertThat(line.at("/event/duration").asLong()).isEqualTo(250_000);
        assertThat(line.at("/event/sequence").asLong()).isEqualTo(3);
        assertThat(line.at("/file/path").asText()).isEqualTo("a/หน้า.html");
        assertThat(line.at("/file/hash/sha256").asText()).isEqualTo("00");
        assertThat(line.at("/source/ip").asText()).isEqualTo("2001:db8::1");
        assertThat(line.at("/source/port").asInt()).isEqualTo(443);
        assertThat(line.at("/user/id").asText()).isEqualTo("aa");
        assertThat(line.at("/user/name").asText()).isEqualTo("officer-1");
        assertThat(line.at("/process/pid").asInt()).isEqualTo(42);
        assertThat(line.at("/labels/bytes_out").asText()).isEqualTo("120");
        assertThat(line.has("destination")).as("a code is no address").isFalse();
    }

    /** Texts of every kind of character that one of the formats gives a meaning to. */
    @Test
    void noTextForgesAFieldOrALine() throws IOException {
        Random random = new Random(86);
        String letters = "|\\=\"\n\r ]ก{},:ab\u2028\u0000\t'";
        Pattern unescaped = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*=");
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            LogRecord record = record(
                    JSON.writeValueAsString(JSON.createObjectNode()
                            .put("kind", "k" + text)
                            .put("cmd", text.toString())
                            .put("path", text.toString())
                            .put("why", "na:" + text)),
                    null);
            String cef = ExportFormat.CEF.line(record);
            assertThat(cef).endsWith("\n");
            String body = cef.substring(0, cef.length() - 1);
            assertThat(body).doesNotContain("\n", "\r");
            List<String> parts = List.of(body.split("(?<=(?<!\\\\)(?:\\\\\\\\){0,30})\\|", 8));
            assertThat(parts).hasSize(8);
            assertThat(parts.get(4).replace("\\|", "|").replace("\\\\", "\\"))
                    .isEqualTo(("k" + text).replace('\n', ' ').replace('\r', ' '));
            // rt, act, request, and the log and the index, each with its label.
            assertThat(unescaped.matcher(parts.get(7)).results()).as(body).hasSize(7);
            String ecs = ExportFormat.ECS.line(record);
            assertThat(ecs.indexOf('\n')).isEqualTo(ecs.length() - 1);
            assertThat(JSON.readTree(ecs).at("/url/original").asText()).isEqualTo(text.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "192.0.2.1|192.0.2.1|",
                "192.0.2.1:80|192.0.2.1|80",
                "2001:db8::1|2001:db8::1|",
                "[2001:db8::1]:80|2001:db8::1|80",
                "na:local||",
                "host.example:80||"
            },
            delimiter = '|')
    void anAddressIsTakenApart(String text, String ip, String port) {
        assertThat(ClientAddress.of(text)).isEqualTo(new ClientAddress(ip, port));
    }

    private static LogRecord record(String text, String personal) {
        return new LogRecord(ORIGIN, 3, TestLog.NOON, text, personal, null);
    }
}
