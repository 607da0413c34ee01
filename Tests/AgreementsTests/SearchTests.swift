import Testing

@testable import Agreements

/// Words as people of the field look for them.
@Suite struct `Search, as the field writes` {
    /// Slow and plain: what the rules say, word by word.
    private func finds(_ query: String, in text: String) -> Bool {
        func letters(_ word: Substring) -> String {
            var plain = String(word)
            for (from, to) in [("é", "e"), ("É", "e"), ("'", ""), ("ü", "u")] {
                plain = plain.replacing(from, with: to)
            }
            return plain.lowercased()
        }
        func spelt(_ word: String) -> [String] {
            var modern = ""
            var rest = word[...]
            while !rest.isEmpty {
                let old = [("tj", "c"), ("dj", "j"), ("oe", "u")].first { rest.hasPrefix($0.0) }
                modern += old?.1 ?? String(rest.prefix(1))
                rest = rest.dropFirst(old == nil ? 1 : 2)
            }
            return [word, modern.replacing("nj", with: "ny")]
        }
        func words(_ text: String) -> [String] {
            text.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(letters).filter { !$0.isEmpty }
        }
        let known = words(text).flatMap { [$0] + (SearchFolding.abbreviations[$0] ?? []) }.flatMap(spelt)
        return words(query).allSatisfy { word in
            let ways = spelt(word).map { [$0] } + (SearchFolding.abbreviations[word].map { [$0] } ?? [])
            return ways.contains { way in way.allSatisfy { part in known.contains { $0.hasPrefix(part) } } }
        }
    }

    private func folded(_ query: String, in text: String) -> Bool {
        let forms = SearchFolding.forms(of: text)
        return SearchFolding.ways(of: query).allSatisfy { ways in
            ways.contains { way in way.allSatisfy { part in forms.contains { $0.hasPrefix(part) } } }
        }
    }

    @Test(arguments: [
        ("pemkab kupang", "Pemerintah Kabupaten Kupang"), ("pemerintah kab", "Pemkab Kupang"),
        ("PKS JKN", "Perjanjian Kerja Sama Jaminan Kesehatan Nasional"), ("kerja sama", "PKS 2026"),
        ("sukarno", "Ir. Soekarno"), ("soek", "Ir. Soekarno"), ("so", "Soekarno"), ("cilacap", "Tjilatjap"),
        ("tjilatjap", "Kabupaten Cilacap"), ("djakarta", "Jakarta"), ("nyoman", "I Njoman Gde"),
        ("banjar", "Bandjarmasin"), ("wali kota", "Walikota Malang"), ("walikota", "Wali Kota Malang"),
        ("440/9152", "440/9152/438.5.2/2022"), ("293/KTR/VII-12", "293/KTR/VII-12/1222"), ("dinkes", "Dinas Kesehatan"),
        ("jumat", "Jum'at Kliwon"), ("jum’at", "Jumat"), ("JOSE", "José"), ("bpjstk", "BPJS Ketenagakerjaan"),
        ("prop ntt", "Provinsi NTT"), ("ｐｋｓ", "PKS"),
    ])
    func `is found`(query: String, text: String) { #expect(folded(query, in: text)) }

    @Test(arguments: [
        ("kupang malang", "Kota Kupang"), ("pang", "Kupang"), ("pemkot", "Pemerintah Kabupaten Kupang"),
        ("dinkes", "Dinas Sosial"), ("2027", "PKS 2026"),
    ])
    func `is not found`(query: String, text: String) { #expect(!folded(query, in: text)) }

    @Test func `what is no word looks for nothing`() {
        for query in ["", " ", "!?", "\u{0}", "«»", "'"] { #expect(SearchFolding.ways(of: query).isEmpty) }
        #expect(SearchFolding.forms(of: "😀 \u{202E}abc\u{0}def").isSuperset(of: ["abc", "def"]))
    }

    @Test func `five thousand made-up searches agree with the slow rules`() {
        var seed: UInt64 = 20_261_127
        func roll(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % count
        }
        let parts = ["tj", "dj", "nj", "oe", "k", "u", "pang", "é", "a", "n", "j", "t", "d", "o", "e", "9", "ny"]
        let short = SearchFolding.abbreviations.keys.sorted()
        func word() -> String {
            if roll(4) == 0 { return short[roll(short.count)] }
            if roll(6) == 0 { return SearchFolding.abbreviations[short[roll(short.count)]]?.first ?? "" }
            return (0...roll(3)).map { _ in parts[roll(parts.count)] }.joined()
        }
        func text(_ count: Int) -> String {
            (0..<count).map { _ in roll(3) == 0 ? word().uppercased() : word() }.joined(
                separator: [" ", "/", "-"][roll(3)])
        }
        var found = 0
        for _ in 0..<5_000 {
            let (query, text) = (text(1 + roll(2)), text(1 + roll(6)))
            let expected = finds(query, in: text)
            found += expected ? 1 : 0
            #expect(folded(query, in: text) == expected, "'\(query)' in '\(text)'")
        }
        #expect(found > 200)
    }
}
