package pose.trainer.crowd.judging;

import java.nio.FloatBuffer;
import java.util.List;
import pose.cpm.Network;
import pose.cpm.Picture;
import pose.cpm.Sighting;
import pose.trainer.crowd.CrowdInput;

/** A locator's network as what is judged: everybody it sees, however faint. */
public final class NetworkFinder implements Finder {

    /** Fainter sightings are noise. */
    public static final double FAINT = 0.05;

    /** More than anybody labels in a picture. */
    public static final int MOST_PEOPLE = 100;

    private final Network network;

    public NetworkFinder(Network network) {
        this.network = network;
    }

    @Override
    public List<List<Sighting>> find(List<Picture> pictures) {
        CrowdInput input = CrowdInput.of(pictures, network.architecture());
        List<float[]> stages = network.beliefs(FloatBuffer.wrap(input.planes()), pictures.size());
        return input.found(stages.get(stages.size() - 1), FAINT, MOST_PEOPLE);
    }
}
