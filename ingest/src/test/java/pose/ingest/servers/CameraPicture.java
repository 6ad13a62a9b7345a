package pose.ingest.servers;

/** What a test camera shows: pixels, and whole frames a second. It sends a key frame every half second. */
public record CameraPicture(int width, int height, int fps) {

    public static final CameraPicture SMALL = new CameraPicture(320, 240, 10);

    int framesBetweenKeys() {
        return Math.max(1, fps / 2);
    }

    /** FFmpeg's own moving test picture, with the frame's time in it. */
    String lavfi() {
        return "testsrc2=size=" + width + "x" + height + ":rate=" + fps;
    }
}
