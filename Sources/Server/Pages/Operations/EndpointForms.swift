import Agreements
import Calendars
import Documents
import Engine
import Ledger
import Webhooks

/// The forms by which webhook endpoints are made, changed, tried and sent to again.
struct EndpointForms {
    static let root = "/operations/webhooks"

    /// Only an admin may open inner addresses.
    let mayAllow: Bool

    static func path(_ endpoint: WebhookEndpoint) -> String { "\(root)/\(endpoint.id)" }

    // MARK: Making and changing

    var create: Form {
        Form(
            id: "create", action: EndpointForms.root,
            title: Bilingual(id: "Tambah webhook", en: "Add a webhook"),
            button: Bilingual(id: "Buat dan tunjukkan rahasianya", en: "Make it and show its secret"),
            fields: settings(
                WebhookEndpoint(id: "", url: nil, createdAt: Instant(milliseconds: 0), secrets: .init(signing: [])))
                + [key("key", Bilingual(id: "Cara menandatangani", en: "How it is signed"))],
            hint: Bilingual(
                id: "Rahasianya ditunjukkan satu kali saja, pada halaman berikut.",
                en: "Its secret is shown once only, on the next page."))
    }

    func change(_ endpoint: WebhookEndpoint) -> Form {
        Form(
            id: "change", action: EndpointForms.path(endpoint) + "/change",
            title: Bilingual(id: "Ubah pengaturan", en: "Change the settings"),
            button: Bilingual(id: "Simpan", en: "Save"), fields: settings(endpoint) + limits(endpoint),
            showsRecord: true)
    }

    private func settings(_ endpoint: WebhookEndpoint) -> [Form.Field] {
        let filter = endpoint.filter
        var fields = [
            Form.Field(
                name: "url", label: Bilingual(id: "Alamat penerima", en: "Address of the receiver"), content: .text,
                isRequired: false,
                hint: Bilingual(
                    id: "https://…; kosong bila penerima menarik sendiri",
                    en: "https://…; empty where the receiver pulls by itself"), value: endpoint.url ?? ""),
            Form.Field(
                "events", Bilingual(id: "Peristiwa", en: "Events"), .choices(EndpointForms.events(beside: filter)),
                value: filter.events.joined(separator: ",")),
            Form.Field(
                name: "regions", label: Bilingual(id: "Hanya daerah", en: "Only regions"), content: .regions,
                isRequired: false, hint: Bilingual(id: "kode, satu per baris: 53.71", en: "codes, one a line: 53.71"),
                value: filter.regions.joined(separator: "\n")),
            Form.Field(
                "kinds", Bilingual(id: "Hanya jenis naskah (kosong: semua)", en: "Only kinds of papers (none: all)"),
                .choices(.all(AgreementKind.self, \.label)), isRequired: false,
                value: filter.kinds.map(\.rawValue).joined(separator: ",")),
            Form.Field(
                name: "condition", label: Bilingual(id: "Syarat (CEL)", en: "Condition (CEL)"), content: .text,
                isRequired: false,
                hint: Bilingual(
                    id: "seperti region.startsWith(\"53\")", en: "such as region.startsWith(\"53\")"),
                value: filter.condition ?? ""),
            Form.Field(
                "format", Bilingual(id: "Bentuk", en: "Format"), .choice(.all(WebhookFormat.self, \.label)),
                value: endpoint.format.rawValue),
            Form.Field(
                "thin", Bilingual(id: "Ringkas: hanya apa yang terjadi", en: "Thin: only what happened"), .flag,
                isRequired: false, value: String(endpoint.isThin)),
        ]
        if mayAllow {
            fields.append(
                Form.Field(
                    name: "allow",
                    label: Bilingual(id: "Izinkan alamat dalam", en: "Allow inner addresses"), content: .lines,
                    isRequired: false,
                    hint: Bilingual(id: "rentang CIDR: 10.0.0.0/8", en: "CIDR ranges: 10.0.0.0/8"),
                    value: endpoint.allow.joined(separator: "\n")))
        }
        return fields
    }

