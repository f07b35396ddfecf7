package dev.prakat.benchmarks;

import dev.prakat.screening.Screening;
import dev.prakat.screening.ScreeningReport;
import dev.prakat.screening.ScreeningRules;
import dev.prakat.screening.ScreeningSubject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Promise: at least 20 MB of Thai text, counted in UTF-8, in a second on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScreeningBenchmark {

    private static final int CHARACTERS = 500_000;
    private static final String PROSE =
            "สำนักงานประกันสังคมขอแจ้งให้นายจ้าง และลูกจ้างทราบว่า ตามพระราชบัญญัติประกันสังคม พ.ศ. ๒๕๓๓ มาตรา ๓๓"
                    + " ผู้ประกันตนมีสิทธิได้รับประโยชน์ทดแทนกรณีเจ็บป่วย คลอดบุตร และทุพพลภาพ ตามหลักเกณฑ์ที่คณะกรรมการกำหนด"
                    + " โดยยื่นคำขอภายใน ๒ ปี ณ สำนักงานประกันสังคมจังหวัด หรือโทรสายด่วน ๑๕๐๖ ประกาศ ณ วันที่ ๑๖ กุมภาพันธ์ ๒๕๖๔\n";
    private static final String LIST = "นายสมมติ ตัวอย่างกุล 1-2345-67890-12-1 โทร 089-000-1234\n";

    /** How much of the text is a list of persons: seldom a line, every third line, nothing else. */
    @Param({"FEW", "MANY", "ONLY"})
    private String findings = "";

    private final Screening screening = new Screening(ScreeningRules.usual());
    private ScreeningSubject text = ScreeningSubject.builder().build();
    private ScreeningSubject html = text;
    private double megabytes;

    /** Counts the megabytes of UTF-8 that were looked through; printed as {@code looked}. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Megabytes {
        /** Megabytes in a second. */
        public double looked;
    }

    /** Makes the text. */
    @Setup
    public void write() {
        String page = switch (findings) {
            case "FEW" -> PROSE.repeat(40) + LIST;
            case "MANY" -> PROSE + PROSE + LIST;
            default -> LIST;
        };
        String all = page.repeat(CHARACTERS / page.length() + 1);
        text = ScreeningSubject.builder().text("body", all).build();
        html = ScreeningSubject.builder()
                .html("body", "<p>" + all.replace("\n", "</p>\n<p>") + "</p>")
                .build();
        megabytes = all.getBytes(StandardCharsets.UTF_8).length / 1e6;
    }

    /**
     * Text.
     *
     * @param counted the megabytes
     * @return the report
     */
    @Benchmark
    public ScreeningReport screenText(Megabytes counted) {
        counted.looked += megabytes;
        return screening.screen(text);
    }

    /**
     * The same as HTML, a paragraph a line.
     *
     * @param counted the megabytes
     * @return the report
     */
    @Benchmark
    public ScreeningReport screenHtml(Megabytes counted) {
        counted.looked += megabytes;
        return screening.screen(html);
    }
}
