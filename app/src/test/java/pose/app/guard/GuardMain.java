package pose.app.guard;

/** A guard over {@link CrashingCameras}, as a program. */
public final class GuardMain {

    private GuardMain() {}

    public static void main(String[] args) {
        System.exit(Guard.run(CrashingCameras.class.getName(), args, System.out, System.err));
    }
}
