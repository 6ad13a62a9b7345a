package pose.cpm;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import pose.cpm.network.Architecture;

/** Places for one batch's pictures, in a buffer where the engine will read them. One thread adds. */
final class InputRoom {

    private final Architecture architecture;
    private final InputBuffer input;
    private final int room;
    private int size;
    /** Beyond the room that was asked for: rare, so they are moved behind the others at the end. */
    private final List<FloatBuffer> beyond = new ArrayList<>();

    /** @param room for how many pictures the buffer is made, at least 1; more may come */
    InputRoom(Architecture architecture, InputBuffer input, int room) {
        this.architecture = architecture;
        this.input = input;
        this.room = room;
        input.of(architecture, room);
    }

    /** A place of one picture's values, which any thread may write. */
    FloatBuffer add() {
        int values = architecture.inputValues();
        int index = size++;
        if (index < room) {
            return input.of(architecture, room).slice(index * values, values);
        }
        FloatBuffer own = FloatBuffer.allocate(values);
        beyond.add(own);
        return own;
    }

    /** How many places were added. */
    int size() {
        return size;
    }

    /** Every picture, in the order of adding. */
    FloatBuffer all() {
        if (beyond.isEmpty()) {
            return input.of(architecture, size);
        }
        FloatBuffer all = new InputBuffer().of(architecture, size);
        all.put(input.of(architecture, room));
        beyond.forEach(own -> all.put(own.duplicate()));
        return all.flip();
    }

    InputBuffer input() {
        return input;
    }
}
