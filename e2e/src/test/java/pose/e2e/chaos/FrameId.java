package pose.e2e.chaos;

/** One frame of a run: its camera and its number there, from 0. */
public record FrameId(String camera, long sequence) {

    @Override
    public String toString() {
        return camera + "/" + sequence;
    }
}
