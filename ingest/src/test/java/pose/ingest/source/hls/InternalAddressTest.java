package pose.ingest.source.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InternalAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,loopback",
        "127.255.0.9,loopback",
        "0.0.0.0,this machine's",
        "10.1.2.3,private",
        "172.16.0.1,private",
        "172.31.255.255,private",
        "192.168.1.1,private",
        "100.64.0.1,shared",
        "100.100.100.200,shared",
        "169.254.169.254,link-local",
        "168.63.129.16,a cloud's",
        "224.0.0.251,multicast",
        "239.1.2.3,multicast",
        "255.255.255.255,reserved",
        "::,this machine's",
        "::1,loopback",
        "fe80::1,link-local",
        "fd00:ec2::254,private",
        "fc00::1,private",
        "fec0::1,private",
        "ff02::1,multicast",
        "::ffff:127.0.0.1,loopback",
        "::127.0.0.1,loopback",
        "::ffff:169.254.169.254,link-local",
        "64:ff9b::7f00:1,loopback",
        "64:ff9b:1::808:808,private",
        "2002:a9fe:a9fe::1,link-local",
        "2002:c0a8:101::1,private",
        "2001:0:4136:e378:8000:63bf:3f57:fefe,private",
    })
    void shouldKnowInternalAddresses(String address, String sort) throws Exception {
        assertThat(InternalAddress.sortOf(InetAddress.getByName(address))).hasValue(sort);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "11.0.0.1",
                "100.128.0.1",
                "169.253.1.1",
                "192.167.1.1",
                "2606:4700::1111",
                "64:ff9b::808:808",
                "2002:808:808::1",
            })
    void shouldKnowAddressesOfTheInternet(String address) throws Exception {
        assertThat(InternalAddress.sortOf(InetAddress.getByName(address))).isEmpty();
    }
}
