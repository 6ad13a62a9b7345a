package pose.ingest.source.hls;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether an address is one that the internet has no business with: this machine's, a private network's, a link's, a cloud's
 * metadata service. After the special-purpose address registries of RFC 6890; an IPv6 address that carries an IPv4 address (RFC
 * 4291, 3056, 4380, 6052) is as internal as that one.
 */
final class InternalAddress {

    private record Block(InetAddress first, int bits, String name) {

        static Block of(String address, int bits, String name) {
            return new Block(literal(address), bits, name);
        }

        boolean contains(byte[] address) {
            byte[] prefix = first.getAddress();
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> BLOCKS = List.of(
            Block.of("0.0.0.0", 8, "this machine's"),
            Block.of("127.0.0.0", 8, "loopback"),
            Block.of("10.0.0.0", 8, "private"),
            Block.of("172.16.0.0", 12, "private"),
            Block.of("192.168.0.0", 16, "private"),
            Block.of("100.64.0.0", 10, "shared"),
            Block.of("169.254.0.0", 16, "link-local"),
            Block.of("168.63.129.16", 32, "a cloud's"),
            Block.of("192.0.0.0", 24, "reserved"),
            Block.of("192.0.2.0", 24, "reserved"),
            Block.of("192.88.99.0", 24, "reserved"),
            Block.of("198.18.0.0", 15, "reserved"),
            Block.of("198.51.100.0", 24, "reserved"),
            Block.of("203.0.113.0", 24, "reserved"),
            Block.of("224.0.0.0", 4, "multicast"),
            Block.of("240.0.0.0", 4, "reserved"),
            Block.of("::", 128, "this machine's"),
            Block.of("::1", 128, "loopback"),
            Block.of("fc00::", 7, "private"),
            Block.of("fe80::", 10, "link-local"),
            Block.of("fec0::", 10, "private"),
            Block.of("ff00::", 8, "multicast"),
            Block.of("100::", 64, "reserved"),
            Block.of("2001:db8::", 32, "reserved"));

    private static final Block COMPATIBLE = Block.of("::", 96, "");
    private static final Block NAT64 = Block.of("64:ff9b::", 96, "");
    private static final Block NAT64_LOCAL = Block.of("64:ff9b:1::", 48, "private");
    private static final Block SIX_TO_FOUR = Block.of("2002::", 16, "");
    private static final Block TEREDO = Block.of("2001::", 32, "");

    private InternalAddress() {}

    /** What sort of internal address it is; empty for one of the internet. */
    static Optional<String> sortOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (Block block : BLOCKS) {
            if (block.contains(bytes)) {
                return Optional.of(block.name());
            }
        }
        return address instanceof Inet4Address ? Optional.empty() : carried(bytes);
    }

    private static Optional<String> carried(byte[] bytes) {
        if (NAT64_LOCAL.contains(bytes)) {
            return Optional.of(NAT64_LOCAL.name());
        }
        if (COMPATIBLE.contains(bytes) || NAT64.contains(bytes)) {
            return sortOf(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return sortOf(Arrays.copyOfRange(bytes, 2, 6));
        }
        if (TEREDO.contains(bytes)) {
            byte[] client = Arrays.copyOfRange(bytes, 12, 16);
            for (int i = 0; i < client.length; i++) {
                client[i] = (byte) ~client[i];
            }
            return sortOf(client);
        }
        return Optional.empty();
    }

    private static Optional<String> sortOf(byte[] fourBytes) {
        try {
            return sortOf(InetAddress.getByAddress(fourBytes));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getAllByName(address)[0];
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
