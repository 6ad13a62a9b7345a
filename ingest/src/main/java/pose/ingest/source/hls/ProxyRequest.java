package pose.ingest.source.hls;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an HTTP client asks of its proxy (RFC 9112, 3.2).
 *
 * @param destination where to
 * @param tunnel whether it wants the bare connection, as for TLS
 * @param head otherwise what to say there: the request as the server expects it, to be answered and then closed
 */
record ProxyRequest(Destination destination, boolean tunnel, String head) {

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final Pattern LINE = Pattern.compile("([A-Z]+) (\\S+) HTTP/1\\.[01]");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)http://([^/?#]*)(.*)");
    private static final Pattern NOT_FOR_THE_SERVER = Pattern.compile("(?i)(?:proxy-[a-z]+|connection|keep-alive):.*");

    /** Reads a request up to its body; empty where it is none. */
    static Optional<ProxyRequest> read(InputStream in) throws IOException {
        List<String> lines = head(in).lines().toList();
        Matcher line = LINE.matcher(lines.get(0));
        if (!line.matches()) {
            return Optional.empty();
        }
        if (line.group(1).equals("CONNECT")) {
            return Destination.ofAuthority(line.group(2), 443).map(to -> new ProxyRequest(to, true, ""));
        }
        Matcher url = ABSOLUTE.matcher(line.group(2));
        if (!url.matches()) {
            return Optional.empty();
        }
        String path = url.group(2).startsWith("/") ? url.group(2) : "/" + url.group(2);
        StringBuilder head = new StringBuilder(line.group(1) + " " + path + " HTTP/1.1\r\n");
        for (String field : lines.subList(1, lines.size())) {
            if (!field.isEmpty() && !NOT_FOR_THE_SERVER.matcher(field).matches()) {
                head.append(field).append("\r\n");
            }
        }
        head.append("Connection: close\r\n\r\n");
        return Destination.ofAuthority(url.group(1), 80).map(to -> new ProxyRequest(to, false, head.toString()));
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0d0a0d0a) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("a request that is cut short");
            }
            bytes.write(next);
            if (bytes.size() > LONGEST_HEAD) {
                throw new IOException("a request of more than " + LONGEST_HEAD + " bytes");
            }
            last = last << 8 | next;
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
