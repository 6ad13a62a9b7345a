package pose.cpm;

/**
 * What a JPEG's frame header declares, read before anything is allocated for it (ITU-T T.81, B.2.2).
 *
 * @param width pixels, 1 to {@link #MAX_SIDE}
 * @param height pixels, 1 to {@link #MAX_SIDE}
 */
record JpegHeader(int width, int height) {

    /** Larger pictures than this on a side are refused: no camera sends them, a forged header does. */
    static final int MAX_SIDE = 8192;

    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    static JpegHeader read(byte[] jpeg) throws BrokenPictureException {
        if (jpeg.length < 4 || at(jpeg, 0) != 0xFF || at(jpeg, 1) != START_OF_IMAGE) {
            throw new BrokenPictureException("not a JPEG: it does not begin with FF D8 (" + jpeg.length + " bytes)");
        }
        int i = 2;
        while (i + 3 < jpeg.length) {
            if (at(jpeg, i) != 0xFF) {
                throw new BrokenPictureException("broken JPEG: no marker at byte " + i);
            }
            int marker = at(jpeg, i + 1);
            if (marker == 0xFF) {
                i++;
                continue;
            }
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                break;
            }
            int length = at(jpeg, i + 2) << 8 | at(jpeg, i + 3);
            if (isFrame(marker)) {
                return frame(jpeg, i);
            }
            i += 2 + Math.max(length, 2);
        }
        throw new BrokenPictureException("broken JPEG: no frame header in its " + jpeg.length + " bytes");
    }

    private static JpegHeader frame(byte[] jpeg, int marker) throws BrokenPictureException {
        if (marker + 9 > jpeg.length) {
            throw new BrokenPictureException("broken JPEG: it ends inside its frame header");
        }
        int height = at(jpeg, marker + 5) << 8 | at(jpeg, marker + 6);
        int width = at(jpeg, marker + 7) << 8 | at(jpeg, marker + 8);
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new BrokenPictureException(
                    "JPEG declares " + width + "×" + height + " pixels; allowed: 1 to " + MAX_SIDE + " on a side");
        }
        return new JpegHeader(width, height);
    }

    /** SOF0 to SOF15, without the tables (DHT, JPG, DAC) that lie between them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }
}
