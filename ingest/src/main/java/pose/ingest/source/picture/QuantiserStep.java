package pose.ingest.source.picture;

/** Which of the 31 quantiser steps of FFmpeg's JPEG encoder ({@code -q:v} of its command) a quality falls on. */
public final class QuantiserStep {

    /** The step at which the encoder's tables are about as coarse as libjpeg's at quality 50. */
    private static final double STEP_AT_50 = 14;

    private QuantiserStep() {}

    /**
     * libjpeg's scaling of its tables (jcparam.c, jpeg_quality_scaling), applied to the encoder's steps.
     *
     * @param quality 1 to 100
     * @return 1 to 31
     */
    public static int of(int quality) {
        double scale = quality < 50 ? 50.0 / quality : 2 - quality / 50.0;
        return (int) Math.max(1, Math.min(31, Math.round(STEP_AT_50 * scale)));
    }
}
