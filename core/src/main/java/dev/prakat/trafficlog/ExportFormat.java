package dev.prakat.trafficlog;

/** How exported records are written, for the program that takes them in. */
public enum ExportFormat {
    /** One JSON object a line: the log, the index, the record as it was signed, the personal part where it is open. */
    JSONL("jsonl"),
    /** A heading and a line for each record, RFC 4180, in UTF-8, with the time in UTC and in Bangkok in the Buddhist era. */
    CSV("csv"),
    /** One RFC 5424 message a line, facility 13 (log audit). */
    RFC5424("log"),
    /** One line of the Common Event Format each, version 0. */
    CEF("cef"),
    /** One JSON object a line with the fields of the Elastic Common Schema 8.11, the record as it was signed among them. */
    ECS("ecs.jsonl");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** The name of the file with the records in an export. */
    String file() {
        return "records." + extension;
    }

    /** What stands before the first record. */
    String heading() {
        return this == CSV ? CsvLine.heading() : "";
    }

    /** A record, with its line feed. */
    String line(LogRecord record) {
        return switch (this) {
            case JSONL -> JsonLine.of(record);
            case CSV -> CsvLine.of(record);
            case RFC5424 -> SyslogLine.of(record) + "\n";
            case CEF -> CefLine.of(record);
            case ECS -> EcsLine.of(record);
        };
    }
}
