package pose.app.bench;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import pose.app.UserMistake;

/** Ports of loopback that nobody listens on. */
final class FreeUdpPorts {

    private FreeUdpPorts() {}

    /** So many different ones; another program may take one before they are used. */
    static List<Integer> find(int count) {
        List<DatagramSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(DatagramSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UserMistake("no " + count + " free UDP ports on loopback: " + e.getMessage(), e);
        } finally {
            held.forEach(DatagramSocket::close);
        }
    }

    static String url(int port) {
        return "udp://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
    }
}