    private func limits(_ endpoint: WebhookEndpoint) -> [Form.Field] {
        let limits = endpoint.limits
        return [
            Form.Field(
                "in_flight", Bilingual(id: "Permintaan sekaligus", en: "Requests at one time"), .integer,
                value: String(limits.inFlight)),
            Form.Field(
                "per_minute", Bilingual(id: "Paling banyak per menit", en: "At most a minute"), .integer,
                isRequired: false, value: limits.perMinute.map(String.init) ?? ""),
            Form.Field(
                "timeout_seconds", Bilingual(id: "Batas waktu (detik)", en: "Timeout (seconds)"), .integer,
                value: String(limits.timeoutSeconds)),
            Form.Field(
                "batch", Bilingual(id: "Peristiwa per kiriman bersama", en: "Events in a batch"), .integer,
                value: String(limits.batch)),
            Form.Field(
                "http_version", Bilingual(id: "Versi HTTP", en: "HTTP version"),
                .choice(.all(EndpointLimits.HTTPVersion.self) { Bilingual(id: $0.rawValue, en: $0.rawValue) }),
                value: limits.httpVersion.rawValue),
        ]
    }

    private func key(_ name: String, _ label: Bilingual) -> Form.Field {
        Form.Field(name, label, .choice(.all(WebhookKey.Kind.self, \.label)))
    }

    /// What the form shows and somebody left empty is taken away.
    func wish(_ map: MapReader, _ problems: Problems, isNew: Bool) -> EndpointWish {
        var wish = EndpointWish(map, problems)
        wish.regions = wish.regions ?? []
        wish.kinds = wish.kinds ?? []
        wish.isThin = wish.isThin ?? false
        guard !isNew else { return wish }
        wish.url = wish.url ?? ""
        wish.condition = wish.condition ?? ""
        wish.perMinute = wish.perMinute ?? 0
        if mayAllow { wish.allow = wish.allow ?? [] }
        return wish
    }

    /// Everything, whole families, and whatever the endpoint names one by one.
    private static func events(beside filter: EndpointFilter) -> [Form.Choice] {
        var names = ["*"]
        for type in EventType.allCases {
            let family = type.rawValue.prefix { $0 != "." } + ".*"
            if !names.contains(String(family)) { names.append(String(family)) }
        }
        names += filter.events.filter { !names.contains($0) }
        return names.map { name in
            Form.Choice(
                value: name,
                label: name == "*" ? Bilingual(id: "semua (*)", en: "all (*)") : Bilingual(id: name, en: name))
        }
    }

    // MARK: One endpoint

    private func form(
        _ id: String, _ endpoint: WebhookEndpoint, _ title: Bilingual, button: Bilingual? = nil,
        _ fields: [Form.Field] = [], hint: Bilingual? = nil, isDangerous: Bool = false
    ) -> Form {
        Form(
            id: id, action: "\(EndpointForms.path(endpoint))/\(id)", title: title, button: button ?? title,
            fields: fields, hint: hint, isDangerous: isDangerous)
    }

    func toggle(_ endpoint: WebhookEndpoint) -> Form {
        form(
            "switch", endpoint,
            endpoint.enabled ? Bilingual(id: "Matikan", en: "Switch off") : Bilingual(id: "Nyalakan", en: "Switch on"),
            [.hidden("enabled", String(!endpoint.enabled))], isDangerous: endpoint.enabled)
    }

    func test(_ endpoint: WebhookEndpoint) -> Form {
        form("test", endpoint, Bilingual(id: "Kirim percobaan", en: "Send a test"))
    }

    func verify(_ endpoint: WebhookEndpoint) -> Form {
        form("verify", endpoint, Bilingual(id: "Periksa penerimanya", en: "Verify the receiver"))
    }

