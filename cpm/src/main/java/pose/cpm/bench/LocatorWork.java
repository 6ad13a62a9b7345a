package pose.cpm.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import pose.cpm.BrokenPictureException;
import pose.cpm.Crop;
import pose.cpm.DecodedPicture;
import pose.cpm.EngineName;
import pose.cpm.Network;
import pose.cpm.SightingCodec;
import pose.cpm.network.Architecture;
import pose.cpm.network.Size;

/** All that a locator does with a batch of pictures of noise, once they are decoded: scale them, look at them, tell who is there. */
final class LocatorWork implements BatchWork {

    private static final int SEED = 1;
    private static final Size PICTURE = new Size(1280, 720);
    /** As many as a stream takes by itself. */
    private static final int MOST_PEOPLE = 12;

    private static final double LEAST_SCORE = 0.3;

    private final EngineName engine;
    private final Network network;
    private final int batch;
    private final DecodedPicture picture;
    private final Crop letterbox;
    private final SightingCodec codec;
    private final FloatBuffer input;

    /** @param network a locator; stays the caller's to close */
    LocatorWork(EngineName engine, Network network, int batch) {
        Architecture architecture = network.architecture();
        this.engine = engine;
        this.network = network;
        this.batch = batch;
        picture = noise();
        letterbox = Crop.letterbox(PICTURE, architecture.input());
        codec = SightingCodec.of(architecture);
        input = NetworkWork.room(architecture, batch);
    }

    private static DecodedPicture noise() {
        BufferedImage image = new BufferedImage(PICTURE.width(), PICTURE.height(), BufferedImage.TYPE_3BYTE_BGR);
        new Random(SEED).nextBytes(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", jpeg);
            return DecodedPicture.decodeJpeg(jpeg.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BrokenPictureException e) {
            throw new IllegalStateException("a JPEG just written must decode", e);
        }
    }

    @Override
    public EngineName engine() {
        return engine;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public String beside() {
        return ", all of a frame of " + PICTURE;
    }

    @Override
    public void pass() {
        input.clear();
        for (int i = 0; i < batch; i++) {
            letterbox.write(picture, input);
        }
        List<float[]> stages = network.beliefs(input.flip(), batch);
        float[] maps = stages.get(stages.size() - 1);
        for (int i = 0; i < batch; i++) {
            codec.decode(maps, i * codec.values(), LEAST_SCORE, MOST_PEOPLE);
        }
    }
}
