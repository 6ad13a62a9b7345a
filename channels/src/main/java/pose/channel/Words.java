package pose.channel;

import java.util.Locale;
import pose.schema.Activation;

/** Records of the log in words for people. */
final class Words {

    private Words() {}

    /** What happened, who did it and why: {@code promoted by anna@desk: fewer lost ankles}. */
    static String of(Activation record) {
        String what = record.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String why = record.getWhy().isEmpty() ? "" : ": " + record.getWhy();
        return what + " by " + record.getBy() + why;
    }
}
