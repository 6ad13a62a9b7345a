package pose.app.command;

/** A time to wait, 1 s to 1 h. */
final class Seconds extends Bounded {

    Seconds() {
        super(1, 3600);
    }
}
