package pose.trainer.data;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import pose.athlete.AthleteScene;
import pose.athlete.RenderedFrame;
import pose.cpm.Picture;
import pose.skeleton.Skeleton;

/** Rendered athletes: as many as asked for, each a still of a scene of its own, every part known. */
public final class SyntheticDataSet implements DataSet {

    /** Where athletes to judge on begin: no training set reaches their seeds. */
    public static final long JUDGING_SEED = 900_000_000;

    /** Where athletes to train on begin. */
    static final long TRAINING_SEED = 1_000_000;

    /** The largest set. */
    static final int MOST = 999_999;

    private static final int SIDE = 288;

    private final int size;
    private final long seed;

    /**
     * @param size how many
     * @param seed of the first; two sets whose ranges {@code seed … seed + size} do not meet share no picture
     */
    public SyntheticDataSet(int size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "synthetic:athlete " + seed + "-" + (seed + size - 1);
    }

    @Override
    public Skeleton skeleton() {
        return Skeleton.LSP14;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Sample sample(int index) {
        RenderedFrame frame = AthleteScene.sample(seed + index, SIDE, SIDE);
        BufferedImage image = frame.image();
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new Sample(
                "athlete" + (seed + index),
                Picture.of(image.getWidth(), image.getHeight(), bgr),
                frame.people().get(0).stream().map(Optional::of).toList());
    }
}
