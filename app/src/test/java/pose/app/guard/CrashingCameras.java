package pose.app.guard;

import java.io.IOException;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** A program for {@link GuardTest}: the first time it crashes in native code, as its argument says; then it ends with 7. */
public final class CrashingCameras {

    private CrashingCameras() {}

    /** Where no process has memory. */
    private static final class Nowhere extends Pointer {
        Nowhere() {
            address = 16;
        }
    }

    public static void main(String[] args) throws InterruptedException, IOException {
        String kept = Guarded.begin();
        Map<String, ?> aside = Guarded.aside();
        System.out.println(ProcessHandle.current().pid() + " aside " + aside.keySet() + " kept " + kept);
        if (args[0].equals("stay")) {
            Thread.currentThread().join();
        }
        if (!aside.isEmpty() || args[0].equals("end")) {
            System.exit(7);
        }
        Guarded.keep("sécret\nthing");
        Thread camera = new Thread(() -> new BytePointer(new Nowhere()).get(), args[0]);
        camera.start();
        camera.join();
    }
}
