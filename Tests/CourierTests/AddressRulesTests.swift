import Courier
import Foundation
import Testing

@Suite struct `Address rules` {
    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.100.100.200",
        "100.127.255.255", "127.0.0.0", "127.0.0.1", "127.255.255.255", "168.63.129.16", "169.254.0.1",
        "169.254.169.254", "169.254.170.2", "172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.8", "192.0.0.192",
        "192.0.2.1", "192.31.196.1", "192.52.193.1", "192.88.99.1", "192.88.99.255", "192.168.0.0", "192.168.255.255",
        "192.175.48.1", "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255",
        "240.0.0.0", "255.255.255.254", "255.255.255.255",
    ])
    func `keep IPv4 leases away from addresses that are not public`(text: String) throws {
        try #expect(!AddressRules.publicOnly(except: []).permits(address(text)))
        // The same address in its IPv6 clothes.
        try #expect(!AddressRules.publicOnly(except: []).permits(address("::ffff:\(text)")))
    }

    @Test(arguments: [
        "::", "::1", "::2", "::127.0.0.1", "::ffff:0:127.0.0.1", "::ffff:7f00:1", "0:0:0:0:0:ffff:a00:1", "64:ff9b::1",
        "64:ff9b::7f00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "100:0:0:1::1", "1000::1",
        "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:1::1",
        "2001:2::1", "2001:3::1", "2001:4:112::1", "2001:10::1", "2001:20::1", "2001:30::1",
        "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db8::1", "2001:db8:ffff::1", "2002::1", "2002:7f00:1::1",
        "2002:a00:1::", "2620:4f:8000::1", "2620:4f:8000:ffff::1", "3fff::1", "3fff:fff::1", "4000::1", "5f00::1",
        "8000::1", "fc00::1", "fd00::1", "fd00:ec2::254", "fdff::1", "fe00::1", "fe80::1", "fe80::5efe:7f00:1",
        "febf::1", "fec0::1", "ff00::1", "ff02::1", "ff05::2", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    ])
    func `keep IPv6 leases away from addresses that are not public`(text: String) throws {
        try #expect(!AddressRules.publicOnly(except: []).permits(address(text)))
    }

    @Test(arguments: [
        "1.0.0.1", "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0", "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
        "192.0.1.0", "192.0.3.0", "192.88.98.255", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
        "203.0.112.255", "203.0.114.0", "223.255.255.255", "::ffff:8.8.8.8", "2000::1", "2001:200::1",
        "2001:4860:4860::8888", "2001:db7:ffff::1", "2001:db9::1", "2003::1", "2606:4700:4700::1111", "2620:4f:7fff::1",
        "2620:4f:8001::1", "2a00:1450::1", "3ffe::1", "3fff:1000::1",
    ])
    func `let public addresses through`(text: String) throws {
        try #expect(AddressRules.publicOnly(except: []).permits(address(text)))
    }

    @Test func `permit a named exception and nothing beside it`() throws {
        let rules = try AddressRules.publicOnly(except: [range("10.1.0.0/16"), range("fd00:1::/32")])
        for text in ["10.1.0.0", "10.1.255.255", "::ffff:10.1.2.3", "fd00:1::1", "8.8.8.8"] {
            try #expect(rules.permits(address(text)), "\(text)")
        }
        for text in ["10.0.255.255", "10.2.0.0", "fd00:2::1", "127.0.0.1", "::10.1.2.3"] {
            try #expect(!rules.permits(address(text)), "\(text)")
        }
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("::ffff:127.0.0.1", true), ("128.0.0.1", false),
        ("0.0.0.0", false), ("::", false), ("::2", false), ("10.0.0.1", false), ("8.8.8.8", false),
    ])
    func `know what loopback is`(text: String, isLoopback: Bool) throws {
        try #expect(AddressRules.loopbackOnly.permits(address(text)) == isLoopback)
        try #expect(AddressRules.any.permits(address(text)))
    }

    @Test func `survive JSON`() throws {
        for rules in try [
            AddressRules.any, .loopbackOnly, .publicOnly(except: [range("127.0.0.0/8"), range("::1/128")]),
        ] {
            let data = try JSONEncoder().encode(rules)
            #expect(try JSONDecoder().decode(AddressRules.self, from: data) == rules)
        }
    }
}

@Suite struct `An IP address` {
    @Test(arguments: [
        "", " 127.0.0.1", "127.0.0.1 ", "127.1", "127.0.0.1.", "0x7f.0.0.1", "0177.0.0.1", "2130706433", "256.0.0.1",
        "1.2.3.4.5", "localhost", "[::1]", "::1%lo", ":::", "1::2::3", "12345::", "127.0.0.1\u{0}", "::ffff:1.2.3",
    ])
    func `refuses every other spelling`(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"), ("255.0.10.1", "255.0.10.1"), ("::ffff:1.2.3.4", "1.2.3.4"),
        ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("::", "::"), ("fe80::0:1", "fe80::1"),
    ])
    func `is written in one way`(text: String, canonical: String) throws {
        try #expect(address(text).description == canonical)
    }
}

@Suite struct `An address range` {
    @Test(arguments: [
        "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/08", "10.0.0.0/8/8",
        "10.0.0.0/ 8", "10.0.0.1/8", "::1/0", "::/129", "10/8", "::ffff:0:0/95", "2001:db8::1/64", "example.org/8",
    ])
    func `refuses what is malformed or ambiguous`(text: String) {
        #expect(CIDR(text) == nil)
    }

    @Test(arguments: [
        ("127.0.0.0/8", "127.255.0.1", "128.0.0.0"), ("10.0.0.7", "10.0.0.7", "10.0.0.6"),
        ("0.0.0.0/0", "255.255.255.255", "::1"), ("::/0", "ffff::", "1.2.3.4"), ("fd00::/8", "fdff::1", "fc00::1"),
        ("::1", "::1", "::"), ("::ffff:10.0.0.0/104", "10.9.9.9", "11.0.0.0"), ("8.8.8.8/31", "8.8.8.9", "8.8.8.10"),
    ])
    func `contains its own and nothing else`(text: String, inside: String, outside: String) throws {
        let range = try range(text)
        #expect(try range.contains(address(inside)))
        #expect(try !range.contains(address(outside)))
    }

    @Test func `is a string in JSON`() throws {
        let data = try JSONEncoder().encode([range("127.0.0.0/8"), range("::1")])
        #expect(try JSONDecoder().decode([String].self, from: data) == ["127.0.0.0/8", "::1/128"])
        #expect(try JSONDecoder().decode([CIDR].self, from: data) == [range("127.0.0.0/8"), range("::1")])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CIDR].self, from: Data(#"["10.0.0.1/8"]"#.utf8))
        }
    }
}

private func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text), "\(text)") }

private func range(_ text: String) throws -> CIDR { try #require(CIDR(text), "\(text)") }
