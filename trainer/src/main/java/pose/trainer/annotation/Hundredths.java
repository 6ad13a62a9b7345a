package pose.trainer.annotation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Coordinates as files have them: hundredths of a pixel, which is what CVAT writes. */
final class Hundredths {

    private static final int DIGITS = 2;

    private Hundredths() {}

    /** As few digits as it needs, e.g. 12, 12.5, 12.34. */
    static BigDecimal of(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
        BigDecimal plain = rounded.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** Always two digits behind the point. */
    static String text(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
