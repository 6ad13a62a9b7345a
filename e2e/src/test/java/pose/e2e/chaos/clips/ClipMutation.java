package pose.e2e.chaos.clips;

import java.util.Arrays;
import java.util.Random;

/** A way to spoil a video file; what comes of it is a function of the dice alone. */
enum ClipMutation {
    /** It breaks off. */
    TRUNCATED {
        @Override
        byte[] of(byte[] clip, Random dice) {
            return Arrays.copyOf(clip, dice.nextInt(clip.length));
        }
    },
    /** Some bits anywhere are turned. */
    FLIPPED {
        @Override
        byte[] of(byte[] clip, Random dice) {
            return flipped(clip.clone(), 0, clip.length, dice);
        }
    },
    /** Some bits near the beginning are turned, where most containers describe themselves. */
    FLIPPED_HEAD {
        @Override
        byte[] of(byte[] clip, Random dice) {
            return flipped(clip.clone(), 0, Math.min(clip.length, 2048), dice);
        }
    },
    /** Some bits near the end are turned, where an index may be. */
    FLIPPED_TAIL {
        @Override
        byte[] of(byte[] clip, Random dice) {
            int tail = Math.min(clip.length, 2048);
            return flipped(clip.clone(), clip.length - tail, tail, dice);
        }
    },
    /** Every part is a little wrong. */
    NOISY {
        @Override
        byte[] of(byte[] clip, Random dice) {
            byte[] noisy = clip.clone();
            for (int at = dice.nextInt(200); at < noisy.length; at += 1 + dice.nextInt(400)) {
                noisy[at] ^= (byte) (1 << dice.nextInt(8));
            }
            return noisy;
        }
    },
    /** Numbers, such as lengths, counts and sizes, are the largest, the smallest, or just beside. */
    EXTREME_NUMBERS {
        @Override
        byte[] of(byte[] clip, Random dice) {
            byte[] extreme = clip.clone();
            for (int i = 1 + dice.nextInt(4); i > 0; i--) {
                int bytes = 1 << dice.nextInt(4);
                int reach = dice.nextBoolean() ? clip.length : Math.min(clip.length, 2048);
                int at = dice.nextInt(reach - bytes);
                Arrays.fill(extreme, at, at + bytes, (byte) (dice.nextBoolean() ? 0xFF : 0));
                extreme[dice.nextBoolean() ? at : at + bytes - 1] = EXTREMES[dice.nextInt(EXTREMES.length)];
            }
            return extreme;
        }
    },
    /** A part is nothing but zeros. */
    ZEROED {
        @Override
        byte[] of(byte[] clip, Random dice) {
            byte[] zeroed = clip.clone();
            int from = dice.nextInt(clip.length);
            Arrays.fill(zeroed, from, Math.min(clip.length, from + 1 + dice.nextInt(4096)), (byte) 0);
            return zeroed;
        }
    },
    /** A part is missing in the middle. */
    CUT_OUT {
        @Override
        byte[] of(byte[] clip, Random dice) {
            int from = dice.nextInt(clip.length);
            int to = Math.min(clip.length, from + 1 + dice.nextInt(4096));
            byte[] rest = Arrays.copyOf(clip, clip.length - (to - from));
            System.arraycopy(clip, to, rest, from, clip.length - to);
            return rest;
        }
    },
    /** A part comes again, somewhere else. */
    REPEATED {
        @Override
        byte[] of(byte[] clip, Random dice) {
            byte[] repeated = clip.clone();
            int length = 1 + dice.nextInt(Math.min(clip.length, 4096));
            System.arraycopy(
                    clip,
                    dice.nextInt(clip.length - length + 1),
                    repeated,
                    dice.nextInt(clip.length - length + 1),
                    length);
            return repeated;
        }
    },
    /** Any bytes are put in. */
    NOISE_PUT_IN {
        @Override
        byte[] of(byte[] clip, Random dice) {
            byte[] noise = new byte[1 + dice.nextInt(2048)];
            dice.nextBytes(noise);
            int at = dice.nextInt(clip.length);
            byte[] longer = Arrays.copyOf(clip, clip.length + noise.length);
            System.arraycopy(noise, 0, longer, at, noise.length);
            System.arraycopy(clip, at, longer, at + noise.length, clip.length - at);
            return longer;
        }
    },
    /** Nothing at all is wrong. */
    NONE {
        @Override
        byte[] of(byte[] clip, Random dice) {
            return clip;
        }
    };

    private static final byte[] EXTREMES = {0, 1, 2, 0x7F, (byte) 0x80, (byte) 0xFE, (byte) 0xFF, 0x20};

    /** The spoilt file of a clip of more than 4 KiB, which is not written to. */
    abstract byte[] of(byte[] clip, Random dice);

    private static byte[] flipped(byte[] bytes, int from, int length, Random dice) {
        for (int i = 1 + dice.nextInt(16); i > 0; i--) {
            bytes[from + dice.nextInt(length)] ^= (byte) (1 << dice.nextInt(8));
        }
        return bytes;
    }
}
