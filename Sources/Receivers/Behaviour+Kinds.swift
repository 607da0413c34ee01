public import Documents

extension Behaviour {
    /// A kind of simulated receiver, as it is asked for by name.
    public struct Kind: Sendable {
        public let name: String
        /// What may follow the name, such as `=MS`; empty for nothing.
        public let parameters: String
        /// What such a receiver does, in one sentence.
        public let summary: Bilingual
        let make: @Sendable (inout Parameters) throws(Fault) -> Behaviour

        fileprivate init(
            _ name: String, _ parameters: String = "", id: String, en: String,
            make: @escaping @Sendable (inout Parameters) throws(Fault) -> Behaviour
        ) {
            self.name = name
            self.parameters = parameters
            summary = Bilingual(id: id, en: en)
            self.make = make
        }

        fileprivate init(_ name: String, id: String, en: String, _ behaviour: Behaviour) {
            self.init(name, id: id, en: en) { _ in behaviour }
        }
    }

    /// All kinds there are, the good ones first.
    public static let kinds: [Kind] = [
        Kind(
            "ok", id: "Membaca, memeriksa tanda tangan bila diberi rahasia, menjawab 204.",
            en: "Reads, checks the signature when it is given a secret, answers 204.", .ok),
        Kind(
            "strict", id: "Menjawab 401 bila tanda tangan salah atau waktunya meleset lebih dari 5 menit.",
            en: "Answers 401 to a wrong signature or a time more than 5 minutes off.", .strict),
        Kind("lenient", id: "Menerima tanda tangan apa pun.", en: "Accepts any signature.", .lenient),
        Kind(
            "duplicate-check", id: "Melaporkan webhook-id yang datang lagi setelah diterima.",
            en: "Reports a webhook-id that comes again after it was accepted.", .duplicateCheck),
        Kind(
            "unordered-check",
            id: "Melaporkan peristiwa yang diterima setelah peristiwa berikutnya dari PKS yang sama.",
            en: "Reports an event accepted after a later one of the same agreement.", .unorderedCheck),
        Kind(
            "handshake", "[=PER_MINUTE]", id: "Menyetujui jabat tangan OPTIONS dari CloudEvents.",
            en: "Consents to the OPTIONS handshake of CloudEvents."
        ) { parameters throws(Fault) in
            .handshake(rate: try parameters.number(1...1_000_000))
        },
        Kind(
            "interim", id: "Mendahului jawabannya dengan 100, 102 dan 103.",
            en: "Sends 100, 102 and 103 before its answer.", .interim),
        Kind(
            "early", id: "Menjawab sebelum membaca isi, lalu menutup sambungan.",
            en: "Answers before it has read the body, and hangs up.", .early),
        Kind(
            "slow", "=MS", id: "Menjawab 204 setelah sekian milidetik.",
            en: "Answers 204 after so many milliseconds."
        ) { parameters throws(Fault) in
            .slow(milliseconds: try parameters.needed(0...3_600_000))
        },
        Kind(
            "fail", "[=STATUS[,PERCENT]]", id: "Menjawab dengan status galat, atau hanya sekian persen di antaranya.",
            en: "Answers with a status of failure, or only so many percent of the time."
        ) { parameters throws(Fault) in
            .fail(status: try parameters.number(200...599) ?? 503, percent: try parameters.number(0...100) ?? 100)
        },
        Kind(
            "flapping", "[=N]", id: "Sehat untuk N permintaan, sakit (503) untuk N berikutnya.",
            en: "Well for N requests, unwell (503) for the next N."
        ) { parameters throws(Fault) in
            .flapping(every: try parameters.number(1...1_000_000) ?? 1)
        },
        Kind(
            "busy", "[=SECONDS[,date]]", id: "Menjawab 429 dengan Retry-After dalam detik atau sebagai tanggal.",
            en: "Answers 429 with a Retry-After in seconds or as a date."
        ) { parameters throws(Fault) in
            .busy(seconds: try parameters.number(0...86_400 * 30) ?? 30, asDate: try parameters.flag("date"))
        },
        Kind("gone", id: "Menjawab 410: jangan datang lagi.", en: "Answers 410: do not come back.", .gone),
        Kind(
            "redirect", "[=URL]", id: "Menjawab 302 ke alamat yang tidak boleh dikunjungi, dan menghitung yang datang.",
            en: "Answers 302 to an address that must not be visited, and counts who comes."
        ) { parameters throws(Fault) in
            .redirect(to: parameters.text())
        },
        Kind("hang", id: "Membaca dan tidak pernah menjawab.", en: "Reads and never answers.", .hang),
        Kind(
            "drip", "[=MS]", id: "Menjawab satu bita per detik, atau per sekian milidetik.",
            en: "Answers one byte a second, or in so many milliseconds."
        ) { parameters throws(Fault) in
            .drip(milliseconds: try parameters.number(1...3_600_000) ?? 1_000)
        },
        Kind(
            "endless", id: "Menjawab 200 dengan isi tanpa akhir.", en: "Answers 200 with a body without end.", .endless),
        Kind("endless-headers", id: "Mengirim tajuk tanpa akhir.", en: "Sends headers without end.", .endlessHeaders),
        Kind(
            "gzip-bomb", id: "Menjawab dengan 8 KiB yang mengembang menjadi 8 MiB.",
            en: "Answers with 8 KiB that expand to 8 MiB.", .gzipBomb),
        Kind(
            "reset", id: "Membaca, lalu memutus sambungan (RST).", en: "Reads, then breaks the connection (RST).",
            .reset),
        Kind(
            "reset-before", id: "Memutus sambungan (RST) sebelum membaca.",
            en: "Breaks the connection (RST) before it reads.", .resetBefore),
        Kind("crash", id: "Menutup sambungan di tengah tajuk.", en: "Hangs up in the middle of the headers.", .crash),
        Kind(
            "truncated", id: "Menjanjikan isi yang lebih panjang daripada yang dikirim.",
            en: "Promises more body than it sends.", .truncated),
        Kind(
            "bad-length", id: "Mengirim Content-Length yang bukan angka.",
            en: "Sends a Content-Length that is no number.", .badLength),
        Kind(
            "garbage", id: "Menjawab dengan bita yang bukan HTTP.", en: "Answers with bytes that are no HTTP.", .garbage
        ),
    ]

    /// - Parameter text: a kind's name and its parameters, such as `ok`, `slow=500` or `fail=503,20`.
    public init(_ text: String) throws(Fault) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = Self.kinds.first(where: { $0.name == parts[0] }) else { throw .unknownKind(String(parts[0])) }
        var parameters = Parameters(of: kind, parts.count > 1 ? parts[1] : nil)
        self = try kind.make(&parameters)
        try parameters.end()
    }

    /// Why a text names no behaviour.
    public enum Fault: ExplainedError, Equatable {
        case unknownKind(String)
        case badParameters(kind: String, form: String)

        public var message: Bilingual {
            switch self {
            case .unknownKind(let name):
                Bilingual(id: "tidak ada penerima tiruan '\(name)'", en: "there is no simulated receiver '\(name)'")
            case .badParameters(let kind, let form):
                Bilingual(id: "'\(kind)' ditulis \(kind)\(form)", en: "'\(kind)' is written \(kind)\(form)")
            }
        }
    }
}
