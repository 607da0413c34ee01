import Testing

@testable import Diagrams

@Suite struct `Text` {
    /// As a browser measures them in DejaVu Sans, the widest of the usual sans-serif fonts.
    @Test(arguments: [
        ("Menunggu persetujuan DPRD", TextBlock.Style.title, 232.5),
        ("Catat perubahan DPA (refocusing, pergeseran, perubahan APBD)", .caption, 390.3),
        ("Kembalikan ke telaah TKKSD → Menunggu", .row, 253.8), ("The QUICK brown fox; jumps #42 @ 7%", .row, 239.3),
        ("21 lewat", .badge, 53.2), ("council-consent", .id, 99.3), ("Ünïcödé ñ ç ß Œ – − … “x”", .row, 161.4),
        ("Согласование", .row, 88.5), ("WWWWMMMM@@@@", .heading, 210.7),
    ])
    func `takes no more room than is kept for it`(_ text: String, _ style: TextBlock.Style, _ measured: Double) {
        let width = style.lettering.width(text)
        #expect(width >= measured)
        #expect(width <= measured * 1.6)
    }

    @Test(arguments: [
        "naskah pihak tanda tangan", String(repeating: "x", count: 90), "a " + String(repeating: "W", count: 40),
    ])
    func `is broken where it must be`(_ text: String) {
        let lettering = TextBlock.Style.row.lettering
        let lines = lettering.wrapped(text, to: 100, lines: 20)
        #expect(lines.allSatisfy { lettering.width($0) <= 100 })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        let short = lettering.wrapped(text, to: 100, lines: 1)
        #expect(short.count == 1 && short[0].hasSuffix("…") && lettering.width(short[0]) <= 100)
    }

    @Test func `that is empty still takes a line`() {
        #expect(TextBlock.Style.row.lettering.wrapped(" \n ", to: 100, lines: 2) == [" "])
    }

    @Test(arguments: [(0.0, "0"), (12, "12"), (12.04, "12"), (12.06, "12.1"), (-0.5, "-0.5"), (-3.25, "-3.3")])
    func `of a number is short`(_ number: Double, _ text: String) { #expect(number.written == text) }
}
