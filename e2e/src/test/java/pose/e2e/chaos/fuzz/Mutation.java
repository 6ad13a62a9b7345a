package pose.e2e.chaos.fuzz;

import java.util.Arrays;
import java.util.Random;
import pose.e2e.chaos.FrameId;
import pose.e2e.chaos.Pictures;
import pose.schema.Encoding;

/** A way to spoil a frame; what comes of it is a function of the dice alone. */
enum Mutation {
    /** The record breaks off. */
    TRUNCATED_RECORD {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return truncated(Pictures.encoded(frame, jpeg), dice);
        }
    },
    /** The picture breaks off. */
    TRUNCATED_PICTURE {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return Pictures.encoded(frame, truncated(jpeg, dice));
        }
    },
    /** Some bits of the record are turned. */
    FLIPPED_RECORD {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return flipped(Pictures.encoded(frame, jpeg), dice);
        }
    },
    /** Some bits of the picture are turned: many decode none the less. */
    FLIPPED_PICTURE {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return Pictures.encoded(frame, flipped(jpeg, dice));
        }
    },
    /** The frame says another size than its picture has. */
    WRONG_SIZE {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return Pictures.encoded(frame, dice.nextInt(), dice.nextInt(10_000) - 10, Encoding.JPEG, jpeg);
        }
    },
    /** The picture declares a size that its bytes cannot fill, up to 65535 pixels a side. */
    BOMB {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            int width = 1 + dice.nextInt(65_535);
            int height = 8193 + dice.nextInt(65_535 - 8192);
            return Pictures.encoded(frame, width, height, Encoding.JPEG, Jpegs.declaring(jpeg, width, height));
        }
    },
    /** As a bomb, just within what is allowed: decoders fill what is not there with grey. */
    LARGEST_BOMB {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return Pictures.encoded(frame, 8192, 8192, Encoding.JPEG, Jpegs.declaring(jpeg, 8192, 8192));
        }

        @Override
        boolean heavy() {
            return true;
        }
    },
    /** Zeros, or nothing at all, in place of the record. */
    ZERO_RECORD {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return new byte[dice.nextInt(3) * dice.nextInt(1000)];
        }
    },
    /** Zeros, or nothing at all, in place of the picture. */
    ZERO_PICTURE {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return Pictures.encoded(frame, new byte[dice.nextInt(3) * dice.nextInt(1000)]);
        }
    },
    /** Any bytes, which begin as a JPEG does. */
    NOISE {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            byte[] noise = new byte[4 + dice.nextInt(2000)];
            dice.nextBytes(noise);
            noise[0] = (byte) 0xFF;
            noise[1] = (byte) 0xD8;
            noise[noise.length - 2] = (byte) 0xFF;
            noise[noise.length - 1] = (byte) 0xD9;
            return Pictures.encoded(frame, noise);
        }
    },
    /** Nobody knows how it is encoded. */
    UNKNOWN_ENCODING {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return Pictures.encoded(frame, Pictures.WIDTH, Pictures.HEIGHT, Encoding.UNKNOWN, jpeg);
        }
    },
    /** As small as a picture can be. */
    ONE_PIXEL {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return Pictures.encoded(frame, 1, 1, Encoding.JPEG, Jpegs.grey(1, 1));
        }
    },
    /** A sliver. */
    ONE_ROW {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            int width = 1 + dice.nextInt(3000);
            return Pictures.encoded(frame, width, 1, Encoding.JPEG, Jpegs.grey(width, 1));
        }
    },
    /** As large as a picture may be, nearly. */
    HUGE {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return Pictures.encoded(frame, 8000, 8000, Encoding.JPEG, Jpegs.grey(8000, 8000));
        }

        @Override
        boolean heavy() {
            return true;
        }
    },
    /** Nothing at all is wrong. */
    NONE {
        @Override
        byte[] of(FrameId frame, byte[] jpeg, Random dice) {
            return Pictures.encoded(frame, jpeg);
        }
    };

    /** The record value of a frame that is spoilt like this. */
    abstract byte[] of(FrameId frame, byte[] jpeg, Random dice);

    /** Whether it costs a decoder hundreds of megabytes, so that a few will do. */
    boolean heavy() {
        return false;
    }

    private static byte[] truncated(byte[] bytes, Random dice) {
        return Arrays.copyOf(bytes, dice.nextInt(bytes.length));
    }

    private static byte[] flipped(byte[] bytes, Random dice) {
        byte[] flipped = bytes.clone();
        int bits = 1 + dice.nextInt(16);
        for (int i = 0; i < bits; i++) {
            flipped[dice.nextInt(flipped.length)] ^= (byte) (1 << dice.nextInt(8));
        }
        return flipped;
    }
}
