package pose.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;
import pose.ingest.source.picture.EncodedPicture;
import pose.ingest.source.picture.PictureSize;
import pose.ingest.source.picture.PictureSource;
import pose.ingest.source.picture.SourcePicture;

class ResampledTest {

    private final List<String> log = new ArrayList<>();

    @Test
    void shouldLeaveOutPicturesOfAFasterSourceWithoutEncodingThem() throws Exception {
        // given
        Resampled source = new Resampled(new Pictures(null, 0, 100, 200, 300, 400, 500), 5);

        // when
        List<String> shown = drain(source);

        // then
        assertThat(shown).containsExactly("0@0", "200@200", "400@400");
        assertThat(log).filteredOn(l -> l.startsWith("encode")).containsExactly("encode 0", "encode 200", "encode 400");
    }

    @Test
    void shouldRepeatPicturesOfASlowerSourceEncodedOnce() throws Exception {
        // given
        Resampled source = new Resampled(new Pictures(null, 0, 100), 20);

        // when
        List<String> shown = drain(source);

        // then
        assertThat(shown).containsExactly("0@0", "0@50", "100@100", "100@150");
        assertThat(log).filteredOn(l -> l.startsWith("encode")).containsExactly("encode 0", "encode 100");
    }

    @Test
    void shouldShowThePictureThatBeganLast() throws Exception {
        // given
        Resampled source = new Resampled(new Pictures(null, 0, 130, 190, 320), 10);

        // when / then
        assertThat(drain(source)).containsExactly("0@0", "0@100", "190@200", "190@300", "320@400");
    }

    @Test
    void shouldFreeEveryPictureOnce() throws Exception {
        // given
        Resampled source = new Resampled(new Pictures(null, 0, 100, 200, 300), 5);

        // when
        drain(source);

        // then
        assertThat(log)
                .filteredOn(l -> l.startsWith("free"))
                .containsExactly("free 0", "free 100", "free 200", "free 300", "free source");
    }

    @Test
    void shouldFreeThePictureItLookedAheadToo() throws Exception {
        // given
        Resampled source = new Resampled(new Pictures(null, 0, 100, 200, 300), 20);
        source.next();
        source.next();

        // when
        source.close();

        // then
        assertThat(log)
                .filteredOn(l -> l.startsWith("free"))
                .containsExactlyInAnyOrder("free 0", "free 100", "free source");
    }

    @Test
    void shouldTellAFaultAfterThePicturesBeforeIt() throws Exception {
        // given
        Resampled source = new Resampled(new Pictures(new SourceException("cut"), 0, 100), 20);
        for (int i = 0; i < 4; i++) {
            assertThat(source.next()).isPresent();
        }

        // when / then
        assertThatThrownBy(source::next).isInstanceOf(SourceException.class).hasMessage("cut");
    }

    @Test
    void shouldNotFillAHoleOfHours() throws Exception {
        // given
        Resampled source = new Resampled(new Pictures(null, 0, 36_000_000), 10);
        assertThat(source.next()).isPresent();

        // when / then
        assertThatThrownBy(source::next)
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("the source's time jumps by more than 10 minutes after second 0");
    }

    private static List<String> drain(Resampled source) throws Exception {
        List<String> shown = new ArrayList<>();
        try (source) {
            for (Optional<SourcePicture> next = source.next(); next.isPresent(); next = source.next()) {
                SourcePicture picture = next.get();
                shown.add(picture.encode().jpeg().length + "@" + picture.ptsUs() / 1000);
                picture.close();
            }
        }
        return shown;
    }

    /** Pictures at these milliseconds, 100 ms long, each encoded as as many bytes. */
    private final class Pictures implements PictureSource {

        private final @Nullable SourceException fault;
        private final int[] at;
        private int next;

        private Pictures(@Nullable SourceException fault, int... at) {
            this.fault = fault;
            this.at = at;
        }

        @Override
        public SourceFormat format() {
            return new SourceFormat(64, 64, OptionalDouble.of(10), OptionalLong.of(at.length), 1);
        }

        @Override
        public Optional<SourcePicture> next() throws SourceException {
            if (next < at.length) {
                return Optional.of(new Picture(at[next++]));
            }
            if (fault != null) {
                throw fault;
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            log.add("free source");
        }
    }

    private final class Picture implements SourcePicture {

        private final int millis;

        private Picture(int millis) {
            this.millis = millis;
        }

        @Override
        public long ptsUs() {
            return millis * 1000L;
        }

        @Override
        public long durationUs() {
            return 100_000;
        }

        @Override
        public EncodedPicture encode() throws SourceException {
            log.add("encode " + millis);
            return new EncodedPicture(PictureSize.declared("x", 64, 64), new byte[millis], Optional.empty());
        }

        @Override
        public void close() {
            log.add("free " + millis);
        }
    }
}
