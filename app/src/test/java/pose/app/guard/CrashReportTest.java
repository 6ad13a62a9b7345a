package pose.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrashReportTest {

    private static final String REPORT = """
            #
            # A fatal error has been detected by the Java Runtime Environment:
            #
            #  SIGSEGV (0xb) at pc=0x00007f9ec0a2b3c4, pid=4711, tid=4722
            #
            # Problematic frame:
            # C  [libavcodec.so.62+0x1a2b3c]  decode_slice+0x44
            #
            ---------------  T H R E A D  ---------------

            Current thread (0x00007f9ec8123450):  JavaThread "%s" [_thread_in_native, id=4722, stack(0x1,0x2)]
            """;

    @Test
    void shouldNameTheCameraTheSignalAndTheLibrary() {
        assertThat(CrashReport.of(REPORT.formatted("camera gate-1")))
                .isEqualTo(new CrashReport(
                        Optional.of("gate-1"), Optional.of("SIGSEGV"), Optional.of("libavcodec.so.62")));
    }

    @Test
    void shouldNameNoCameraWhereItWasNoCamerasThread() {
        assertThat(CrashReport.of(REPORT.formatted("main")).camera()).isEmpty();
    }

    @Test
    void shouldMakeNothingOfAReportThatBreaksOff() {
        assertThat(CrashReport.of("#\n# A fa"))
                .isEqualTo(new CrashReport(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void shouldFindNoReportWhereThereIsNone() {
        assertThat(CrashReport.read(Path.of("none.log"))).isEmpty();
    }
}
