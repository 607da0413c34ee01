import Foundation

/// How texts of the field are looked for: by the beginnings of words, whatever their case, their accents, the spelling of
/// before 1972 or the abbreviations that offices use.
public enum SearchFolding {
    /// Every form under which the words of a text are found.
    public static func forms(of text: String) -> Set<String> {
        words(of: text).reduce(into: []) { forms, word in
            for form in [word] + (abbreviations[word] ?? []) {
                forms.insert(form)
                forms.insert(modern(form))
            }
        }
    }

    /// What each word that somebody looks for may mean: one way is enough, and it takes all of its words.
    ///
    /// A text is found where for each word there is a way whose words all begin one of the text's ``forms(of:)``.
    public static func ways(of query: String) -> [[[String]]] {
        words(of: query).map { word in
            let modern = modern(word)
            let ways = [[word], modern == word ? nil : [modern], abbreviations[word]].compactMap { $0 }
            return ways
        }
    }

    /// In the order of the text, in lower case and without accents; whatever is no letter and no digit stands between words.
    public static func words(of text: String) -> [String] {
        let plain = text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.filter { scalar in
            // Of Jum'at and Ma'arif the apostrophe is often left out.
            scalar.properties.generalCategory != .nonspacingMark && !"'’ʼ‘`".unicodeScalars.contains(scalar)
        }
        return String(String.UnicodeScalarView(plain)).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The spelling of 1972 for that of Van Ophuijsen and Soewandi, as it lives on in names: Tjilatjap, Djoko, Soekarno.
    static func modern(_ word: String) -> String {
        word.replacing("tj", with: "c").replacing("dj", with: "j").replacing("nj", with: "ny")
            .replacing("oe", with: "u")
    }

    /// Short forms that papers and people use, and what they stand for.
    static let abbreviations: [String: [String]] = [
        "apbd": ["anggaran", "pendapatan", "belanja", "daerah"],
        "bapenda": ["badan", "pendapatan", "daerah"],
        "bappeda": ["badan", "perencanaan", "pembangunan", "daerah"],
        "bpjsk": ["bpjs", "kesehatan"], "bpjskes": ["bpjs", "kesehatan"],
        "bpjstk": ["bpjs", "ketenagakerjaan"], "bpjsket": ["bpjs", "ketenagakerjaan"],
        "bpkad": ["badan", "pengelolaan", "keuangan", "aset", "daerah"],
        "dinkes": ["dinas", "kesehatan"], "dinsos": ["dinas", "sosial"],
        "disdukcapil": ["dinas", "kependudukan", "pencatatan", "sipil"],
        "disnaker": ["dinas", "tenaga", "kerja"],
        "dpmd": ["dinas", "pemberdayaan", "masyarakat", "desa"],
        "dprd": ["dewan", "perwakilan", "rakyat", "daerah"],
        "dukcapil": ["kependudukan", "pencatatan", "sipil"],
        "jamsostek": ["jaminan", "sosial", "ketenagakerjaan"],
        "jkn": ["jaminan", "kesehatan", "nasional"],
        "kab": ["kabupaten"], "kabag": ["kepala", "bagian"], "kacab": ["kepala", "cabang"],
        "kadinkes": ["kepala", "dinas", "kesehatan"], "kadinsos": ["kepala", "dinas", "sosial"],
        "kb": ["kesepakatan", "bersama"], "kc": ["kantor", "cabang"], "kec": ["kecamatan"],
        "kedeputian": ["deputi"], "kel": ["kelurahan"], "kerjasama": ["kerja", "sama"],
        "mou": ["nota", "kesepahaman"], "nk": ["nota", "kesepakatan"],
        "pemda": ["pemerintah", "daerah"], "pemdes": ["pemerintah", "desa"],
        "pemkab": ["pemerintah", "kabupaten"], "pemkot": ["pemerintah", "kota"],
        "pemprov": ["pemerintah", "provinsi"], "pks": ["perjanjian", "kerja", "sama"],
        "prop": ["provinsi"], "propinsi": ["provinsi"], "prov": ["provinsi"],
        "rk": ["rencana", "kerja"], "sekda": ["sekretaris", "daerah"], "setda": ["sekretariat", "daerah"],
        "tkksd": ["tim", "koordinasi", "kerja", "sama", "daerah"], "walikota": ["wali", "kota"],
        "wawali": ["wakil", "wali", "kota"],
    ]
}

extension Agreement {
    /// All words by which the paper is looked for: its title, its ref, its parties and who signs for them, its numbers, and
    /// the region's name.
    public func searchForms(regionName: String?) -> Set<String> {
        let parties = parties.flatMap { [$0.name, $0.unit, $0.number, $0.signatory?.name, $0.signatory?.office] }
        let texts = [title, ref, regionName] + parties + documents.map(\.reference)
        return SearchFolding.forms(of: texts.compactMap { $0 }.joined(separator: "\n"))
    }
}
