public import Agreements
import Courier
import Documents
import Foundation
public import Ledger
public import Webhooks

/// What somebody wants of an endpoint; nil keeps what there is, and an empty text or a zero takes it away.
public struct EndpointWish: Sendable {
    public var url: String?
    public var events: [String]?
    public var regions: [String]?
    public var kinds: [AgreementKind]?
    public var condition: String?
    public var format: WebhookFormat?
    public var isThin: Bool?
    public var allow: [String]?
    public var inFlight: Int?
    public var perMinute: Int?
    public var timeoutSeconds: Int?
    public var batch: Int?
    public var httpVersion: EndpointLimits.HTTPVersion?
    public var certificateAuthorities: String?
    public var clientCertificate: String?
    public var clientKey: String?
    public var enabled: Bool?
    /// Which kind of key signs; only for a new endpoint and a rotation.
    public var key: WebhookKey.Kind?

    public init() {}

    /// The endpoint as it would be.
    func applied(to endpoint: WebhookEndpoint) -> WebhookEndpoint {
        func text(_ wish: String?, _ present: String?) -> String? { wish.map { $0.isEmpty ? nil : $0 } ?? present }
        var new = endpoint
        new.url = text(url, endpoint.url)
        new.filter.events = events ?? endpoint.filter.events
        new.filter.regions = regions ?? endpoint.filter.regions
        new.filter.kinds = kinds ?? endpoint.filter.kinds
        new.filter.condition = text(condition, endpoint.filter.condition)
        new.format = format ?? endpoint.format
        new.isThin = isThin ?? endpoint.isThin
        new.allow = allow ?? endpoint.allow
        new.limits.inFlight = inFlight ?? endpoint.limits.inFlight
        new.limits.perMinute = perMinute.map { $0 == 0 ? nil : $0 } ?? endpoint.limits.perMinute
        new.limits.timeoutSeconds = timeoutSeconds ?? endpoint.limits.timeoutSeconds
        new.limits.batch = batch ?? endpoint.limits.batch
        new.limits.httpVersion = httpVersion ?? endpoint.limits.httpVersion
        new.certificateAuthorities = text(certificateAuthorities, endpoint.certificateAuthorities)
        new.clientCertificate = text(clientCertificate, endpoint.clientCertificate)
        new.secrets.clientKey = text(clientKey, endpoint.secrets.clientKey)
        new.enabled = enabled ?? endpoint.enabled
        if enabled == true { new.disabledReason = nil }
        return new
    }
}

extension WebhookEndpoint {
    /// What is wrong with it, each problem at the field of the API it is about.
    ///
    /// - Parameter regions: whether there is a region of a code.
    func problems(for principal: Principal, regions: (String) -> Bool) -> [Problem] {
        let problems = Problems()
        func report(_ pointer: String, _ id: String, _ en: String) {
            problems.report(Place(pointer: pointer), Bilingual(id: id, en: en))
        }
        func range(_ pointer: String, _ value: Int, _ range: ClosedRange<Int>) {
            guard !range.contains(value) else { return }
            let text = "\(range.lowerBound) … \(range.upperBound)"
            report(pointer, "harus \(text), bukan \(value)", "must be \(text), not \(value)")
        }
        do throws(DocumentError) {
            _ = try CompiledFilter(filter)
        } catch {
            for problem in error.problems {
                problems.report(problem.place, problem.message, suggestion: problem.suggestion)
            }
        }
        if filter.events.isEmpty { report("/events", "perlu sedikitnya satu jenis", "needs at least one type") }
        for (index, region) in filter.regions.enumerated() where !principal.mayTouch(region: region) {
            report(
                "/regions/\(index)", "daerah \(region) di luar kewenangan token ini",
                "the region \(region) is beyond this token")
        }
        for (index, region) in filter.regions.enumerated() where !regions(region) {
            report("/regions/\(index)", "daerah \(region) tidak ada", "there is no region \(region)")
        }
        for (index, text) in allow.enumerated() where CIDR(text) == nil {
            report("/allow/\(index)", "'\(text)' bukan rentang CIDR", "'\(text)' is not a CIDR range")
        }
        // Without TLS anybody on the way can read; only addresses that an admin has opened may be told so.
        let isSecure = url?.hasPrefix("https://") ?? true
        if let url, !isSecure, !(url.hasPrefix("http://") && !allow.isEmpty) {
            report(
                "/url", "alamat harus https:// (http:// hanya dengan allow)",
                "must be https:// (http:// only with allow)")
        }
        if let url, let fault = Lease(id: id, method: "POST", url: url).fault {
            report("/url", "alamat tidak dapat dipakai: \(fault.detail)", "the address is of no use: \(fault.detail)")
        }
        range("/in_flight", limits.inFlight, 1...32)
        if let perMinute = limits.perMinute { range("/per_minute", perMinute, 1...1_000_000) }
        range("/timeout_seconds", limits.timeoutSeconds, 1...30)
        range("/batch", limits.batch, 1...100)
        if limits.httpVersion == .http2, !isSecure {
            report("/http_version", "HTTP/2 hanya lewat https://", "HTTP/2 goes over https:// only")
        }
        for (pointer, pem, word) in [
            ("/ca", certificateAuthorities, "CERTIFICATE"),
            ("/client_certificate", clientCertificate, "CERTIFICATE"),
            ("/client_key", secrets.clientKey, "PRIVATE KEY"),
        ] {
            guard let pem else { continue }
            if !(pem.contains("-----BEGIN ") && pem.contains("\(word)-----")) || pem.utf8.count > 65_536 {
                report(pointer, "bukan PEM (\(word))", "is not PEM (\(word))")
            }
        }
        if (clientCertificate == nil) != (secrets.clientKey == nil) {
            report(
                "/client_certificate", "sertifikat dan kuncinya harus ada berdua",
                "a certificate and its key come together")
        }
        return problems.all
    }
}
