package pose.ingest.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.ingest.SourceAddress;
import pose.ingest.camera.CameraSettings;

/**
 * Where it is decided which cameras run: those of the file, and what was changed since by other means. Such a change holds until
 * the process ends, or the file says something new of that camera. Safe for several threads.
 */
public final class CameraDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CameraDesk.class);

    private final Path path;
    private final CamerasFile file;
    private final Changes changes;
    private final Consumer<String> keeper;
    private Consumer<Collection<CameraSettings>> cameras = nobody -> {};
    private CamerasConfig config;
    private boolean warned;

    private CameraDesk(Path path, CamerasFile file, CamerasConfig config, Changes changes, Consumer<String> keeper) {
        this.path = path;
        this.file = file;
        this.config = config;
        this.changes = changes;
        this.keeper = keeper;
    }

    /**
     * Reads the file; nothing runs yet.
     *
     * @param kept what the keeper was last given by a former process, empty for none
     * @param keeper is given the changes made since the file was read, whenever there are more or fewer; with passwords
     * @throws BadConfigException naming the file and what is wrong in it
     */
    public static CameraDesk open(Path path, SecretReferences references, String kept, Consumer<String> keeper)
            throws BadConfigException {
        CamerasFile file = new CamerasFile(path, references);
        CamerasConfig config = file.read();
        Changes changes = Changes.parse(kept, file.yaml());
        // The file may have been saved while no process looked.
        changes.forgetWhatChangedIn(config);
        return new CameraDesk(path, file, config, changes, keeper);
    }

    /**
     * Lets run what is to run, from now on.
     *
     * @param starter is given all cameras that are to run, whenever those may be others than before
     */
    public synchronized void start(Consumer<Collection<CameraSettings>> starter) {
        cameras = starter;
        apply();
    }

    /** Lets run what is to run, once more. */
    public synchronized void apply() {
        warnOfReaders();
        cameras.accept(wanted());
    }

    /** Looks whether the file was saved, and does what it says now; to be called about twice a second. */
    public synchronized void look() {
        Optional<CamerasFile.Save> save = file.look();
        if (save.isEmpty()) {
            return;
        }
        if (save.get() instanceof CamerasFile.Good good) {
            List<CameraSettings> before = wanted();
            config = good.config();
            changes.forgetWhatChangedIn(config);
            keeper.accept(changes.kept());
            apply();
            LOG.info("{} was saved: {}", path, Difference.of(before, wanted()));
        } else if (save.get() instanceof CamerasFile.Wrong wrong) {
            LOG.warn("{}; the cameras go on as they were", wrong.line());
        }
    }

    /** Every camera that is to run, by id. */
    public synchronized List<CameraSettings> wanted() {
        return new ArrayList<>(changes.over(config).values());
    }

    /** A camera in the keys of the file, its source without user and password. */
    public static ObjectNode shown(CameraSettings camera) {
        return CameraKeys.shown(camera);
    }

    /**
     * Adds or changes a camera. A source as {@link #shown} has it leaves a former source, and the password in it, as it is.
     *
     * @param json an object in the keys of the file
     * @return whether it is new
     * @throws BadConfigException naming the key, the value and what is allowed; nothing is changed then
     */
    public synchronized boolean put(String id, String json) throws BadConfigException {
        ConfiguredCamera camera = file.yaml().parseCamera(id, json, config.defaults());
        Optional<ConfiguredCamera> former = Optional.ofNullable(changes.current(id, config));
        Optional<SourceAddress> hiding =
                former.map(one -> one.settings().source()).filter(SourceAddress::holdsSecrets);
        if (hiding.isPresent()
                && hiding.get().shown().equals(camera.settings().source().full())) {
            camera = file.yaml().withSourceOf(camera, former.orElseThrow());
        } else if (camera.settings().source().full().contains("***")) {
            throw new BadConfigException("camera " + id
                    + ": source has stars in place of a secret and is not the one that the camera has; give it whole");
        }
        changes.put(id, camera, config);
        changed();
        return former.isEmpty();
    }

    /**
     * Ends a camera.
     *
     * @return whether there was one
     */
    public synchronized boolean remove(String id) {
        if (changes.current(id, config) == null) {
            return false;
        }
        changes.remove(id, config);
        changed();
        return true;
    }

    private void changed() {
        keeper.accept(changes.kept());
        cameras.accept(wanted());
    }

    private void warnOfReaders() {
        Optional<String> readers = file.readableByOthers();
        boolean plain =
                config.cameras().values().stream().anyMatch(camera -> PlainPasswords.isIn(camera.writtenSource()));
        if (!warned && plain && readers.isPresent()) {
            warned = true;
            LOG.warn(
                    "{} holds a password and may be read by others ({}); 'chmod 600' it, or use ${env:NAME}",
                    path,
                    readers.get());
        }
    }
}
