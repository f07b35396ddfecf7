package dev.prakat.screening;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads text and CSV: UTF-8, or UTF-16 with its mark. Older Thai encodings are not guessed at. Stateless. */
final class PlainText {

    private static final int BUFFER = 8192;

    private PlainText() {}

    static Extracted read(InputStream in, Reading reading) throws IOException {
        BufferedInputStream buffered =
                new BufferedInputStream(reading.bounded(in, reading.limits().bytes()));
        try {
            Reader reader = new InputStreamReader(buffered, charset(buffered).newDecoder());
            char[] buffer = new char[BUFFER];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                reading.append(new String(buffer, 0, read));
            }
        } catch (Reading.Spent e) {
            return Extracted.partly(reading.text(), UnscreenableReason.TOO_LARGE);
        } catch (CharacterCodingException e) {
            return Extracted.partly(reading.text(), UnscreenableReason.BROKEN);
        }
        return reading.text().indexOf('\0') < 0
                ? Extracted.of(reading.text())
                : Extracted.partly(reading.text(), UnscreenableReason.BROKEN);
    }

    private static Charset charset(BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        boolean marked = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
