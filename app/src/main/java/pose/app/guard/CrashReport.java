package pose.app.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM that crashed in native code wrote about it (its {@code hs_err} file). Only these words are ever told: the rest of
 * such a file shows memory, in which passwords are.
 *
 * @param camera whose thread it was, where it was a camera's
 * @param signal e.g. {@code SIGSEGV}; empty where the report does not tell
 * @param library the file of the code that it was in, e.g. {@code libavcodec.so.62}; empty where there is none
 */
record CrashReport(Optional<String> camera, Optional<String> signal, Optional<String> library) {

    private static final Pattern CAMERA =
            Pattern.compile("^Current thread .*JavaThread \"camera ([A-Za-z0-9._-]{1,100})\"", Pattern.MULTILINE);
    private static final Pattern SIGNAL = Pattern.compile("^# +(SIG[A-Z]{2,8}) \\(", Pattern.MULTILINE);
    private static final Pattern FRAME =
            Pattern.compile("^# Problematic frame:\\R# [a-zA-Z] +\\[([A-Za-z0-9._+-]{1,100})\\+0x", Pattern.MULTILINE);
    /** All of this stands at the beginning. */
    private static final int BYTES_READ = 64 * 1024;

    /** Reads a report; empty where there is none. */
    static Optional<CrashReport> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return Optional.of(of(new String(in.readNBytes(BYTES_READ), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return Optional.of(new CrashReport(Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }

    static CrashReport of(String text) {
        return new CrashReport(first(CAMERA, text), first(SIGNAL, text), first(FRAME, text));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