    func rotate(_ endpoint: WebhookEndpoint) -> Form {
        form(
            "rotate", endpoint, Bilingual(id: "Ganti rahasia", en: "Rotate the secret"),
            [
                key("key", Bilingual(id: "Kunci baru", en: "New key")),
                Form.Field(
                    name: "overlap_hours",
                    label: Bilingual(id: "Kunci lama masih berlaku (jam)", en: "The old key goes on (hours)"),
                    content: .integer, hint: Bilingual(id: "0 sampai 168", en: "0 to 168"), value: "24"),
            ],
            hint: Bilingual(
                id: "Selama itu setiap kiriman ditandatangani dengan keduanya.",
                en: "For so long each delivery is signed with both."))
    }

    func delete(_ endpoint: WebhookEndpoint) -> Form {
        form(
            "delete", endpoint, Bilingual(id: "Hapus webhook ini", en: "Delete this webhook"),
            button: Bilingual(id: "Ya, hapus", en: "Yes, delete it"), isDangerous: true)
    }

    func cancel(_ replay: DeliveryReplay, of endpoint: WebhookEndpoint) -> Form {
        Form(
            id: "cancel-\(replay.id)", action: "\(EndpointForms.path(endpoint))/replays/\(replay.id)/cancel",
            title: Bilingual(id: "Hentikan", en: "Stop it"), button: Bilingual(id: "Hentikan", en: "Stop it"),
            fields: [],
            isDangerous: true)
    }

    // MARK: Sending again

    private static let missing = Form.Choice(
        value: "true", label: Bilingual(id: "yang belum sampai", en: "those that have not arrived"))
    private static let all = Form.Choice(
        value: "false", label: Bilingual(id: "semua, juga yang sudah sampai", en: "all, those that arrived as well"))

    func replay(_ endpoint: WebhookEndpoint) -> Form {
        form(
            "replay", endpoint, Bilingual(id: "Kirim ulang", en: "Send again"),
            button: Bilingual(id: "Hitung dulu", en: "Count first"),
            [
                Form.Field(
                    "missing", Bilingual(id: "Yang mana", en: "Which"),
                    .choice([EndpointForms.missing, EndpointForms.all])),
                Form.Field(
                    "since", Bilingual(id: "Sejak tanggal", en: "Since"), .day, isRequired: false),
                Form.Field("until", Bilingual(id: "Sebelum tanggal", en: "Before"), .day, isRequired: false),
                Form.Field(
                    "seq", Bilingual(id: "Hanya peristiwa nomor", en: "Only the event with the number"), .integer,
                    isRequired: false),
                Form.Field(
                    "agreement_id",
                    Bilingual(id: "Hanya perjanjian (id atau ref)", en: "Only the agreement (id or ref)"), .text,
                    isRequired: false),
            ])
    }

    /// The same once more, hidden, to be confirmed.
    func confirm(_ endpoint: WebhookEndpoint, _ input: FormInput) -> Form {
        form(
            "replay-confirmed", endpoint, Bilingual(id: "Kirim sekarang", en: "Send now"),
            replay(endpoint).fields.map { $0.carrying(input.text($0.name)) })
    }

    /// - Parameter zone: whose midnights the days begin at.
    static func replayWish(_ map: MapReader, _ problems: Problems, _ zone: Zone) -> ReplayWish? {
        func midnight(_ key: String) -> Instant? {
            map.optional(key).flatMap { problems.day($0) }.map { zone.instant(of: $0) }
        }
        let onlyMissing = map.text("missing").map { $0 == "true" } ?? true
        let selection = DeliveryReplay.Selection(
            onlyMissing: onlyMissing, since: midnight("since"), until: midnight("until"), events: [],
            agreement: map.optionalText("agreement_id"))
        let seq = map.optional("seq") != nil ? map.integer("seq", in: 1...Int64.max, problems) : nil
        return ReplayWish(selection, seq: seq)
    }
}
