package pose.cpm;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The files of a version on the class path. */
record BundledFiles(String folder) implements FileReader<RuntimeException> {

    @Override
    public byte @Nullable [] read(String file, long longest) throws IOException {
        try (InputStream in = BundledFiles.class.getResourceAsStream(folder + "/" + file)) {
            return in == null ? null : FileReader.read(in, in.available(), longest);
        }
    }

    /** Whether there is a version at all. */
    boolean arePresent() {
        return BundledFiles.class.getResource(folder + "/" + WeightsVersion.MANIFEST) != null;
    }
}
