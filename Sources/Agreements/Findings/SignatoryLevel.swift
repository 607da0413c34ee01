/// At which level of government or of BPJS somebody holds office, as the words of the office tell.
enum SignatoryLevel: String {
    case nation, province
    /// A kabupaten or a kota.
    case regency

    /// The level of a region, by its code.
    init(region code: String) { self = code == "00" ? .nation : code.contains(".") ? .regency : .province }

    var label: (id: String, en: String) {
        switch self {
        case .nation: ("pusat", "the centre")
        case .province: ("provinsi", "province")
        case .regency: ("kabupaten/kota", "kabupaten or kota")
        }
    }

    private static let governors = ["gubernur", "governor"]
    private static let regents = ["bupati", "wali kota", "walikota", "regent", "mayor"]

    /// - Returns: nil where the words do not say. A kabupaten that names its province, as many do, is still a kabupaten.
    static func ofGovernment(_ office: String) -> SignatoryLevel? {
        let words = Words(office)
        if words.contains(anyOf: regents) || words.contains(anyOf: ["kabupaten", "kota", "kab"]) { return .regency }
        if words.contains(anyOf: governors) || words.contains(anyOf: ["provinsi", "propinsi", "prov", "province"]) {
            return .province
        }
        return nil
    }

    /// Whether the office is that of a head of region, or of who acts for one.
    static func isHead(_ office: String) -> Bool { Words(office).begin(withAnyOf: governors + regents) }

    static func namesRegent(_ office: String) -> Bool { Words(office).contains(anyOf: regents) }

    /// BPJS has its head office, regions (*kedeputian wilayah*, *kantor wilayah*) and branches.
    static func ofBPJS(_ office: String) -> SignatoryLevel? {
        let words = Words(office)
        if words.contains(anyOf: ["cabang", "kc", "kcp", "branch"]) { return .regency }
        if words.contains(anyOf: ["deputi direksi", "deputi direktur", "kedeputian", "wilayah", "kanwil"]) {
            return .province
        }
        return words.contains(anyOf: ["direktur", "direksi"]) ? .nation : nil
    }
}
