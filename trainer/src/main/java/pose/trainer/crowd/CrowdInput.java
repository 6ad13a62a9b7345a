package pose.trainer.crowd;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import pose.cpm.Crop;
import pose.cpm.Picture;
import pose.cpm.Sighting;
import pose.cpm.SightingCodec;
import pose.cpm.network.Architecture;
import pose.cpm.network.Size;

/** Whole pictures as a locator's input, and its maps as who was found in them. */
public final class CrowdInput {

    private final SightingCodec codec;
    private final float[] planes;
    private final List<Crop> crops;

    private CrowdInput(SightingCodec codec, float[] planes, List<Crop> crops) {
        this.codec = codec;
        this.planes = planes;
        this.crops = List.copyOf(crops);
    }

    /** Each picture in the middle of the input, with grey beside it. */
    public static CrowdInput of(List<Picture> pictures, Architecture architecture) {
        float[] planes = new float[pictures.size() * architecture.inputValues()];
        FloatBuffer into = FloatBuffer.wrap(planes);
        List<Crop> crops = new ArrayList<>();
        for (Picture picture : pictures) {
            Crop crop = Crop.letterbox(new Size(picture.width(), picture.height()), architecture.input());
            crop.write(picture, into);
            crops.add(crop);
        }
        return new CrowdInput(SightingCodec.of(architecture), planes, crops);
    }

    /** N×3×H×W values from −0.5 to 0.5; not a copy. */
    public float[] planes() {
        return planes;
    }

    /**
     * Who was found in each picture, in its own pixels.
     *
     * @param maps a stage's for all pictures
     * @param leastScore more than 0
     * @param most people in a picture
     */
    public List<List<Sighting>> found(float[] maps, double leastScore, int most) {
        List<List<Sighting>> found = new ArrayList<>();
        for (int i = 0; i < crops.size(); i++) {
            Crop crop = crops.get(i);
            found.add(codec.decode(maps, i * codec.values(), leastScore, most).stream()
                    .map(crop::toSource)
                    .toList());
        }
        return found;
    }

    static void write(Picture picture, float[] planes) {
        int pixels = picture.width() * picture.height();
        byte[] bgr = picture.bgr();
        for (int channel = 0; channel < 3; channel++) {
            for (int p = 0; p < pixels; p++) {
                planes[channel * pixels + p] = ((bgr[3 * p + channel] & 0xFF) - 128) / 256f;
            }
        }
    }
}
