import Agreements
import Calendars
import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

/// What all pages are made with.
struct Pages: Sendable {
    let engine: Engine
    let templates: Templates
    let assets = Assets()
    let cookie: SessionCookie
    /// Where others reach the daemon, without a slash at the end; nil where that is not said.
    let publicURL: String?
    let signOn: SignOnProviders

    init(engine: Engine, signOn: SignOnProviders, publicURL: String?) throws {
        self.engine = engine
        self.signOn = signOn
        templates = try Templates()
        cookie = SessionCookie(isSecure: publicURL?.hasPrefix("https:") ?? false)
        self.publicURL = publicURL
    }

    // MARK: Answers

    /// A page inside the frame that all of them share.
    ///
    /// - Parameters:
    ///   - template: its own part, one of ``Templates/embedded``.
    ///   - section: the part of the house that it stands in, marked in the menu.
    ///   - news: what it is to notice while it is open.
    func page(
        _ template: String, _ title: String, in section: Section?, _ content: Any, _ context: PageContext,
        news: Frame.News? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        var frame = Frame(self, title: title, section: section, context)
        frame.news = news
        return html(templates.render(template, Whole(frame: frame, content: content), in: context.language), status)
    }

    /// A page for somebody who has not signed in.
    func publicPage(
        _ template: String, _ title: String, _ content: Any, _ language: Language, path: String,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let frame = Frame(self, title: title, language, path: path)
        return html(templates.render(template, Whole(frame: frame, content: content), in: language), status)
    }

    private struct Whole {
        var frame: Frame
        var content: Any
    }

    private func html(_ text: String, _ status: HTTPResponse.Status) -> Response {
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]
        headers[.contentSecurityPolicy] = Pages.contentSecurityPolicy
        headers[.xContentTypeOptions] = "nosniff"
        headers[.referrerPolicy] = "same-origin"
        headers[.crossOriginOpenerPolicy] = "same-origin"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// Nothing but our own stylesheet, script, pictures and forms; nobody may frame a page.
    private static let contentSecurityPolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
        base-uri 'none'; frame-ancestors 'none'
        """

    /// After something was done: the page that shows it, so that reloading does not do it again.
    func done(_ path: String) -> Response { Response.redirect(to: path, type: .normal) }

    /// The same, and says there that it is kept.
    ///
    /// - Parameter path: may lead to a part of the page, after `#`.
    func saved(_ path: String) -> Response {
        let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let page = parts[0] + (parts[0].contains("?") ? "&" : "?") + Frame.saved
        return done(page + (parts.count > 1 ? "#\(parts[1])" : ""))
    }

    // MARK: Forms

    func model(
        _ form: Form, _ context: PageContext, input: FormInput? = nil, refusal: FormRefusal? = nil
    ) -> FormModel {
        FormModel(form, context, request: engine.newRequestName(), input: input, refusal: refusal)
    }

    /// Reads a form that came back and does what it asks.
    ///
    /// - Returns: nil where it was done; otherwise why it was refused, to be drawn beside what was typed.
    /// - Throws: what a person cannot mend in the form.
    func carryOut<Value>(
        _ form: Form, _ context: PageContext, reading: (MapReader, Problems) throws -> Value?,
        doing act: (Value, Circumstances) async throws -> Void
    ) async throws -> FormRefusal? {
        if let overtaken = form.overtaken(by: context.input) { return FormRefusal(errors: [overtaken]) }
        do {
            let document = form.document(of: context.input, regions: engine.rules.reference.regions)
            try IdentityNumbers.refuse(in: document)
            let problems = Problems()
            let map = MapReader(document, problems)
            let value = try reading(map, problems)
            map.finish()
            try problems.check()
            guard let value else {
                return FormRefusal(errors: [Bilingual(id: "isian belum lengkap", en: "the form is incomplete")])
            }
            try await act(value, try circumstances(of: form, document, context))
            return nil
        } catch let error as DocumentError {
            return FormRefusal(problems: error.problems)
        } catch let error as EngineError {
            switch error {
            case .invalid(let problems): return FormRefusal(problems: problems)
            case .stale(let version): return try await race(form, to: version, context)
            case .unauthorized, .notFound, .versionRequired: throw error
            case .forbidden, .refTaken, .keyReused, .impossible, .unmet: return FormRefusal(errors: [error.message])
            }
        }
    }

    private func circumstances(
        of form: Form, _ document: Node, _ context: PageContext
    ) throws -> Circumstances {
        var circumstances = Circumstances(principal: context.principal, visitor: context.visitor)
        circumstances.version = Int(context.input.text(FormFields.version))
        let request = context.input.text(FormFields.request)
        if !request.isEmpty, request.utf8.count <= 255 {
            let fingerprint = Tokens.hash("\(form.action)\n\(try CanonicalJSON.text(document.json))")
            circumstances.idempotency = .init(key: request, fingerprint: fingerprint.base64EncodedString())
        }
        return circumstances
    }

    /// What others have done to an agreement since the form was drawn.
    private func race(_ form: Form, to version: Int, _ context: PageContext) async throws -> FormRefusal {
        let seen = Int(context.input.text(FormFields.version)) ?? version
        let parts = form.action.split(separator: "/")
        guard parts.count >= 2, parts[0] == "agreements" else {
            return FormRefusal(errors: [EngineError.stale(version: version).message])
        }
        let agreement = try await engine.agreement(String(parts[1]), for: context.principal)
        let events = try await engine.ledger.events(EventQuery(subject: .agreement(agreement.id), limit: .max))
        let sentences = EventSentences(
            language: context.language, workflow: engine.rules.workflow(of: agreement), agreement: agreement)
        let zone = engine.rules.zone(of: agreement)
        let since = events.filter { $0.version > seen }.map { event in
            "\(zone.text(event.recordedAt, context.language)), \(event.actor.name): \(sentences.sentence(event))"
        }
        return FormRefusal(race: (since, agreement.version))
    }
}

extension Pages {
    /// The public address as browsers name it (RFC 6454, 6.2): a proxy may call us by another name.
    var origin: String? {
        let parts = publicURL?.lowercased().split(separator: "/", maxSplits: 2) ?? []
        guard parts.count > 1 else { return nil }
        let usual = parts[0] == "https:" ? ":443" : ":80"
        return "\(parts[0])//" + (parts[1].hasSuffix(usual) ? parts[1].dropLast(usual.count) : parts[1])
    }
}

/// Parts of the house, as the menu names them.
enum Section: String, CaseIterable {
    case today, agreements, money, coverage, calendar, report, operations

    var label: Bilingual {
        switch self {
        case .today: Bilingual(id: "Hari ini", en: "Today")
        case .agreements: Bilingual(id: "Perjanjian", en: "Agreements")
        case .money: Bilingual(id: "Uang", en: "Money")
        case .coverage: Bilingual(id: "Cakupan", en: "Coverage")
        case .calendar: Bilingual(id: "Kalender", en: "Calendar")
        case .report: Bilingual(id: "Laporan", en: "Report")
        case .operations: Bilingual(id: "Pengelolaan", en: "Operations")
        }
    }

    var path: String {
        switch self {
        case .today: "/"
        case .calendar: "/month"
        default: "/" + rawValue
        }
    }
}
