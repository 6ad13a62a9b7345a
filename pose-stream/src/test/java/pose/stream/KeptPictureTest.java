package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pose.cpm.BrokenPictureException;
import pose.cpm.DecodedPicture;

class KeptPictureTest {

    private static final long BYTES = 3 * 64 * 48;

    private final PictureRoom room = new PictureRoom(2 * BYTES);
    private final KeptPicture first = new KeptPicture(room);

    @Test
    void shouldGiveOutWhatItKeepsOnce() throws BrokenPictureException {
        DecodedPicture picture = picture();
        first.keep(picture);
        assertThat(room.used()).isEqualTo(BYTES);

        assertThat(first.take()).isSameAs(picture);
        assertThat(first.take()).isNull();
        assertThat(room.used()).isZero();
        picture.close();
    }

    @Test
    void shouldKeepNoMoreThanThereIsRoomFor() throws BrokenPictureException {
        // given
        KeptPicture second = new KeptPicture(room);
        KeptPicture third = new KeptPicture(room);
        first.keep(picture());
        second.keep(picture());

        // when
        third.keep(picture());

        // then
        assertThat(third.take()).isNull();
        assertThat(room.used()).isEqualTo(2 * BYTES);
        first.discard();
        third.keep(picture());
        assertThat(third.take()).isNotNull().satisfies(DecodedPicture::close);
        second.discard();
        assertThat(room.used()).isZero();
    }

    @Test
    void shouldKeepNothingThatNobodyNeedsAnyMore() throws BrokenPictureException {
        first.discard();

        first.keep(picture());

        assertThat(first.take()).isNull();
        assertThat(room.used()).isZero();
    }

    @Test
    void shouldKeepOneOfTwo() throws BrokenPictureException {
        DecodedPicture kept = picture();
        first.keep(kept);

        first.keep(picture());

        assertThat(first.take()).isSameAs(kept);
        kept.close();
    }

    @Test
    void shouldKeepNothingWhereNobodyAskedForIt() throws BrokenPictureException {
        KeptPicture.NEVER.keep(picture());

        assertThat(KeptPicture.NEVER.take()).isNull();
    }

    private static DecodedPicture picture() throws BrokenPictureException {
        return DecodedPicture.decodeJpeg(LiveModelTest.jpeg(64, 48));
    }
}
