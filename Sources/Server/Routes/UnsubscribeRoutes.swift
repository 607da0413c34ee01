import Engine
import HTTPTypes
import Hummingbird
import Ledger
import Mustache
import NIOCore

/// The page behind the link in each mail, at which no more of them can be asked for (RFC 8058). Whoever has the link may
/// do that and nothing else, so that it needs no token.
struct UnsubscribeRoutes {
    /// A form, or `List-Unsubscribe=One-Click`.
    private static let bytesMax = 4_096

    let engine: Engine
    private let page: MustacheTemplate

    init(engine: Engine) throws {
        self.engine = engine
        page = try MustacheTemplate(string: String(decoding: PackageResources.unsubscribe_mustache, as: UTF8.self))
    }

    func add(to router: Router<AppContext>) {
        router.get("unsubscribe/:key", use: ask)
        router.post("unsubscribe/:key", use: end)
    }

    private struct Model {
        var title: String
        var paragraphs: [String]
        var button: String?
        var titleEnglish: String
        var paragraphsEnglish: [String]
    }

    /// Changes nothing: programs that look at every link in a mail must not end it.
    @Sendable func ask(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let person = try await engine.subscriber(key: try context.parameters.require("key")) else {
            return unknown()
        }
        if person.mail == .off { return ended(person) }
        return html(
            Model(
                title: "Berhenti menerima surel pengingat?",
                paragraphs: [
                    "Untuk \(person.name).",
                    "Setelah ini pengingat tetap tercatat, tetapi tidak ada surel. Koordinator melihat bahwa Anda tidak menerima surel.",
                ], button: "Hentikan surel / Stop the mail", titleEnglish: "Stop the reminders by mail?",
                paragraphsEnglish: [
                    "For \(person.name).",
                    "Reminders stay on record, but no mail comes. The coordinators see that you get none. The button is above.",
                ]), status: .ok)
    }

    @Sendable func end(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try await request.bytes(upTo: Self.bytesMax)
        guard let person = try await engine.unsubscribe(key: try context.parameters.require("key")) else {
            return unknown()
        }
        return ended(person)
    }

    private func ended(_ person: Person) -> Response {
        html(
            Model(
                title: "Surel pengingat dihentikan",
                paragraphs: [
                    "\(person.name) tidak lagi menerima surel dari pksd; pengingat tetap tercatat, tetapi tidak ada surel.",
                    "Untuk menerimanya lagi, hubungi koordinator, atau: pksctl people change \"\(person.name)\" --mail each",
                ], titleEnglish: "The reminders by mail have ended",
                paragraphsEnglish: [
                    "\(person.name) gets no more mail from pksd. Reminders stay on record, but no mail comes.",
                    "To get it again, ask a coordinator, or: pksctl people change \"\(person.name)\" --mail each",
                ]), status: .ok)
    }

    private func unknown() -> Response {
        html(
            Model(
                title: "Tautan ini tidak dikenal",
                paragraphs: ["Salin tautan dari surel terakhir seutuhnya, atau hubungi koordinator."],
                titleEnglish: "This link is unknown",
                paragraphsEnglish: ["Copy the whole link from the latest mail, or ask a coordinator."]),
            status: .notFound)
    }

    private func html(_ model: Model, status: HTTPResponse.Status) -> Response {
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]
        headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        headers[.xContentTypeOptions] = "nosniff"
        // The address is a secret of theirs.
        headers[.referrerPolicy] = "no-referrer"
        return Response(
            status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: page.render(model))))
    }
}

extension HTTPField.Name {
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
}
