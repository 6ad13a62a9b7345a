package pose.ingest.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DamageTest {

    private final Damage damage = new Damage();

    @Test
    void shouldSpareAWholeStream() {
        assertThat(damage.spares(1, true)).isTrue();
        assertThat(damage.spares(2, false)).isTrue();
        // Joined between two key pictures: the decoder decides what it can show.
        assertThat(new Damage().spares(7, false)).isTrue();
    }

    @Test
    void shouldSpareNothingUntilAPictureStandsAlone() {
        damage.spares(1, true);
        damage.at(3);

        assertThat(damage.spares(4, false)).isFalse();
        assertThat(damage.spares(5, true)).isTrue();
        assertThat(damage.spares(6, false)).isTrue();
    }

    @Test
    void shouldSpareWhatWasCodedBeforeTheDamageAndComesOutAfterIt() {
        // given: damage that is noticed while the decoder still holds pictures back
        damage.spares(1, true);
        damage.at(4);

        // then
        assertThat(damage.spares(2, false)).isTrue();
        assertThat(damage.spares(3, false)).isTrue();
        assertThat(damage.spares(5, false)).isFalse();
    }

    @Test
    void shouldNotBeHealedByAPictureThatWasCodedBeforeTheDamage() {
        // given: the key picture comes out when the damage behind it is known already
        damage.at(12);

        // then
        assertThat(damage.spares(10, true)).isTrue();
        assertThat(damage.spares(11, false)).isTrue();
        assertThat(damage.spares(13, false)).isFalse();
    }

    @Test
    void shouldNotSpareWhatIsShownBeforeTheKeyPictureThatItIsCodedAfter() {
        // given: an open group of pictures, shown 21, 22, 20
        damage.spares(1, true);
        damage.at(15);

        // then
        assertThat(damage.spares(21, false)).isFalse();
        assertThat(damage.spares(22, false)).isFalse();
        assertThat(damage.spares(20, true)).isTrue();
        assertThat(damage.spares(23, false)).isTrue();
    }

    @Test
    void shouldSpareAPictureThatStandsAloneThoughTheNextIsDamaged() {
        damage.at(5);
        damage.at(6);

        assertThat(damage.spares(7, true)).isTrue();
        assertThat(damage.spares(8, false)).isTrue();
    }
}
