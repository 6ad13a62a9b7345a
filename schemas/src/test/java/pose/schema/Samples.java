package pose.schema;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record of each kind, every field set. */
final class Samples {

    private Samples() {}

    static Frame frame() {
        return frameAt(233_333L);
    }

    static Frame frameAt(@Nullable Long ptsUs) {
        return Frame.newBuilder()
                .setCamera("yard")
                .setEpoch(1_700_000_000_000_000L)
                .setSequence(7)
                .setCaptureTimeUs(1_700_000_000_233_333L)
                .setPtsUs(ptsUs)
                .setWidth(640)
                .setHeight(360)
                .setEncoding(Encoding.JPEG)
                .setCaptureClock(CaptureClock.SENDER)
                .setOriginal(new Original(1_600_000_000_000_000L, 9L, 1_600_000_000_300_000L))
                .setAttention(new Attention(
                        List.of(new RegionPoint(0.1, 0.2), new RegionPoint(0.9, 0.2), new RegionPoint(0.5, 0.8)),
                        0.1,
                        true))
                .setImage(ByteBuffer.wrap(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, (byte) 0xFF, (byte) 0xD9}))
                .build();
    }

    static PoseFrame poseFrame() {
        Person person = new Person(
                new BoundingBox(10.5, -20.25, 300.0, 300.0),
                0.75f,
                42L,
                List.of(new PartPosition(1.5f, 2.5f, 0.5f), new PartPosition(-3f, 4f, 1f)),
                List.of(new PartPosition(1.25f, 2.25f, 0.5f), new PartPosition(-3.25f, 4.25f, 1f)),
                true);
        Person untracked = new Person(new BoundingBox(0.0, 0.0, 1.0, 1.0), 0f, null, List.of(), null, null);
        return new PoseFrame(
                "yard",
                1_700_000_000_000_000L,
                7L,
                1_700_000_000_233_333L,
                640,
                360,
                List.of(person, untracked),
                "lsp14",
                new WeightsRef("lite", "2026-11-21", "ab".repeat(32)),
                new Timings(5L, 6L, 7L, 8L),
                new Original(1_600_000_000_000_000L, 9L, 1_600_000_000_300_000L),
                new Provenance(3, 12_345L, "pose-stream/worker-1/1700000000", 17L, 16, 5, "onnxruntime"),
                new WeightsRef("locator", "2026-11-22", "cd".repeat(32)),
                true);
    }

    /** The same as nested records had it before people were tracked. */
    static PoseFrame untrackedPoseFrame() {
        PoseFrame today = poseFrame();
        List<Person> people = today.getPeople().stream()
                .map(p -> new Person(p.getBox(), p.getScore(), p.getTrack(), p.getKeypoints(), null, null))
                .toList();
        return new PoseFrame(
                today.getCamera(),
                today.getEpoch(),
                today.getSequence(),
                today.getCaptureTimeUs(),
                today.getWidth(),
                today.getHeight(),
                people,
                today.getSkeleton(),
                today.getWeights(),
                new Timings(5L, 6L, 7L, 0L),
                today.getOriginal(),
                today.getProvenance(),
                today.getLocator(),
                today.getCut());
    }

    /** What a version saw that does not serve, as nested records had it before people were tracked. */
    static ShadowPose untrackedShadowPose() {
        PoseFrame seen = untrackedPoseFrame();
        return ShadowPose.newBuilder()
                .setCamera("yard")
                .setEpoch(1)
                .setSequence(7)
                .setCaptureTimeUs(3)
                .setServing(seen.getWeights())
                .setShadow(new WeightsRef("lite", "2026-11-22", "ef".repeat(32)))
                .setSkeleton("lsp14")
                .setPeople(seen.getPeople())
                .setDistances(List.of(0.1, 0.2))
                .setDistance(0.15)
                .setServingScore(0.5f)
                .setShadowScore(0.6f)
                .setServingUs(8)
                .setShadowUs(9)
                .setOriginal(seen.getOriginal())
                .build();
    }

    static TrackEvent trackEvent() {
        return new TrackEvent("yard", 1L, 7L, 3L, TrackEventKind.FOUND, 42L, new BoundingBox(1.0, 2.0, 3.0, 4.0));
    }

    static Gap gap() {
        return new Gap(
                "yard",
                1L,
                8L,
                3L,
                GapReason.SLOW_CONSUMER,
                1_700_000_000_266_666L,
                1_700_000_000_333_333L,
                "3 frames");
    }

    static Truth truth() {
        return new Truth(
                "lsp14",
                List.of(new TruePerson(
                        List.of(new TruePosition(1f, 2f, true), new TruePosition(-3.5f, 4f, false)), 3L, 0.5)));
    }

    /** As it was before it said which parts are in sight. */
    static Truth truthWithEverythingInSight() {
        return new Truth(
                "lsp14",
                List.of(new TruePerson(
                        List.of(new TruePosition(1f, 2f, true), new TruePosition(-3.5f, 4f, true)), 3L, 0.5)));
    }

    /** As it was before it said who is who. */
    static Truth truthOfNobodyInParticular() {
        return new Truth(
                "lsp14",
                truthWithEverythingInSight().getPeople().stream()
                        .map(p -> new TruePerson(p.getKeypoints(), -1L, 1.0))
                        .toList());
    }
}
