package pose.app.replay;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pose.ingest.FrameLimit;
import pose.ingest.FrameSource;
import pose.ingest.IngestException;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;
import pose.ingest.source.SourceUrl;
import pose.ingest.source.SourceUrl.ImagesUrl;
import pose.ingest.source.SourceUrl.SyntheticUrl;
import pose.ingest.source.SourceUrl.VideoFileUrl;

/** Recorded sources, one a camera, that begin together. */
public final class FileMaterial implements Material {

    private final Map<String, String> urls;

    /** @param urls each camera's source */
    public FileMaterial(Map<String, String> urls) {
        this.urls = urls;
    }

    /**
     * Makes sure that every source is a recording that can be opened, and that its frames fit.
     *
     * @throws SourceException where one cannot be replayed
     * @throws IngestException where one's frames may be too large
     */
    public void check(FrameLimit limit) throws SourceException, IngestException {
        for (Map.Entry<String, String> url : urls.entrySet()) {
            SourceUrl wanted = SourceUrl.parse(url.getValue());
            if (!(wanted instanceof VideoFileUrl || wanted instanceof ImagesUrl || wanted instanceof SyntheticUrl)) {
                throw new SourceException("camera " + url.getKey() + ": " + wanted.shown()
                        + " is live; 'pose ingest' publishes it, a replay needs a recording");
            }
            try (FrameSource source = source(url.getValue())) {
                limit.check(source.format());
            }
        }
    }

    @Override
    public List<String> cameras() {
        return List.copyOf(urls.keySet());
    }

    @Override
    public List<Footage> open() throws SourceException {
        List<Footage> footage = new ArrayList<>();
        try {
            for (Map.Entry<String, String> url : urls.entrySet()) {
                footage.add(new FileFootage(url.getKey(), source(url.getValue())));
            }
            return footage;
        } catch (SourceException | RuntimeException e) {
            footage.forEach(Footage::close);
            throw e;
        }
    }

    private static FrameSource source(String url) throws SourceException {
        return FrameSources.open(url, SourceOptions.defaults(), Clock.systemUTC());
    }
}
